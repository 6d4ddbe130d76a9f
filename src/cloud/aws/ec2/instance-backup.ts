import { type Protection, protectionOf, protectionPermissions } from '../backup/protection.ts';
import { fromAccount } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import type { Instance } from './instances.ts';
import { volumeArn } from './volume.ts';

interface InstanceBackup {
  /** Backup plans that take the instance in. */
  readonly plans: readonly string[];
  readonly disks: number;
  /** Ids of its disks that no plan takes in by themselves; none are looked at where a plan takes the whole in. */
  readonly disksLeftOut: readonly string[];
}

const plansOf = async (reader: AwsReader, arn: string, region: string): Promise<Protection['plans']> =>
  (await protectionOf(reader, arn, region)).plans;

/** AWS Backup takes a server in as a whole, or disk by disk. */
export const instanceBackup = fromAccount(
  protectionPermissions,
  async (reader, { id, region, volumes }: Instance): Promise<InstanceBackup> => {
    const plans = await plansOf(reader, id, region);
    const disksLeftOut: string[] = [];
    if (plans.length === 0)
      for (const disk of volumes)
        if ((await plansOf(reader, volumeArn(reader.identity, region, disk), region)).length === 0)
          disksLeftOut.push(disk);
    return { plans, disks: volumes.length, disksLeftOut };
  },
);
