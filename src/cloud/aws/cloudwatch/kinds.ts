import { alarm } from './alarm.ts';
import { logGroup } from './log-group.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const cloudWatchKinds = {
  'aws.cloudwatch.alarm': alarm,
  'aws.logs.logGroup': logGroup,
} as const;
