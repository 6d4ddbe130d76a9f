import { classicLoadBalancer } from './load-balancer.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const elbKinds = {
  'aws.elb.loadBalancer': classicLoadBalancer,
} as const;
