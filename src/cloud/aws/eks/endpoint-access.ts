import { internetAmong } from '../../../access/index.ts';
import type { Subject } from '../../../domain/catalog.ts';
import { fromFacts, knownValue, settable } from '../collect.ts';
import type { ServiceClient } from '../services.ts';
import { until } from '../until.ts';
import { type ClusterDescription, descriptionOf } from './description.ts';

// A type, not an interface: only then is it plain data to the compiler.
type EndpointAccess = {
  readonly public: boolean;
  readonly private: boolean;
  /** Who reaches the public endpoint. */
  readonly publicCidrs: readonly string[];
};

const accessOf = (told: ClusterDescription): EndpointAccess => ({
  public: told.publicAccess,
  private: told.privateAccess,
  publicCidrs: told.publicAccess ? told.publicAccessCidrs : [],
});

/** No range at all is EKS's way to say everyone. */
const rangesOf = (access: EndpointAccess): readonly string[] =>
  access.public && access.publicCidrs.length === 0 ? ['0.0.0.0/0'] : access.publicCidrs;

const same = (a: EndpointAccess, b: EndpointAccess): boolean =>
  a.public === b.public &&
  a.private === b.private &&
  rangesOf(a).toSorted().join() === rangesOf(b).toSorted().join();

/**
 * Whether EKS is done with a change, which takes it some ten minutes. A cluster may be told as active before its change has
 * begun, too; one that is active again afterwards tells what became of it.
 */
export function isSettled(eks: ServiceClient<'eks'>, name: string | undefined, wanted: EndpointAccess) {
  let hasBegun = false;
  return async (): Promise<boolean> => {
    const { cluster } = await eks.describeCluster({ name });
    const isActive = cluster?.status === 'ACTIVE';
    hasBegun ||= !isActive;
    return isActive && (hasBegun || same(accessOf(descriptionOf(cluster)), wanted));
  };
}

/** From where the cluster's API server answers. */
export const endpointAccess = settable(
  fromFacts(
    ['description'],
    (needs, _cluster: Subject): EndpointAccess =>
      accessOf(knownValue<ClusterDescription>(needs['description'])),
  ),
  {
    permissions: ['eks:UpdateClusterConfig', 'eks:DescribeCluster'],
    calls: () => ['UpdateClusterConfig'],
    same,
    async put(client, cluster, value) {
      const eks = await client.service('eks', cluster.region);
      await eks.updateClusterConfig({
        name: cluster.name,
        resourcesVpcConfig: {
          endpointPublicAccess: value.public,
          endpointPrivateAccess: value.private,
          ...(value.public && { publicAccessCidrs: [...value.publicCidrs] }),
        },
      });
      await until(client.signal, isSettled(eks, cluster.name, value));
    },
  },
);

/** Ranges of the public endpoint by which anyone reaches it; none where it is off. */
export const openTo = fromFacts(['endpointAccess'], (needs, _cluster: Subject): readonly string[] => {
  const access = knownValue<EndpointAccess>(needs['endpointAccess']);
  return access.public ? internetAmong(rangesOf(access)) : [];
});
