import {
  type BucketFacts,
  bucketExposure,
  type Known,
  type PublicAccessBlock,
} from '../../../../access/index.ts';
import type { Collected, Unknown } from '../../../../domain/collected.ts';
import { NotKnown } from '../../../../domain/errors.ts';
import { fromFacts, knownValue } from '../../collect.ts';
import type { Bucket } from '../bucket-subject.ts';
import type { EffectiveBlock } from '../public-access-block.ts';
import type { Website } from './website.ts';

const doors = ['policy', 'publicAccessBlock', 'accountBlock', 'policyStatus'] as const;
const ofAcls = ['ownership', 'effectiveBlock'] as const;

interface PublicWebsite extends Website {
  readonly public: boolean;
  /** The policy does not open its pages, but nothing keeps the ACL of each from doing so. */
  readonly byObjectAcls?: true;
}

/**
 * The website and whether everyone gets its pages; `null` when there is none, whatever else is unknown. A page is read
 * without credentials, so only what the policy or the page's own ACL lets everyone get counts: neither listing nor the
 * bucket's ACL opens one.
 */
export const publicWebsite = fromFacts(
  ['website', ...doors, ...ofAcls],
  (needs, bucket: Bucket, reader): PublicWebsite | null => {
    const site = knownValue<Website | null>(needs['website']);
    if (site === null) return null;
    if (!site.servesObjects) return { ...site, public: false };
    const read = (facts: Pick<BucketFacts, 'policy'> & Partial<BucketFacts>) => {
      const about = { bucket: bucket.id, accountId: reader.identity.id, now: new Date() };
      return bucketExposure({ ...about, ...nothingElse, ...facts }).read;
    };
    const byPolicy = read({
      accountBlock: known<PublicAccessBlock>(needs['accountBlock']),
      bucketBlock: known<PublicAccessBlock>(needs['publicAccessBlock']),
      policy: known<string>(needs['policy'], gettingOnly),
      // AWS's "public" may be for another action than this one; its "not public" holds for all.
      policyStatus: needs['policyStatus']?.known && needs['policyStatus'].value === false ? notPublic : none,
    });
    const unread = doors.map((name) => needs[name]).find((need): need is Unknown => need?.known === false);
    const why = unread ?? { known: false, reason: 'unsupported' };
    if (byPolicy.public === 'unknown') throw new NotKnown({ ...why, message: byPolicy.because });
    if (byPolicy.public && byPolicy.to === 'everyone') return { ...site, public: true };

    if (!aclsCount(needs)) return { ...site, public: false };
    const policy = knownValue<string | null>(needs['policy']);
    if (policy === null) return { ...site, public: false, byObjectAcls: true };
    // A Deny of the policy is stronger than an ACL, which is no more than another Allow.
    const byAcl = read({
      policy: { known: true, value: gettingOnly(policy, everyoneGets(bucket.id)) },
    });
    if (byAcl.public === 'unknown') throw new NotKnown({ ...why, message: byAcl.because });
    return { ...site, public: false, ...(byAcl.public && { byObjectAcls: true }) };
  },
);

/** Whether the ACL of an object opens it; either of the two that forbid it settles the matter. */
function aclsCount(needs: Readonly<Record<string, Collected<any>>>): boolean {
  const { ownership, effectiveBlock } = needs;
  if (ownership?.known && ownership.value === 'BucketOwnerEnforced') return false;
  const { off } = knownValue<EffectiveBlock>(effectiveBlock);
  if (!off.includes('ignorePublicAcls')) return false;
  knownValue(ownership);
  return true;
}

const none = { known: true, value: null } as const;
const nothingElse = { accountBlock: none, bucketBlock: none, ownership: none, acl: none, policyStatus: none };
const notPublic = { known: true, value: { isPublic: false } } as const;

function known<T>(need: Collected<any> | undefined, reduce = (value: T): T => value): Known<T> {
  if (!need?.known) return { known: false, because: need?.message ?? 'it was not asked' };
  return { known: true, value: need.value === null ? null : reduce(need.value) };
}

const everyoneGets = (bucket: string) => ({
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: `${bucket}/*`,
});

/** The same policy with all but s3:GetObject refused; what is no policy is left to be called so. */
function gettingOnly(policy: string, ...more: readonly object[]): string {
  const allButGetting = { Effect: 'Deny', Principal: '*', NotAction: 's3:GetObject', Resource: '*' };
  try {
    const document = JSON.parse(policy);
    return JSON.stringify({ ...document, Statement: [document?.Statement, allButGetting, ...more].flat() });
  } catch (error) {
    if (error instanceof SyntaxError) return policy;
    throw error;
  }
}
