import { cluster } from './cluster.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const kafkaKinds = {
  'aws.kafka.cluster': cluster,
} as const;
