import { byTagNeeds, plansByTag } from '../backup/by-tag.ts';
import { plansOf, plansPermissions } from '../backup/protection.ts';
import { fromFacts } from '../collect.ts';
import type { Instance } from './instances.ts';
import { volumeArn } from './volume.ts';

interface InstanceBackup {
  /** Backup plans that take the instance in. */
  readonly plans: readonly string[];
  readonly disks: number;
  /** Ids of its disks that no plan takes in by themselves; none are looked at where a plan takes the whole in. */
  readonly disksLeftOut: readonly string[];
}

/** AWS Backup takes a server in as a whole, or disk by disk. */
export const instanceBackup = fromFacts(
  byTagNeeds,
  async (needs, { region, volumes }: Instance, reader): Promise<InstanceBackup> => {
    const plans = plansByTag(needs);
    const disksLeftOut: string[] = [];
    if (plans.length === 0)
      for (const disk of volumes)
        if ((await plansOf(reader, volumeArn(reader.identity, region, disk), region)).length === 0)
          disksLeftOut.push(disk);
    return { plans, disks: volumes.length, disksLeftOut };
  },
  plansPermissions,
);
