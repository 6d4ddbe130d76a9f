import type { ClusterParameterGroupStatus } from '@aws-sdk/client-redshift';
import { fromAccount, itemsOf, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import type { WarehouseSubject } from './cluster.ts';

const requireSslName = 'require_ssl';

/** `require_ssl` of a parameter group: many clusters may share one, and each is asked once. */
const requireSsl = (reader: AwsReader, region: string, ParameterGroupName: string): Promise<boolean> =>
  reader.remember(`redshift:require_ssl:${region}:${ParameterGroupName}`, async () => {
    const redshift = await reader.service('redshift', region);
    const pages = redshift.paginateDescribeClusterParameters({ ParameterGroupName });
    let value: string | undefined;
    for await (const parameter of itemsOf(pages, (page) => page.Parameters, 'DescribeClusterParameters'))
      if (parameter.ParameterName === requireSslName) value = parameter.ParameterValue;
    return present(value, requireSslName).toLowerCase() === 'true';
  });

/** Told of each parameter, where it is: another one of the group may wait for a reboot by itself. */
const isInForce = ({
  ParameterApplyStatus,
  ClusterParameterStatusList = [],
}: ClusterParameterGroupStatus) => {
  const own = ClusterParameterStatusList.find(({ ParameterName }) => ParameterName === requireSslName);
  return (own?.ParameterApplyStatus ?? ParameterApplyStatus ?? 'in-sync') === 'in-sync';
};

interface RequiresTls {
  readonly required: boolean;
  /** Parameter groups of which it is not in force yet. */
  readonly waiting: readonly string[];
  readonly groups: readonly string[];
}

/** Whether the cluster's parameters refuse clients without TLS, and whether they are in force. */
export const requiresTls = fromAccount(
  ['redshift:DescribeClusterParameters'],
  async (reader, { cluster, region }: WarehouseSubject): Promise<RequiresTls> => {
    const told = listOf(cluster.ClusterParameterGroups, 'ClusterParameterGroups').map((group) => ({
      name: present(group.ParameterGroupName, 'ParameterGroupName'),
      waits: !isInForce(group),
    }));
    const answers = await Promise.all(told.map(({ name }) => requireSsl(reader, region, name)));
    return {
      required: answers.length > 0 && answers.every(Boolean),
      waiting: told.filter(({ waits }) => waits).map(({ name }) => name),
      groups: told.map(({ name }) => name),
    };
  },
);
