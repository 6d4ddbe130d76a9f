import { type Acl, aclAccess } from './acl.ts';
import { type PublicAccessBlock, type Shield, shield } from './block.ts';
import type { Malformed, PolicyDocument } from './document.ts';
import { parsePolicy } from './document.ts';
import { and, type Known, type Maybe } from './known.ts';
import { either, type Exposure, isMalformed, publicAccess, type PublicAccess, undecided } from './public-access.ts';

export type ObjectOwnership = 'BucketOwnerEnforced' | 'BucketOwnerPreferred' | 'ObjectWriter';

export interface BucketFacts {
  readonly bucket: string;
  readonly accountId: string;
  readonly now?: Date;
  readonly accountBlock: Known<PublicAccessBlock>;
  readonly bucketBlock: Known<PublicAccessBlock>;
  /** Null, a bucket without ownership controls, is ObjectWriter: its ACL counts. */
  readonly ownership: Known<ObjectOwnership>;
  readonly acl: Known<Acl>;
  /** The policy's JSON. */
  readonly policy: Known<string>;
  /** GetBucketPolicyStatus. */
  readonly policyStatus: Known<{ readonly isPublic: boolean }>;
}

export interface BucketExposure {
  readonly read: Exposure;
  readonly write: Exposure;
  readonly any: Exposure;
  /** What the policy by itself opens, before any block. */
  readonly policy: PublicAccess;
  /** What the ACL by itself opens, before any block or ownership setting. */
  readonly acl: PublicAccess;
  /** What would be public and is not, and what keeps it. */
  readonly shielded: readonly string[];
  /** AWS's own verdict and ours differ. */
  readonly disagreement?: string;
}

type Access = Omit<PublicAccess, 'any'>;
const LEVELS = ['read', 'write'] as const;

const whole = ({ read, write }: Access): PublicAccess => ({ read, write, any: either(read, write) });
const both = (read: Exposure): Access => ({ read, write: read });
const closed = (because: string): Exposure => ({ public: false, because, statements: [] });
const AWS_SAYS: Exposure = { public: true, because: 'AWS calls the policy public', statements: ['AWS'], to: 'everyone' };

/** What the policy would open if its conditions and refusals counted for nothing: where to look when AWS alone says "public". */
function suspected(document: PolicyDocument, context: { accountId: string; bucket: string }): Access {
  const bare = document.statements
    .filter(({ effect }) => effect === 'Allow')
    .map((statement) => ({ ...statement, conditions: [] }));
  const seen = publicAccess({ ...document, statements: bare }, { ...context, service: 's3', resource: context.bucket });
  if (seen.any.public !== true) return both(AWS_SAYS);
  const take = (level: Exposure): Exposure => (level.public === true ? { ...AWS_SAYS, statements: level.statements } : level);
  return { read: take(seen.read), write: take(seen.write) };
}

interface Judged {
  readonly access: Access;
  readonly disagreement?: string;
}

function policyAlone({ policy, policyStatus, bucket, accountId, now }: BucketFacts): Judged {
  const status = policyStatus.known ? policyStatus.value?.isPublic : undefined;
  if (!policy.known) {
    if (status === true) return { access: both(undecided('AWS calls the policy public; it could not be read')) };
    if (status === false) return { access: both(closed('AWS calls the policy not public')) };
    return { access: both(undecided(`the policy could not be read: ${policy.because}`)) };
  }
  const document: PolicyDocument | Malformed | null = policy.value === null ? null : parsePolicy(policy.value);
  if (document === null) {
    if (status !== true) return { access: both(closed('there is no policy')) };
    return { access: both(AWS_SAYS), disagreement: 'AWS calls the policy public, and we found no policy' };
  }
  const own = publicAccess(document, { service: 's3', resource: bucket, accountId, ...(now && { now }) });
  if (status === undefined || own.any.public === status) return { access: own };
  if (own.any.public === 'unknown') {
    const settled = (level: Exposure) => (level.public === true || status ? level : closed('AWS calls the policy not public'));
    return { access: { read: settled(own.read), write: settled(own.write) } };
  }
  if (!status) return { access: own, disagreement: `AWS calls the policy not public, but ${own.any.because}` };
  return {
    access: isMalformed(document) ? both(AWS_SAYS) : suspected(document, { accountId, bucket }),
    disagreement: `AWS calls the policy public, but by our reading ${own.any.because}`,
  };
}

function aclAlone({ acl }: BucketFacts): Access {
  if (!acl.known) return both(undecided(`the ACL could not be read: ${acl.because}`));
  return acl.value === null ? both(closed('there is no ACL')) : aclAccess(acl.value);
}

function behind(exposure: Exposure, up: Maybe, how: string, unread: string): Exposure {
  const open: Maybe = exposure.public === 'unknown' ? undefined : exposure.public;
  const left = and(open, up === undefined ? undefined : !up);
  if (left === undefined && open === true) return undecided(`${exposure.because}, unless ${how}: ${unread}`);
  return left === false && open !== false ? closed(how) : exposure;
}

const merge = (a: Exposure, b: Exposure): Exposure => (a.public === false && b.public === false && b.because.startsWith('the block') ? b : either(a, b));

/**
 * Whether strangers get into a bucket, all things taken together as S3 does: policy behind RestrictPublicBuckets, ACL behind
 * IgnorePublicAcls and ownership, the most restrictive of account and bucket. What was not read leads to "unknown" only where
 * it could change the answer. When AWS's verdict on the policy and ours differ, "public" wins and the difference is shown.
 * GetBucketPolicyStatus speaks of the policy alone, so blocks are applied to it as well.
 */
export function bucketExposure(facts: BucketFacts): BucketExposure {
  const restrict = shield('restrictPublicBuckets', facts.accountBlock, facts.bucketBlock);
  const ignore = shield('ignorePublicAcls', facts.accountBlock, facts.bucketBlock);
  const { ownership } = facts;
  const enforced: Maybe = ownership.known ? ownership.value === 'BucketOwnerEnforced' : undefined;
  const { access: policy, disagreement } = policyAlone(facts);
  const acl = aclAlone(facts);
  const shielded: string[] = [];

  const note = (what: string, access: Access, by: Shield | string, up: Maybe, setting: string) => {
    const exposed = either(access.read, access.write);
    if (!up || exposed.public !== true) return;
    shielded.push(`${what}: ${exposed.because}; kept by ${setting}${typeof by === 'string' ? by : ` of ${by.by}`}`);
  };
  note('policy', policy, restrict, restrict.up, 'RestrictPublicBuckets');
  note('ACL', acl, ignore, ignore.up, 'IgnorePublicAcls');
  note('ACL', acl, '', enforced, 'BucketOwnerEnforced');

  const level = (name: (typeof LEVELS)[number]): Exposure => {
    const byPolicy = behind(policy[name], restrict.up, `RestrictPublicBuckets of ${restrict.by} keeps strangers out`, restrict.because);
    const ignored = behind(acl[name], ignore.up, `IgnorePublicAcls of ${ignore.by} keeps strangers out`, ignore.because);
    const unread = ownership.known ? '' : ownership.because;
    return merge(byPolicy, behind(ignored, enforced, 'BucketOwnerEnforced switches the ACL off', unread));
  };
  const result = whole({ read: level('read'), write: level('write') });
  return { ...result, policy: whole(policy), acl: whole(acl), shielded, ...(disagreement && { disagreement }) };
}
