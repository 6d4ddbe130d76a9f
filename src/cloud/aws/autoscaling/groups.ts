import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling';
import { everyOf, itemsOf } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

export const groupPermissions = ['autoscaling:DescribeAutoScalingGroups'] as const;

/** Every scaling group of the region: asked once per scan, for the groups and for what they start hosts from. */
export const groupsOf = (reader: AwsReader, region: string): Promise<readonly AutoScalingGroup[]> =>
  reader.remember(`autoscaling:DescribeAutoScalingGroups:${region}`, async () => {
    const pages = (await reader.service('autoScaling', region)).paginateDescribeAutoScalingGroups({
      MaxRecords: 100,
    });
    return everyOf(itemsOf(pages, (page) => page.AutoScalingGroups, 'DescribeAutoScalingGroups'));
  });
