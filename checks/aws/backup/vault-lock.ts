import { dayOf, defineCheck, fail, notApplicable, pass, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/backup/vault-lock',
  title: 'Backup vault is locked against deletion',
  severity: 'medium',
  controls: ['164.308(a)(7)(ii)(A)', '164.312(c)(1)'],
  kind: 'aws.backup.vault',
  facts: ['type', 'lock'],
  evaluate: ({ type, lock }) => {
    if (type === 'RESTORE_ACCESS_BACKUP_VAULT')
      return notApplicable("it is a view of another account's vault");
    if (!lock.on) return fail('vault lock is off');
    return lock.forGoodFrom ? passBecause(`for good from ${dayOf(lock.forGoodFrom)}`) : pass;
  },
});
