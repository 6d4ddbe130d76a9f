import { environment } from './environment.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const elasticBeanstalkKinds = {
  'aws.elasticbeanstalk.environment': environment,
} as const;
