import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/backup/recovery-point-encrypted',
  title: 'Recovery point is encrypted',
  severity: 'high',
  controls: [
    '164.308(a)(7)(i)',
    '164.308(a)(7)(ii)(A)',
    '164.308(a)(7)(ii)(B)',
    '164.308(a)(7)(ii)(C)',
    '164.310(d)(2)(iv)',
    '164.312(a)(2)(ii)',
  ],
  kind: 'aws.backup.recoveryPoint',
  facts: ['state', 'of', 'encrypted'],
  evaluate: ({ state, of, encrypted }) => {
    if (state === 'DELETING') return notApplicable('it is being deleted');
    if (encrypted) return pass;
    const still = state === 'EXPIRED' ? ', and is still there: AWS Backup could not delete it in time' : '';
    return fail(`the backup of ${of} is not encrypted${still}`);
  },
});
