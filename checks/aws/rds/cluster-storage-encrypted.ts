import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/rds/cluster-storage-encrypted',
  title: 'Cluster storage is encrypted',
  severity: 'high',
  controls: ['164.308(a)(1)(ii)(B)', '164.308(a)(4)(ii)(A)', '164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
  kind: 'aws.rds.cluster',
  control: 'rds-storage-encrypted',
  facts: ['storageEncryption'],
  evaluate: ({ storageEncryption }) =>
    storageEncryption === 'none' ? fail('its storage is not encrypted') : pass,
});
