import type { AutoScalingGroup as Told } from '@aws-sdk/client-auto-scaling';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromListing, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { tagsFrom } from '../tagging/region-tags.ts';
import { groupPermissions, groupsOf } from './groups.ts';

/** How a group finds out that a host is ill. */
export type HealthCheck = {
  /** `EC2`, `ELB`, and others, after one another with commas. */
  readonly types: string;
  /** How long a new host is left alone. */
  readonly graceSeconds: number;
};

interface Group extends Subject {
  readonly healthCheck: HealthCheck;
  readonly balancers: number;
}

const balancersOf = ({ LoadBalancerNames, TargetGroupARNs, TrafficSources }: Told): number =>
  Math.max((LoadBalancerNames?.length ?? 0) + (TargetGroupARNs?.length ?? 0), behind(TrafficSources).length);

const behind = (sources: Told['TrafficSources']) =>
  (sources ?? []).filter(({ Type, Identifier }) =>
    Type ? Type.startsWith('elb') : !Identifier?.includes(':vpc-lattice:'),
  );

async function* list(reader: AwsReader, region: string): AsyncIterable<Group> {
  for (const told of await groupsOf(reader, region)) {
    // Told only while the group is being deleted.
    if (told.Status) continue;
    yield {
      id: present(told.AutoScalingGroupARN, 'AutoScalingGroupARN'),
      region,
      name: present(told.AutoScalingGroupName, 'AutoScalingGroupName'),
      tags: tagsFrom(told.Tags),
      healthCheck: {
        types: present(told.HealthCheckType, 'HealthCheckType'),
        graceSeconds: told.HealthCheckGracePeriod ?? 0,
      },
      balancers: balancersOf(told),
    };
  }
}

const nameOf = ({ id }: Subject): string => id.slice(id.indexOf('autoScalingGroupName/') + 21);

/** EC2's own check cannot be left out, whether it is named or not. */
const beside = (types: string): string =>
  types
    .split(/\s*,\s*/)
    .filter((type) => type !== 'EC2')
    .sort()
    .join();

const healthCheck = settable(
  fromListing((group: Group): HealthCheck => group.healthCheck),
  {
    permissions: ['autoscaling:UpdateAutoScalingGroup'],
    calls: () => ['UpdateAutoScalingGroup'],
    same: (a, b) => a.graceSeconds === b.graceSeconds && beside(a.types) === beside(b.types),
    async put(client, group, { types, graceSeconds }) {
      await (await client.service('autoScaling', group.region)).updateAutoScalingGroup({
        AutoScalingGroupName: nameOf(group),
        HealthCheckType: types,
        HealthCheckGracePeriod: graceSeconds,
      });
    },
  },
);

export const group = {
  title: 'Auto Scaling group',
  scope: 'regional',
  permissions: groupPermissions,
  pattern: ({ id, partition }, region) =>
    `arn:${partition}:autoscaling:${region}:${id}:autoScalingGroup:*:autoScalingGroupName/*`,
  list,
  facts: {
    healthCheck,
    /** Load balancers and target groups that send it traffic. */
    balancers: fromListing((one: Group) => one.balancers),
  },
} as const satisfies ResourceKind<Group>;
