import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/documentdb/encryption',
  title: 'Document database is encrypted',
  severity: 'high',
  controls: ['164.312(a)(2)(iv)'],
  kind: 'aws.documentdb.cluster',
  facts: ['storageEncryption'],
  evaluate: ({ storageEncryption }) =>
    storageEncryption === 'none' ? fail('its storage is not encrypted') : pass,
});
