import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import type { Tags } from '../../../domain/check.ts';
import { fromCall, fromFacts, itemsOf, knownValue, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { tagsFrom } from '../tagging/region-tags.ts';
import { clusterId, clusterPermissions, runningClusters } from './clusters.ts';

interface Description {
  /** `null`: who signs in is not asked to prove it. */
  readonly kerberosRealm: string | null;
  /** How it groups its machines: `INSTANCE_GROUP` or `INSTANCE_FLEET`. */
  readonly collection: string;
  readonly tags: Tags;
}

const description = fromCall(
  ['elasticmapreduce:DescribeCluster'],
  async (reader, cluster: Subject): Promise<Description> => {
    const emr = await reader.service('emr', cluster.region);
    const told = present(
      (await emr.describeCluster({ ClusterId: clusterId(cluster) })).Cluster,
      'the cluster',
    );
    return {
      kerberosRealm: told.KerberosAttributes?.Realm || null,
      collection: told.InstanceCollectionType ?? 'INSTANCE_GROUP',
      tags: tagsFrom(told.Tags),
    };
  },
);

interface HeadNode {
  readonly id: string;
  readonly publicAddress: string | null;
}

/** The nodes that rule the cluster: one, or three. */
const headNodes = fromFacts(
  ['description'],
  async (needs, cluster: Subject, reader): Promise<readonly HeadNode[]> => {
    const { collection } = knownValue<Description>(needs['description']);
    const emr = await reader.service('emr', cluster.region);
    const pages = emr.paginateListInstances({
      ClusterId: clusterId(cluster),
      ...(collection === 'INSTANCE_FLEET'
        ? { InstanceFleetType: 'MASTER' }
        : { InstanceGroupTypes: ['MASTER'] }),
      InstanceStates: ['PROVISIONING', 'BOOTSTRAPPING', 'RUNNING'],
    });
    const nodes: HeadNode[] = [];
    for await (const told of itemsOf(pages, (page) => page.Instances, 'ListInstances'))
      nodes.push({
        id: present(told.Ec2InstanceId ?? told.Id, 'the id of the instance'),
        publicAddress: told.PublicIpAddress || null,
      });
    return nodes;
  },
  ['elasticmapreduce:ListInstances'],
);

async function* list(reader: AwsReader, region: string): AsyncIterable<Subject> {
  yield* await runningClusters(reader, region);
}

export const cluster = {
  title: 'EMR cluster',
  scope: 'regional',
  permissions: clusterPermissions,
  pattern: ({ id, partition }, region) => `arn:${partition}:elasticmapreduce:${region}:${id}:cluster/*`,
  list,
  facts: {
    description,
    headNodes,
    tags: fromFacts(
      ['description'],
      (needs, _cluster: Subject): Tags => knownValue<Description>(needs['description']).tags,
    ),
  },
} as const satisfies ResourceKind<Subject>;
