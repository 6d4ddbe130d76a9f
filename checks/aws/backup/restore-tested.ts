import { dayOf, daysSince, defineCheck, fail, notApplicable, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/backup/restore-tested',
  title: 'A restore was tested within the last year',
  severity: 'medium',
  controls: ['164.308(a)(7)(ii)(D)'],
  kind: 'aws.region',
  facts: ['backupVaults', 'restoreTests'],
  settings: { maxAgeDays: 365 },
  evaluate: ({ backupVaults, restoreTests }, { now, settings: { maxAgeDays } }) => {
    if (backupVaults.recoveryPoints === 0) return notApplicable('there is no recovery point to restore');
    const recent = (at: string | null) => at !== null && daysSince(at, now) <= maxAgeDays;
    const { lastRestoreAt, lastTestAt, lastFailedTestAt } = restoreTests;
    if (recent(lastRestoreAt)) return passBecause(`a restore was completed on ${dayOf(lastRestoreAt ?? '')}`);
    if (lastTestAt !== null && recent(lastTestAt))
      return lastFailedTestAt !== null && lastFailedTestAt >= lastTestAt
        ? fail(`the restore that was tested on ${dayOf(lastFailedTestAt)} failed, and none was completed`)
        : passBecause(`a restore testing plan ran on ${dayOf(lastTestAt)}`);
    const last = [lastRestoreAt, lastTestAt]
      .filter((at) => at !== null)
      .sort()
      .at(-1);
    return fail(
      last
        ? `the last restore that AWS Backup tells of was on ${dayOf(last)}, more than ${maxAgeDays} days ago`
        : 'AWS Backup tells of no completed restore and of no restore testing plan that ran',
    );
  },
});
