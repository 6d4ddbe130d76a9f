import { GetBucketReplicationCommand, ListBucketsCommand, type ReplicationRule } from '@aws-sdk/client-s3';
import { CloudError } from '../../../../domain/errors.ts';
import { fromCall, fromFacts, knownValue, listOf, orNone, present } from '../../collect.ts';
import type { AwsReader } from '../../reader.ts';
import { ask, type Bucket, homeOf } from '../bucket-subject.ts';
import { regionOf } from '../region-of.ts';

interface Rule {
  readonly enabled: boolean;
  readonly bucket: string;
  /** Named by the rule only where it hands the copies over to the other account. */
  readonly account: string | null;
}

/** The rules by which new objects are copied; none when replication is off. */
export const replication = fromCall(
  ['s3:GetReplicationConfiguration'],
  async (reader, bucket: Bucket): Promise<readonly Rule[]> => {
    const answer = await orNone(
      ask(reader, bucket, 'GetBucketReplication', (s3, it) => s3.send(new GetBucketReplicationCommand(it))),
      'ReplicationConfigurationNotFoundError',
    );
    if (answer === null) return [];
    return listOf(answer.ReplicationConfiguration?.Rules, 'GetBucketReplication').map(ruleFrom);
  },
);

const ruleFrom = ({ Status, Destination }: ReplicationRule): Rule => ({
  enabled: Status === 'Enabled',
  bucket: present(Destination?.Bucket, 'the destination bucket').split(':').at(-1) ?? '',
  account: Destination?.Account ?? null,
});

/** `account` and `region` are `null` where another account owns the bucket and nobody here can say. */
export interface ReplicationTarget {
  readonly bucket: string;
  readonly account: string | null;
  readonly region: string | null;
}

/** Where the enabled rules lead: whose bucket it is, and in which region. */
export const replicationTargets = fromFacts(
  ['replication'],
  async ({ replication }, _bucket: Bucket, reader): Promise<readonly ReplicationTarget[]> => {
    const rules = knownValue<readonly Rule[]>(replication).filter((rule) => rule.enabled);
    const byBucket = new Map(rules.map((rule) => [rule.bucket, rule]));
    return Promise.all([...byBucket.values()].map((rule) => targetOf(reader, rule)));
  },
  ['s3:ListAllMyBuckets', 's3:GetBucketLocation'],
);

async function targetOf(reader: AwsReader, { bucket, account }: Rule): Promise<ReplicationTarget> {
  if (account !== null && account !== reader.identity.id) return { bucket, account, region: null };
  const own = await reader.remember(`s3:ListBuckets:${bucket}`, async () => {
    const ask = new ListBucketsCommand({ Prefix: bucket, MaxBuckets: 100 });
    const { Buckets } = await reader.s3(homeOf(reader)).send(ask);
    const found = listOf(Buckets, 'ListBuckets').find(({ Name }) => Name === bucket);
    return found ? { region: found.BucketRegion ?? (await regionOf(reader, bucket)) } : null;
  });
  return own
    ? { bucket, account: reader.identity.id, region: own.region }
    : { bucket, account, region: null };
}

/** A copy lies in another region. A target whose region nobody here can say leaves the question open. */
export const copiedToOtherRegion = fromFacts(
  ['replicationTargets'],
  ({ replicationTargets }, bucket: Bucket) => {
    const targets = knownValue<readonly ReplicationTarget[]>(replicationTargets);
    const regions = targets.map(({ region }) => region);
    if (regions.some((region) => region !== null && region !== bucket.region)) return true;
    if (regions.includes(null))
      throw new CloudError('unsupported', "the region of another account's bucket cannot be read from here");
    return false;
  },
);
