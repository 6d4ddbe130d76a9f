import { bucketExposure, type Known, type PublicAccessBlock } from '../../../../access/index.ts';
import type { Collected, Unknown } from '../../../../domain/collected.ts';
import { NotKnown } from '../../../../domain/errors.ts';
import { fromFacts, knownValue } from '../../collect.ts';
import type { Bucket } from '../bucket-subject.ts';
import type { Website } from './website.ts';

const doors = ['policy', 'publicAccessBlock', 'accountBlock', 'policyStatus'] as const;

/**
 * The website and whether everyone gets its pages; `null` when there is none, whatever else is unknown. A page is read
 * without credentials, so only what the policy lets everyone get counts: neither listing nor the bucket's ACL opens one.
 */
export const publicWebsite = fromFacts(['website', ...doors], (needs, bucket: Bucket, reader) => {
  const site = knownValue<Website | null>(needs['website']);
  if (site === null) return null;
  if (!site.servesObjects) return { ...site, public: false };
  const { read } = bucketExposure({
    bucket: bucket.id,
    accountId: reader.identity.id,
    now: new Date(),
    accountBlock: known<PublicAccessBlock>(needs['accountBlock']),
    bucketBlock: known<PublicAccessBlock>(needs['publicAccessBlock']),
    ownership: none,
    acl: none,
    policy: known<string>(needs['policy'], gettingOnly),
    // AWS's "public" may be for another action than this one; its "not public" holds for all.
    policyStatus: needs['policyStatus']?.known && needs['policyStatus'].value === false ? notPublic : none,
  });
  if (read.public !== 'unknown') return { ...site, public: read.public && read.to === 'everyone' };
  const unread = doors.map((name) => needs[name]).find((need): need is Unknown => need?.known === false);
  throw new NotKnown({ ...(unread ?? { known: false, reason: 'unsupported' }), message: read.because });
});

const none = { known: true, value: null } as const;
const notPublic = { known: true, value: { isPublic: false } } as const;

function known<T>(need: Collected<any> | undefined, reduce = (value: T): T => value): Known<T> {
  if (!need?.known) return { known: false, because: need?.message ?? 'it was not asked' };
  return { known: true, value: need.value === null ? null : reduce(need.value) };
}

/** The same policy with all but s3:GetObject refused; what is no policy is left to be called so. */
function gettingOnly(policy: string): string {
  const allButGetting = { Effect: 'Deny', Principal: '*', NotAction: 's3:GetObject', Resource: '*' };
  try {
    const document = JSON.parse(policy);
    return JSON.stringify({ ...document, Statement: [document?.Statement, allButGetting].flat() });
  } catch (error) {
    if (error instanceof SyntaxError) return policy;
    throw error;
  }
}
