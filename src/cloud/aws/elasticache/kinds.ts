import { cluster } from './cluster.ts';
import { replicationGroup } from './replication-group.ts';
import { serverlessCache } from './serverless-cache.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const elastiCacheKinds = {
  'aws.elasticache.replicationGroup': replicationGroup,
  'aws.elasticache.cluster': cluster,
  'aws.elasticache.serverlessCache': serverlessCache,
} as const;
