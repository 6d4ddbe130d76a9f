import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/dms/replication-instance-not-public',
  title: 'Database-migration host has no public address',
  severity: 'critical',
  controls: ['164.308(a)(3)(i)', '164.308(a)(4)(ii)(C)', '164.312(a)(1)', '164.312(e)(1)'],
  kind: 'aws.dms.replicationInstance',
  facts: ['publiclyAccessible'],
  exposes: true,
  evaluate: ({ publiclyAccessible }) =>
    publiclyAccessible ? fail('PubliclyAccessible is on: it has a public address') : pass,
});
