import { replicationInstance } from './replication-instance.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const dmsKinds = {
  'aws.dms.replicationInstance': replicationInstance,
} as const;
