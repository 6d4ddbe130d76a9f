import type { InstanceInformation } from '@aws-sdk/client-ssm';
import { everyOf, fromAccount, itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import type { Instance } from './instances.ts';

/** Every machine that Systems Manager knows in the region, EC2's and others: asked once per scan. */
export const instanceInformation = (
  reader: AwsReader,
  region: string,
): Promise<readonly InstanceInformation[]> =>
  reader.remember(`ssm:DescribeInstanceInformation:${region}`, async () => {
    const ssm = await reader.service('ssm', region);
    const pages = ssm.paginateDescribeInstanceInformation({ MaxResults: 50 });
    return everyOf(itemsOf(pages, (page) => page.InstanceInformationList, 'DescribeInstanceInformation'));
  });

interface Managed {
  /** `Online`, `ConnectionLost` or `Inactive`. */
  readonly ping: string;
  readonly lastPingAt: string | null;
}

const managedById = (reader: AwsReader, region: string): Promise<ReadonlyMap<string, Managed>> =>
  reader.remember(`ssm:managed-by-id:${region}`, async () => {
    const machines = await instanceInformation(reader, region);
    return new Map(
      machines.map(({ InstanceId, PingStatus, LastPingDateTime }) => [
        present(InstanceId, 'InstanceId'),
        {
          ping: present(PingStatus, 'PingStatus'),
          lastPingAt: LastPingDateTime?.toISOString() ?? null,
        },
      ]),
    );
  });

/** How Systems Manager sees the instance; null: not at all. */
export const management = fromAccount(
  ['ssm:DescribeInstanceInformation'],
  async (reader, { region, instanceId }: Instance): Promise<Managed | null> =>
    (await managedById(reader, region)).get(instanceId) ?? null,
);
