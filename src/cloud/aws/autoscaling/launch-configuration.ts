import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromAccount, fromListing, itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { groupPermissions, groupsOf } from './groups.ts';

interface LaunchConfiguration extends Subject {
  /** `null`: not said, and the subnet decides. */
  readonly publicAddress: boolean | null;
}

async function* list(reader: AwsReader, region: string): AsyncIterable<LaunchConfiguration> {
  const pages = (await reader.service('autoScaling', region)).paginateDescribeLaunchConfigurations({
    MaxRecords: 100,
  });
  const all = itemsOf(pages, (page) => page.LaunchConfigurations, 'DescribeLaunchConfigurations');
  for await (const told of all) {
    yield {
      id: present(told.LaunchConfigurationARN, 'LaunchConfigurationARN'),
      region,
      name: present(told.LaunchConfigurationName, 'LaunchConfigurationName'),
      publicAddress: told.AssociatePublicIpAddress ?? null,
    };
  }
}

/** How many groups start their hosts from it. */
const usedBy = fromAccount(groupPermissions, async (reader, { name, region }: LaunchConfiguration) => {
  const all = await groupsOf(reader, region);
  return all.filter(({ LaunchConfigurationName }) => LaunchConfigurationName === name).length;
});

export const launchConfiguration = {
  title: 'Launch configuration',
  scope: 'regional',
  permissions: ['autoscaling:DescribeLaunchConfigurations'],
  pattern: ({ id, partition }, region) =>
    `arn:${partition}:autoscaling:${region}:${id}:launchConfiguration:*:launchConfigurationName/*`,
  list,
  facts: { publicAddress: fromListing((one: LaunchConfiguration) => one.publicAddress), usedBy },
} as const satisfies ResourceKind<LaunchConfiguration>;
