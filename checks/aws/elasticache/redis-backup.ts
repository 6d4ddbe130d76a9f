import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/elasticache/redis-backup',
  title: 'Redis keeps enough daily snapshots',
  severity: 'medium',
  controls: ['164.308(a)(7)(i)', '164.308(a)(7)(ii)(A)', '164.308(a)(7)(ii)(B)'],
  kind: 'aws.elasticache.replicationGroup',
  facts: ['snapshotRetentionDays'],
  settings: { minDays: 15 },
  evaluate: ({ snapshotRetentionDays: days }, { settings: { minDays } }) => {
    if (days >= minDays) return pass;
    return fail(days === 0 ? 'no daily snapshot is taken' : `daily snapshots are kept for ${days} days`);
  },
});
