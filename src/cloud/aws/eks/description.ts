import type { Cluster } from '@aws-sdk/client-eks';
import type { Subject } from '../../../domain/catalog.ts';
import type { Tags } from '../../../domain/check.ts';
import { fromCall, fromFacts, knownValue, present } from '../collect.ts';

export interface ClusterDescription {
  /** `1.33`. */
  readonly version: string;
  /** The key that wraps the secrets; `null`: none of the customer's. */
  readonly secretsKey: string | null;
  readonly publicAccess: boolean;
  readonly privateAccess: boolean;
  readonly publicAccessCidrs: readonly string[];
  readonly tags: Tags;
}

export function descriptionOf(cluster: Cluster | undefined): ClusterDescription {
  const told = present(cluster, 'the cluster');
  const vpc = present(told.resourcesVpcConfig, 'resourcesVpcConfig');
  const sealed = (told.encryptionConfig ?? []).find(({ resources }) => resources?.includes('secrets'));
  return {
    version: present(told.version, 'version'),
    secretsKey: sealed ? present(sealed.provider?.keyArn, 'the key of the secrets') : null,
    publicAccess: present(vpc.endpointPublicAccess, 'endpointPublicAccess'),
    privateAccess: present(vpc.endpointPrivateAccess, 'endpointPrivateAccess'),
    publicAccessCidrs: vpc.publicAccessCidrs ?? [],
    tags: told.tags ?? {},
  };
}

export const description = fromCall(
  ['eks:DescribeCluster'],
  async (reader, { name, region }: Subject): Promise<ClusterDescription> => {
    const eks = await reader.service('eks', region);
    return descriptionOf((await eks.describeCluster({ name })).cluster);
  },
);

export const tags = fromFacts(
  ['description'],
  (needs, _cluster: Subject): Tags => knownValue<ClusterDescription>(needs['description']).tags,
);
