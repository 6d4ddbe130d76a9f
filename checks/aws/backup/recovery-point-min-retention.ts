import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/backup/recovery-point-min-retention',
  title: 'Recovery point is kept long enough',
  severity: 'medium',
  controls: [
    '164.308(a)(7)(i)',
    '164.308(a)(7)(ii)(A)',
    '164.308(a)(7)(ii)(B)',
    '164.308(a)(7)(ii)(C)',
    '164.310(d)(2)(iv)',
    '164.312(a)(2)(ii)',
  ],
  kind: 'aws.backup.recoveryPoint',
  facts: ['state', 'of', 'lifecycle'],
  settings: { minRetentionDays: 35 },
  evaluate: ({ state, of, lifecycle }, { settings: { minRetentionDays } }) => {
    if (state === 'DELETING' || state === 'EXPIRED') return notApplicable('its time is over');
    const { deleteAfterDays: days } = lifecycle;
    if (days === null || days >= minRetentionDays) return pass;
    return fail(`the backup of ${of} is deleted after ${days} days, and ${minRetentionDays} are asked for`);
  },
});
