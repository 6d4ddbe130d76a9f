import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/rds/cluster-deletion-protection',
  title: 'Database cluster is protected from deletion',
  severity: 'medium',
  controls: ['164.308(a)(7)(i)', '164.308(a)(7)(ii)(C)'],
  kind: 'aws.rds.cluster',
  facts: ['deletionProtection'],
  evaluate: ({ deletionProtection }) => (deletionProtection ? pass : fail('deletion protection is off')),
});
