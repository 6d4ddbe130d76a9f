import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ebs/snapshot-encrypted',
  title: 'Snapshot is encrypted',
  severity: 'high',
  controls: ['164.312(a)(2)(iv)'],
  kind: 'aws.ebs.snapshot',
  facts: ['encrypted'],
  evaluate: ({ encrypted }) => (encrypted ? pass : fail('not encrypted')),
});
