import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/redshift/encryption-at-rest',
  title: 'Warehouse is encrypted on disk',
  severity: 'high',
  controls: ['164.312(a)(2)(iv)', '164.312(b)', '164.312(e)(2)(ii)'],
  kind: 'aws.redshift.cluster',
  facts: ['encrypted'],
  evaluate: ({ encrypted }) => {
    return encrypted ? pass : fail('it is not encrypted');
  },
});
