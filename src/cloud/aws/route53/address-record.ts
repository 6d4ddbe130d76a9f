import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromAccount, fromListing, itemsOf, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { heldAddresses, heldPermissions } from './held-addresses.ts';

interface AddressRecord extends Subject {
  readonly addresses: readonly string[];
}

/** EC2's own name of an address: `ec2-203-0-113-7.compute-1.amazonaws.com`. */
const ofEc2 = /^ec2-(\d+)-(\d+)-(\d+)-(\d+)\.[\w.-]*amazonaws\.com\.?$/i;

/** The IPv4 addresses that a record leads to, by itself or by EC2's name of one; empty for all other records. */
function addressesOf({ Type, ResourceRecords }: ResourceRecordSet): readonly string[] {
  const values = (ResourceRecords ?? []).map(({ Value }) => present(Value, 'the value of the record'));
  if (Type === 'A') return values;
  if (Type !== 'CNAME') return [];
  return values.flatMap((value) => {
    const parts = ofEc2.exec(value)?.slice(1);
    return parts ? [parts.join('.')] : [];
  });
}

/** Route 53 writes an asterisk as \052. */
const plain = (name: string): string =>
  name
    .replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
    .replace(/\.$/, '');

/** What the world can look up: zones of a VPC are no business of strangers. */
async function* list(reader: AwsReader): AsyncIterable<AddressRecord> {
  const route53 = await reader.service('route53', 'us-east-1');
  const zones = route53.paginateListHostedZones({ MaxItems: 100 });
  for await (const zone of itemsOf(zones, (page) => page.HostedZones, 'ListHostedZones')) {
    // A zone that was made without a comment may carry no configuration; one of a VPC always says so.
    if (zone.Config?.PrivateZone) continue;
    const id = present(zone.Id, 'the id of the zone').replace('/hostedzone/', '');
    let next: object | null = {};
    while (next !== null) {
      const page = await recordsOf(reader, id, next);
      for (const record of listOf(page.ResourceRecordSets, 'ListResourceRecordSets')) {
        const addresses = addressesOf(record);
        if (addresses.length === 0) continue;
        const name = plain(present(record.Name, 'the name of the record'));
        const part = record.SetIdentifier ? `/${record.SetIdentifier}` : '';
        yield {
          id: `arn:${reader.identity.partition}:route53:::hostedzone/${id}/${name}/${record.Type}${part}`,
          region: 'global',
          name: `${name}${part}`,
          addresses,
        };
      }
      next = page.IsTruncated
        ? {
            StartRecordName: present(page.NextRecordName, 'NextRecordName'),
            StartRecordType: page.NextRecordType,
            StartRecordIdentifier: page.NextRecordIdentifier,
          }
        : null;
    }
  }
}

const recordsOf = async (reader: AwsReader, HostedZoneId: string, from: object) =>
  (await reader.service('route53', 'us-east-1')).listResourceRecordSets({
    HostedZoneId,
    MaxItems: 300,
    ...from,
  });

/** Those of its addresses that nothing in the scanned regions of the account holds now. */
const notHeld = fromAccount(
  heldPermissions,
  async (reader, { addresses }: AddressRecord): Promise<readonly string[]> => {
    const held = await heldAddresses(reader);
    return addresses.filter((address) => !held.has(address));
  },
);

export const addressRecord = {
  title: 'DNS address record',
  scope: 'global',
  permissions: ['route53:ListHostedZones', 'route53:ListResourceRecordSets'],
  pattern: ({ partition }) => `arn:${partition}:route53:::hostedzone/*`,
  list,
  facts: { addresses: fromListing((record: AddressRecord) => record.addresses), notHeld },
} as const satisfies ResourceKind<AddressRecord>;
