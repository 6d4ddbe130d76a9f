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
  /** Holds for every object: no prefix or tag narrows it. Recordings of before lack it. */
  readonly wholeBucket?: boolean;
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

const ruleFrom = ({ Status, Destination, Filter, Prefix }: ReplicationRule): Rule => ({
  enabled: Status === 'Enabled',
  bucket: present(Destination?.Bucket, 'the destination bucket').split(':').at(-1) ?? '',
  account: Destination?.Account ?? null,
  wholeBucket: Filter ? !Filter.Prefix && !Filter.Tag && !Filter.And : !Prefix,
});

/** `account` and `region` are `null` where another account owns the bucket and nobody here can say. */
export interface ReplicationTarget {
  readonly bucket: string;
  readonly account: string | null;
  readonly region: string | null;
  /** Some rule copies every new object there. */
  readonly wholeBucket?: boolean;
}

/** Where the enabled rules lead: whose bucket it is, and in which region. */
export const replicationTargets = fromFacts(
  ['replication'],
  async ({ replication }, _bucket: Bucket, reader): Promise<readonly ReplicationTarget[]> => {
    const rules = knownValue<readonly Rule[]>(replication).filter((rule) => rule.enabled);
    const byBucket = new Map(rules.map((rule) => [rule.bucket, rule]));
    const whole = rules.filter((rule) => rule.wholeBucket !== false).map(({ bucket }) => bucket);
    return Promise.all(
      [...byBucket.values()].map(async (rule) => ({
        ...(await targetOf(reader, rule)),
        wholeBucket: whole.includes(rule.bucket),
      })),
    );
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

/** A copy, be it of a part, lies in another region. A target whose region nobody here can say leaves the question open. */
export const copiedToOtherRegion = fromFacts(
  ['replicationTargets'],
  ({ replicationTargets }, bucket: Bucket) => {
    const targets = knownValue<readonly ReplicationTarget[]>(replicationTargets);
    const elsewhere = (list: readonly ReplicationTarget[]) =>
      list.some(({ region }) => region !== null && region !== bucket.region);
    const whole = targets.filter(({ wholeBucket }) => wholeBucket !== false);
    if (elsewhere(whole)) return true;
    const partly = elsewhere(targets);
    if ((partly ? whole : targets).some(({ region }) => region === null))
      throw new CloudError('unsupported', "the region of another account's bucket cannot be read from here");
    return partly;
  },
);
