import { plan } from './plan.ts';
import { protectedResource } from './protected-resource.ts';
import { recoveryPoint } from './recovery-point.ts';
import { vault } from './vault.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const backupKinds = {
  'aws.backup.plan': plan,
  'aws.backup.protectedResource': protectedResource,
  'aws.backup.recoveryPoint': recoveryPoint,
  'aws.backup.vault': vault,
} as const;
