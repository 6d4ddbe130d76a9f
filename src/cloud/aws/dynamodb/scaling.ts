import type { Subject } from '../../../domain/catalog.ts';
import { fromFacts, itemsOf, knownValue, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import type { Table } from './tables.ts';

const ServiceNamespace = 'dynamodb';

/** Capacities that a policy scales, as `table/records dynamodb:table:ReadCapacityUnits`: asked once per scan. */
const scaledIn = (reader: AwsReader, region: string): Promise<ReadonlySet<string>> =>
  reader.remember(`application-autoscaling:dynamodb:${region}`, async () => {
    const scaling = await reader.service('applicationAutoScaling', region);
    const named = (told: { ResourceId?: string | undefined; ScalableDimension?: string | undefined }) =>
      `${present(told.ResourceId, 'ResourceId')} ${present(told.ScalableDimension, 'ScalableDimension')}`;
    const targets = new Set<string>();
    // One whose scaling out is suspended stays as it is, whatever its policies say.
    for await (const target of itemsOf(
      scaling.paginateDescribeScalableTargets({ ServiceNamespace }),
      (page) => page.ScalableTargets,
      'DescribeScalableTargets',
    ))
      if (!target.SuspendedState?.DynamicScalingOutSuspended) targets.add(named(target));
    const scaled = new Set<string>();
    for await (const policy of itemsOf(
      scaling.paginateDescribeScalingPolicies({ ServiceNamespace }),
      (page) => page.ScalingPolicies,
      'DescribeScalingPolicies',
    ))
      if (targets.has(named(policy))) scaled.add(named(policy));
    return scaled;
  });

const both = (of: string, type: 'table' | 'index') =>
  (['Read', 'Write'] as const).map((way) => ({
    says: `${way.toLowerCase()} capacity${type === 'index' ? ` of index ${of.split('/').at(-1)}` : ''}`,
    name: `${of} dynamodb:${type}:${way}CapacityUnits`,
  }));

/** Provisioned capacities that nothing scales, in words; `null`: the table is paid by request and grows by itself. */
export const notScaling = fromFacts(
  ['description'],
  async ({ description }, { name, region }: Subject, reader): Promise<readonly string[] | null> => {
    const { onDemand, indexes } = knownValue<Table>(description);
    if (onDemand) return null;
    const scaled = await scaledIn(reader, region);
    return [
      ...both(`table/${name}`, 'table'),
      ...Object.keys(indexes).flatMap((index) => both(`table/${name}/index/${index}`, 'index')),
    ]
      .filter((capacity) => !scaled.has(capacity.name))
      .map(({ says }) => says);
  },
  ['application-autoscaling:DescribeScalableTargets', 'application-autoscaling:DescribeScalingPolicies'],
);
