import { idleShellMinutes } from './session-manager.ts';

/** What it says of a region as a whole; spread into the kind `aws.region`. */
export const organizationsRegionFacts = { idleShellMinutes } as const;
