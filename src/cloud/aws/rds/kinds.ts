import { cluster, documentDbCluster, neptuneCluster } from './cluster.ts';
import { clusterSnapshot } from './cluster-snapshot.ts';
import { instance } from './instance.ts';
import { snapshot } from './snapshot.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const rdsKinds = {
  'aws.rds.instance': instance,
  'aws.rds.cluster': cluster,
  'aws.rds.snapshot': snapshot,
  'aws.rds.clusterSnapshot': clusterSnapshot,
  'aws.documentdb.cluster': documentDbCluster,
  'aws.neptune.cluster': neptuneCluster,
} as const;
