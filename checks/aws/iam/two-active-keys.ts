import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/two-active-keys',
  title: 'User keeps at most one active access key',
  severity: 'low',
  controls: ['164.312(d)'],
  kind: 'aws.iam.user',
  facts: ['activeKeys'],
  evaluate: ({ activeKeys }) => (activeKeys > 1 ? fail(`${activeKeys} active access keys`) : pass),
});
