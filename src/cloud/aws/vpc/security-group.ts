import {
  doorsOf,
  isEveryPort,
  type PrefixLists,
  type SecurityRules,
  saysOpen,
} from '../../../access/index.ts';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromAccount, fromFacts, fromListing, knownValue, listOf, settable } from '../collect.ts';
import { type GroupRules, securityGroupPermissions, securityGroups } from '../ec2/security-groups.ts';
import type { AwsReader } from '../reader.ts';
import { idOf } from './named.ts';
import { networkInterfacePermissions, networkInterfaces } from './network-interfaces.ts';
import { changedBy, rulesFrom, writeRules } from './security-rules.ts';

interface SecurityGroup extends Subject {
  readonly isDefault: boolean;
  readonly ingress: SecurityRules;
  readonly egress: SecurityRules;
  readonly lists: PrefixLists;
  readonly unread: Readonly<Record<string, unknown>>;
}

/** Ports that a group opens to the internet. */
export interface Door {
  readonly tcp: boolean;
  readonly udp: boolean;
  readonly from: number;
  readonly to: number;
  /** Every port of TCP at least. */
  readonly every: boolean;
  /** "TCP 22 from 0.0.0.0/0". */
  readonly says: string;
}

const subjectOf = ({ identity }: AwsReader, region: string, group: GroupRules): SecurityGroup => {
  const { id, name, vpc, told, lists, tags } = group;
  const entries = [...lists];
  return {
    id: `arn:${identity.partition}:ec2:${region}:${told.OwnerId ?? identity.id}:security-group/${id}`,
    region,
    // Every VPC has a group of the name `default`.
    name: name === 'default' ? `default of ${vpc ?? region}` : name || id,
    tags,
    isDefault: name === 'default',
    ingress: rulesFrom(listOf(told.IpPermissions, 'DescribeSecurityGroups')),
    egress: rulesFrom(listOf(told.IpPermissionsEgress, 'DescribeSecurityGroups')),
    lists: Object.fromEntries(
      entries.flatMap(([list, read]) => ('ranges' in read ? [[list, read.ranges]] : [])),
    ),
    unread: Object.fromEntries(
      entries.flatMap(([list, read]) => ('unread' in read ? [[list, read.unread]] : [])),
    ),
  };
};

async function* list(reader: AwsReader, region: string): AsyncIterable<SecurityGroup> {
  for (const group of (await securityGroups(reader, region)).values()) yield subjectOf(reader, region, group);
}

const ingress = settable(
  fromListing((group: SecurityGroup): SecurityRules => group.ingress),
  {
    permissions: [
      'ec2:DescribeSecurityGroups',
      'ec2:AuthorizeSecurityGroupIngress',
      'ec2:RevokeSecurityGroupIngress',
    ],
    resources: ({ id }) => [id],
    calls: ({ before, after }) => changedBy('Ingress', before, after),
    put: (client, subject, rules) => writeRules(client, subject, { ingress: rules }),
  },
);

/** Both directions, for a group that is to hold no rule at all. */
const rules = settable(
  fromListing((group: SecurityGroup) => ({ ingress: group.ingress, egress: group.egress })),
  {
    permissions: [
      'ec2:DescribeSecurityGroups',
      'ec2:AuthorizeSecurityGroupIngress',
      'ec2:RevokeSecurityGroupIngress',
      'ec2:AuthorizeSecurityGroupEgress',
      'ec2:RevokeSecurityGroupEgress',
    ],
    resources: ({ id }) => [id],
    calls: ({ before, after }) => [
      ...changedBy('Ingress', before.ingress, after.ingress),
      ...changedBy('Egress', before.egress, after.egress),
    ],
    put: (client, subject, both) => writeRules(client, subject, both),
  },
);

const openToInternet = fromFacts(['ingress'], (needs, group: SecurityGroup): readonly Door[] => {
  const unread = (name: string) =>
    group.unread?.[name] ?? new CloudError('failed', `the prefix list ${name} could not be read`);
  const doors = doorsOf(knownValue<SecurityRules>(needs['ingress']), group.lists ?? {}, unread);
  return doors.map((door) => ({
    tcp: door.protocol === 'tcp' || door.protocol === '-1',
    udp: door.protocol === 'udp' || door.protocol === '-1',
    from: door.from,
    to: door.to,
    every: isEveryPort(door) && (door.protocol === 'tcp' || door.protocol === '-1'),
    says: saysOpen(door),
  }));
});

/** How many network interfaces have the group now. */
const usedBy = fromAccount(networkInterfacePermissions, async (reader, group: SecurityGroup) => {
  const own = idOf(group);
  const all = await networkInterfaces(reader, group.region);
  return all.filter(({ groups }) => groups.includes(own)).length;
});

export const securityGroup = {
  title: 'Security group',
  scope: 'regional',
  permissions: securityGroupPermissions,
  pattern: ({ id, partition }, region) => `arn:${partition}:ec2:${region}:${id}:security-group/*`,
  list,
  facts: {
    isDefault: fromListing((group: SecurityGroup) => group.isDefault),
    ingress,
    rules,
    openToInternet,
    usedBy,
  },
} as const satisfies ResourceKind<SecurityGroup>;
