import { fromAccount, itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import type { Instance } from './instances.ts';

interface Managed {
  /** `Online`, `ConnectionLost` or `Inactive`. */
  readonly ping: string;
  readonly lastPingAt: string | null;
}

/** What Systems Manager knows of each machine, by its id: asked once per scan. */
const managedInstances = (reader: AwsReader, region: string): Promise<ReadonlyMap<string, Managed>> =>
  reader.remember(`ssm:managed:${region}`, async () => {
    const ssm = await reader.service('ssm', region);
    const pages = ssm.paginateDescribeInstanceInformation({ MaxResults: 50 });
    const byId = new Map<string, Managed>();
    for await (const { InstanceId, PingStatus, LastPingDateTime } of itemsOf(
      pages,
      (page) => page.InstanceInformationList,
      'DescribeInstanceInformation',
    ))
      byId.set(present(InstanceId, 'InstanceId'), {
        ping: present(PingStatus, 'PingStatus'),
        lastPingAt: LastPingDateTime?.toISOString() ?? null,
      });
    return byId;
  });

/** How Systems Manager sees the instance; null: not at all. */
export const management = fromAccount(
  ['ssm:DescribeInstanceInformation'],
  async (reader, { region, instanceId }: Instance): Promise<Managed | null> =>
    (await managedInstances(reader, region)).get(instanceId) ?? null,
);
