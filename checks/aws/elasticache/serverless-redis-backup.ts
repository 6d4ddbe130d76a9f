import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/elasticache/serverless-redis-backup',
  title: 'Serverless Redis keeps enough daily snapshots',
  severity: 'medium',
  controls: ['164.308(a)(7)(i)', '164.308(a)(7)(ii)(A)', '164.308(a)(7)(ii)(B)'],
  kind: 'aws.elasticache.serverlessCache',
  control: 'elasticache-redis-backup',
  facts: ['engine', 'snapshotRetentionDays'],
  settings: { minDays: 15 },
  evaluate: ({ engine, snapshotRetentionDays: days }, { settings: { minDays } }) => {
    if (engine === 'memcached') return notApplicable('it is Memcached, not Redis');
    if (days >= minDays) return pass;
    return fail(days === 0 ? 'no daily snapshot is taken' : `daily snapshots are kept for ${days} days`);
  },
});
