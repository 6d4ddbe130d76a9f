import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/rds/storage-encrypted',
  title: 'Database storage is encrypted',
  severity: 'high',
  controls: ['164.308(a)(1)(ii)(B)', '164.308(a)(4)(ii)(A)', '164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
  kind: 'aws.rds.instance',
  facts: ['memberOf', 'storageEncryption'],
  evaluate: ({ memberOf, storageEncryption }) => {
    if (memberOf !== null) return notApplicable(`its storage is that of cluster ${memberOf}`);
    return storageEncryption === 'none' ? fail('its storage is not encrypted') : pass;
  },
});
