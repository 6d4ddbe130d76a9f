import { cluster } from './cluster.ts';
import { replicationGroup } from './replication-group.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const elastiCacheKinds = {
  'aws.elasticache.replicationGroup': replicationGroup,
  'aws.elasticache.cluster': cluster,
} as const;
