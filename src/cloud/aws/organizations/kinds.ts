import { permissionSet } from './permission-set.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const organizationsKinds = {
  'aws.identityCenter.permissionSet': permissionSet,
} as const;
