import type { Subject } from '../../../domain/catalog.ts';
import { type Collected, known, unknown } from '../../../domain/collected.ts';
import { Cancelled, CloudError } from '../../../domain/errors.ts';
import { classify } from '../classify.ts';
import { fromAccount } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { bucket } from './bucket.ts';
import type { Bucket } from './bucket-subject.ts';
import type { CloudFrontOrigin } from './facts/cloudfront-origins.ts';
import type { Open } from './facts/exposure.ts';
import type { PolicyGrant } from './facts/policy-grants.ts';
import type { Website } from './facts/website.ts';

/** What somebody outside gets from one bucket today. `null` is what could not be read. */
export interface BucketWithin {
  readonly name: string;
  readonly read: Open | null;
  readonly write: Open | null;
  /** The policy admits strangers, and no block holds it back. */
  readonly policy: Open | null;
  readonly website: boolean | null;
  /** Distributions that read as a stranger, or by an origin access identity. */
  readonly distributions:
    | readonly { readonly id: string; readonly signs: CloudFrontOrigin['signs'] }[]
    | null;
  readonly grantees: readonly string[] | null;
  readonly aclsOn: boolean | null;
}

/** A plan is waited for: with more buckets than this it says that it cannot tell. */
const mostBuckets = 300;
const atOnce = 8;

const facts = [
  'publicRead',
  'publicWrite',
  'publicPolicy',
  'website',
  'cloudFrontOrigins',
  'crossAccountGrants',
  'ownership',
] as const;
type Learnt = Readonly<Record<(typeof facts)[number], Collected<unknown>>>;

const told = <T>(answer: Collected<unknown>): T | null => (answer.known ? (answer.value as T) : null);

function summary(name: string, learnt: Learnt): BucketWithin {
  const origins = told<readonly CloudFrontOrigin[]>(learnt.cloudFrontOrigins);
  const { website, ownership } = learnt;
  return {
    name,
    read: told<Open>(learnt.publicRead),
    write: told<Open>(learnt.publicWrite),
    policy: told<Open>(learnt.publicPolicy),
    website: website.known ? (website.value as Website | null)?.servesObjects === true : null,
    distributions: origins?.map(({ id, signs }) => ({ id, signs })) ?? null,
    grantees:
      told<readonly PolicyGrant[]>(learnt.crossAccountGrants)
        ?.filter(({ kind }) => kind !== 'service')
        .map(({ principal }) => principal) ?? null,
    aclsOn: ownership.known ? ownership.value !== 'BucketOwnerEnforced' : null,
  };
}

/** Every bucket, as far as a block of the whole account would bear on it. Asked only where that is planned. */
export const bucketsWithin = fromAccount(
  [
    's3:ListAllMyBuckets',
    's3:GetBucketLocation',
    's3:GetBucketPolicy',
    's3:GetBucketPolicyStatus',
    's3:GetBucketAcl',
    's3:GetBucketOwnershipControls',
    's3:GetBucketPublicAccessBlock',
    's3:GetAccountPublicAccessBlock',
    's3:GetBucketWebsite',
    'cloudfront:ListDistributions',
  ],
  async (reader, _account: Subject): Promise<readonly BucketWithin[]> => {
    const within: BucketWithin[] = [];
    let waiting: Bucket[] = [];
    const look = async () => {
      const looked = waiting.map(async (one) => summary(one.name, await learnAll(reader, one, bucket.facts)));
      within.push(...(await Promise.all(looked)));
      waiting = [];
    };
    for await (const one of bucket.list(reader)) {
      if (within.length + waiting.length >= mostBuckets)
        throw new CloudError('unsupported', `the account has more than ${mostBuckets} buckets`);
      if (waiting.push(one) === atOnce) await look();
    }
    await look();
    return within;
  },
);

interface Learnable {
  readonly needs?: readonly string[];
  read(reader: AwsReader, bucket: Bucket, needs: Readonly<Record<string, Collected<any>>>): unknown;
}

/** Each fact, after those that it needs; every one asked once. */
async function learnAll(
  reader: AwsReader,
  of: Bucket,
  collectors: Readonly<Record<string, Learnable>>,
): Promise<Learnt> {
  const answers = new Map<string, Promise<Collected<unknown>>>();
  const learn = (name: string): Promise<Collected<unknown>> => {
    const started = answers.get(name) ?? read(name);
    answers.set(name, started);
    return started;
  };
  const read = async (name: string): Promise<Collected<unknown>> => {
    const collector = collectors[name];
    if (!collector) throw new Error(`a bucket has no fact ${name}`);
    const needs: Record<string, Collected<unknown>> = {};
    for (const need of collector.needs ?? []) needs[need] = await learn(need);
    try {
      return known(await collector.read(reader, of, needs));
    } catch (error) {
      if (error instanceof Cancelled) throw error;
      const { reason, message, permission } = classify(error);
      return unknown(reason, message, permission);
    }
  };
  const all = await Promise.all(facts.map(async (name) => [name, await learn(name)] as const));
  return Object.fromEntries(all) as Learnt;
}
