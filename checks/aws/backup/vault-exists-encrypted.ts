import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/backup/vault-exists-encrypted',
  title: 'Backup vault is encrypted under a KMS key of the customer',
  severity: 'medium',
  controls: ['164.308(a)(7)(ii)(A)'],
  kind: 'aws.backup.vault',
  facts: ['type', 'encryptedBy'],
  evaluate: ({ type, encryptedBy }) => {
    if (type === 'RESTORE_ACCESS_BACKUP_VAULT')
      return notApplicable("it is a view of another account's vault");
    if (encryptedBy === 'customer') return pass;
    return fail(
      encryptedBy === 'AWS'
        ? 'it is encrypted with a key that AWS manages'
        : 'no KMS key of the account encrypts it',
    );
  },
});
