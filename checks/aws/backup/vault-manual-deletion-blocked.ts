import { defineCheck, fail, notApplicable, pass, passBecause } from '#src/check';

const isPast = (day: string | null, now: Date) => day !== null && Date.parse(day) <= now.getTime();

export default defineCheck({
  id: 'aws/backup/vault-manual-deletion-blocked',
  title: 'Recovery points cannot be deleted by hand',
  severity: 'high',
  controls: [
    '164.308(a)(7)(i)',
    '164.308(a)(7)(ii)(A)',
    '164.308(a)(7)(ii)(B)',
    '164.308(a)(7)(ii)(C)',
    '164.310(d)(2)(iv)',
    '164.312(a)(2)(ii)',
  ],
  kind: 'aws.backup.vault',
  facts: ['type', 'lock', 'deletionBlocked'],
  evaluate: ({ type, lock, deletionBlocked }, { now }) => {
    if (type === 'RESTORE_ACCESS_BACKUP_VAULT')
      return notApplicable("it is a view of another account's vault");
    if (lock.on && (type === 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' || isPast(lock.forGoodFrom, now)))
      return passBecause('the vault is locked for good');
    return deletionBlocked
      ? pass
      : fail('its access policy does not deny everyone DeleteRecoveryPoint and UpdateRecoveryPointLifecycle');
  },
});
