import { isDeepStrictEqual } from 'node:util';
import type { Address, EC2 } from '@aws-sdk/client-ec2';
import { CloudError } from '../../../domain/errors.ts';
import { fromCall, listOf, present, settable } from '../collect.ts';
import type { Instance } from './instances.ts';

type PublicAddresses = {
  /** Elastic IPs by their allocation, and where they lead. */
  readonly elastic: {
    readonly [allocation: string]: {
      readonly address: string;
      readonly interface: string;
      readonly privateAddress: string;
    };
  };
  /** Addresses that EC2 lent: what is given back never comes again. */
  readonly lent: readonly string[];
};

/** More would not fit into what a session takes. */
const mostCards = 8;

const permissions = ['ec2:DescribeAddresses'] as const;

/** Those that lead to it. A filter without values would filter nothing. */
async function leadingTo({ interfaces }: Instance, ec2: EC2): Promise<readonly Address[]> {
  const cards = interfaces.map(({ id }) => id);
  if (cards.length === 0) return [];
  const { Addresses } = await ec2.describeAddresses({
    Filters: [{ Name: 'network-interface-id', Values: cards }],
  });
  return listOf(Addresses, 'DescribeAddresses').filter(({ NetworkInterfaceId = '' }) =>
    cards.includes(NetworkInterfaceId),
  );
}

const entryOf = ({ AllocationId, PublicIp, NetworkInterfaceId, PrivateIpAddress }: Address) =>
  [
    present(AllocationId, 'AllocationId'),
    {
      address: present(PublicIp, 'PublicIp'),
      interface: present(NetworkInterfaceId, 'NetworkInterfaceId'),
      privateAddress: present(PrivateIpAddress, 'PrivateIpAddress'),
    },
  ] as const;

const addressesOf = ({ elastic }: PublicAddresses) => Object.values(elastic).map(({ address }) => address);

const gone = (from: PublicAddresses, to: PublicAddresses) =>
  Object.keys(from.elastic).filter((allocation) => !(allocation in to.elastic));

/** By what the instance is reached, and which of it is the account's own. */
export const ownPublicAddresses = settable(
  fromCall(permissions, async (reader, instance: Instance): Promise<PublicAddresses> => {
    const ec2 = await reader.service('ec2', instance.region);
    const elastic = Object.fromEntries((await leadingTo(instance, ec2)).map(entryOf));
    const own = addressesOf({ elastic, lent: [] });
    const all = instance.interfaces.flatMap(({ publicAddresses }) => publicAddresses);
    return { elastic, lent: all.filter((address) => !own.includes(address)) };
  }),
  {
    permissions: ['ec2:DisassociateAddress', 'ec2:AssociateAddress', ...permissions],
    resources({ id, interfaces }) {
      const account = id.split(':').slice(0, 5).join(':');
      const cards = interfaces.length > mostCards ? ['*'] : interfaces.map((card) => card.id);
      return [
        id,
        ...cards.map((card) => `${account}:network-interface/${card}`),
        // Where one comes back, the instance does not tell of it any more.
        `${account}:elastic-ip/*`,
      ];
    },
    calls: ({ before, after }) => [
      ...gone(before, after).map(() => 'DisassociateAddress'),
      ...gone(after, before).map(() => 'AssociateAddress'),
    ],
    // What EC2 lends meanwhile is not set from here, and would stand in the way of an undo.
    same: (a, b) => isDeepStrictEqual(a.elastic, b.elastic),
    implies: (value) => ({ publicAddresses: [...value.lent, ...addressesOf(value)] }),
    async put(client, instance, { elastic }) {
      const ec2 = await client.service('ec2', instance.region);
      const there = await leadingTo(instance, ec2);
      for (const { interface: card } of Object.values(elastic))
        if (!instance.interfaces.some(({ id }) => id === card))
          throw new CloudError('unsupported', `${card} is not a network card of the instance any more`);
      for (const { AllocationId = '', AssociationId } of there)
        if (!(AllocationId in elastic)) await ec2.disassociateAddress({ AssociationId });
      for (const [AllocationId, { interface: NetworkInterfaceId, privateAddress }] of Object.entries(elastic))
        if (!there.some((address) => address.AllocationId === AllocationId))
          await ec2.associateAddress({
            AllocationId,
            NetworkInterfaceId,
            PrivateIpAddress: privateAddress,
            AllowReassociation: false,
          });
    },
  },
);
