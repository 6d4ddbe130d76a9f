import { loadBalancer } from './load-balancer.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const elbV2Kinds = {
  'aws.elbv2.loadBalancer': loadBalancer,
} as const;
