import check from '../../../../checks/aws/backup/vault-exists-encrypted.ts';
import { testCheck } from '../../../kit/test-check.ts';

const type = 'BACKUP_VAULT';

testCheck(check, {
  pass: [{ name: "a customer's key", facts: { type, encryptedBy: 'customer' } }],
  fail: [
    { name: "AWS's key", facts: { type, encryptedBy: 'AWS' }, because: /AWS manages/ },
    { name: 'none of the account', facts: { type, encryptedBy: 'none' }, because: /no KMS key/ },
  ],
  notApplicable: [
    { name: "another account's", facts: { type: 'RESTORE_ACCESS_BACKUP_VAULT', encryptedBy: 'none' } },
  ],
});
