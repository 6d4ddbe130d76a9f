import { fromAccount, itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { type Instance, instancesOf } from './instances.ts';

/** What EC2 takes in one filter. */
const mostValues = 200;

/** By instance type, for those in use in the region: asked once per scan. */
const bandwidths = (reader: AwsReader, region: string): Promise<ReadonlyMap<string, string>> =>
  reader.remember(`ec2:DescribeInstanceTypes:${region}`, async () => {
    const types = [...new Set((await instancesOf(reader, region)).map(({ type }) => type))];
    const ec2 = await reader.service('ec2', region);
    const byType = new Map<string, string>();
    for (let from = 0; from < types.length; from += mostValues) {
      const Filters = [{ Name: 'instance-type', Values: types.slice(from, from + mostValues) }];
      const pages = ec2.paginateDescribeInstanceTypes({ Filters, MaxResults: 100 });
      for await (const told of itemsOf(pages, (page) => page.InstanceTypes, 'DescribeInstanceTypes'))
        byType.set(
          present(told.InstanceType, 'InstanceType'),
          present(told.EbsInfo?.EbsOptimizedSupport, 'EbsOptimizedSupport'),
        );
    }
    return byType;
  });

/**
 * Whether the type has bandwidth of its own for disks: `default` always has, whatever the instance's flag says;
 * `supported` where the flag is on; `unsupported` never.
 */
export const bandwidthOfType = fromAccount(
  ['ec2:DescribeInstanceTypes'],
  async (reader, { region, type }: Instance): Promise<string> =>
    present((await bandwidths(reader, region)).get(type), `the instance type ${type}`),
);
