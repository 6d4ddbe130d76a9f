import check from '../../../../checks/aws/rds/cluster-storage-encrypted.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'under a KMS key', facts: { storageEncryption: 'KMS key' } },
    { name: 'under a key that AWS owns', facts: { storageEncryption: "AWS's own key" } },
  ],
  fail: [{ name: 'plain', facts: { storageEncryption: 'none' }, because: /not encrypted/ }],
});
