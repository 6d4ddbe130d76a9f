import { dayOf, daysSince, defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/backup/recovery-point-recent',
  title: 'What is backed up has a recent recovery point',
  severity: 'medium',
  controls: ['164.308(a)(7)(ii)(A)'],
  kind: 'aws.backup.protectedResource',
  facts: ['lastBackup'],
  settings: { maxAgeDays: 30 },
  evaluate: ({ lastBackup }, { now, settings: { maxAgeDays } }) => {
    const { at, continuous } = lastBackup;
    if (continuous) return notApplicable('it is backed up continuously, and such a backup has no age');
    if (daysSince(at, now) <= maxAgeDays) return pass;
    return fail(
      `its newest recovery point is of ${dayOf(at)}, more than ${maxAgeDays} days ago; it may be gone itself`,
    );
  },
});
