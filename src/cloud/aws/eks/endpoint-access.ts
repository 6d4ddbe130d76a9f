import { internetAmong } from '../../../access/index.ts';
import type { Subject } from '../../../domain/catalog.ts';
import { fromFacts, knownValue, settable } from '../collect.ts';
import type { ClusterDescription } from './description.ts';

// A type, not an interface: only then is it plain data to the compiler.
type EndpointAccess = {
  readonly public: boolean;
  readonly private: boolean;
  /** Who reaches the public endpoint. */
  readonly publicCidrs: readonly string[];
};

/** EKS takes some ten minutes to change an endpoint, and until then tells of the old one. */
const mostSeconds = 1800;

/** From where the cluster's API server answers. */
export const endpointAccess = settable(
  fromFacts(['description'], (needs, _cluster: Subject): EndpointAccess => {
    const told = knownValue<ClusterDescription>(needs['description']);
    return {
      public: told.publicAccess,
      private: told.privateAccess,
      publicCidrs: told.publicAccess ? told.publicAccessCidrs : [],
    };
  }),
  {
    permissions: ['eks:UpdateClusterConfig', 'eks:DescribeCluster'],
    calls: () => ['UpdateClusterConfig'],
    same: (a, b) =>
      a.public === b.public &&
      a.private === b.private &&
      a.publicCidrs.toSorted().join() === b.publicCidrs.toSorted().join(),
    async put(client, { name, region }, value) {
      const eks = await client.service('eks', region);
      await eks.updateClusterConfig({
        name,
        resourcesVpcConfig: {
          endpointPublicAccess: value.public,
          endpointPrivateAccess: value.private,
          ...(value.public && { publicAccessCidrs: [...value.publicCidrs] }),
        },
      });
      await eks.waitUntilClusterActive({ name }, { maxWaitTime: mostSeconds, abortSignal: client.signal });
    },
  },
);

/** Ranges of the public endpoint by which anyone reaches it; none where it is off. */
export const openTo = fromFacts(['endpointAccess'], (needs, _cluster: Subject): readonly string[] => {
  const access = knownValue<EndpointAccess>(needs['endpointAccess']);
  if (!access.public) return [];
  // No range at all is EKS's way to say everyone.
  return access.publicCidrs.length === 0 ? ['0.0.0.0/0'] : internetAmong(access.publicCidrs);
});
