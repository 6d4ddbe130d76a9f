import { group } from './group.ts';
import { launchConfiguration } from './launch-configuration.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const autoScalingKinds = {
  'aws.autoscaling.group': group,
  'aws.autoscaling.launchConfiguration': launchConfiguration,
} as const;
