import { defineCheck, fail, notApplicable, pass } from '#src/check';

const none: readonly string[] = [];

/**
 * The account itself is approved, and any region as long as none is listed. A rule need not name the other account: then
 * only the bucket can be approved.
 */
export default defineCheck({
  id: 'aws/s3/replication-target-unapproved',
  title: 'Replication leads only to approved accounts and regions',
  severity: 'high',
  controls: ['164.308(b)(1)', '164.310(d)(1)'],
  kind: 'aws.s3.bucket',
  facts: ['replicationTargets'],
  settings: { approvedAccounts: none, approvedBuckets: none, approvedRegions: none },
  evaluate: ({ replicationTargets }, { settings, account: own }) => {
    const accounts = [own, ...settings.approvedAccounts];
    const regions = settings.approvedRegions;
    const why = replicationTargets.flatMap(({ bucket, account, region }) => {
      if (settings.approvedBuckets.includes(bucket)) return [];
      if (!accounts.includes(account ?? '')) return [`${bucket} is in ${account ?? 'another account'}`];
      if (regions.length === 0 || regions.includes(region ?? '')) return [];
      return [`${bucket} is in ${region ?? 'a region that cannot be read from here'}`];
    });
    if (replicationTargets.length === 0) return notApplicable('replication is off');
    return why.length === 0 ? pass : fail(`copies leave for places not approved: ${why.join(', ')}`);
  },
});
