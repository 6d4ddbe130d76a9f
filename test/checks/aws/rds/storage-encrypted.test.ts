import check from '../../../../checks/aws/rds/storage-encrypted.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'under a KMS key', facts: { memberOf: null, storageEncryption: 'KMS key' } },
    { name: 'under a key that AWS owns', facts: { memberOf: null, storageEncryption: "AWS's own key" } },
  ],
  fail: [{ name: 'plain', facts: { memberOf: null, storageEncryption: 'none' }, because: /not encrypted/ }],
  notApplicable: [
    {
      name: 'of a cluster',
      facts: { memberOf: 'records', storageEncryption: 'none' },
      because: /cluster records/,
    },
  ],
});
