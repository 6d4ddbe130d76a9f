import { type Acl, aclAccess } from './acl.ts';
import { type PublicAccessBlock, shield } from './block.ts';
import type { Known, Maybe } from './known.ts';
import { type PolicyFacts, policyVerdict } from './policy-verdict.ts';
import { type Exposure, either, type PublicAccess, undecided } from './public-access.ts';

export type ObjectOwnership = 'BucketOwnerEnforced' | 'BucketOwnerPreferred' | 'ObjectWriter';

export interface BucketFacts extends PolicyFacts {
  /** Its name or its ARN. */
  readonly bucket: string;
  readonly accountId: string;
  readonly now?: Date;
  readonly accountBlock: Known<PublicAccessBlock>;
  readonly bucketBlock: Known<PublicAccessBlock>;
  /** Null, a bucket without ownership controls, is ObjectWriter: its ACL counts. */
  readonly ownership: Known<ObjectOwnership>;
  readonly acl: Known<Acl>;
}

export interface BucketExposure extends PublicAccess {
  /** What the policy by itself opens, before any block. */
  readonly policy: PublicAccess;
  /** What the ACL by itself opens, before any block or ownership setting. */
  readonly acl: PublicAccess;
  /** What would be public and is not, and what keeps it. */
  readonly shielded: readonly string[];
  /** AWS's own verdict on the policy and ours differ. */
  readonly disagreement?: string;
}

/** Something that keeps strangers out of what a policy or an ACL would open. */
interface Keeper {
  readonly name: string;
  readonly up: Maybe;
  /** Why it cannot be told whether it is up. */
  readonly unread: string;
}

/** True, but not worth a word beside what the other one says. */
const nothing = new Set(['there is no policy', 'there is no ACL']);
const closed = (because: string): Exposure => ({ public: false, because, statements: [] });

function behind(exposure: Exposure, { name, up, unread }: Keeper): Exposure {
  if (exposure.public === false) return exposure;
  if (up) return closed(`${name} keeps strangers out`);
  if (up === false || exposure.public === 'unknown') return exposure;
  return undecided(`${exposure.because}, unless ${name} keeps strangers out: ${unread}`);
}

function together(policy: Exposure, acl: Exposure): Exposure {
  if (policy.public !== false || acl.public !== false) return either(policy, acl);
  const told = [policy.because, acl.because].filter((because) => !nothing.has(because));
  return closed(told.join('; ') || 'nothing is granted to strangers');
}

function aclAlone(acl: Known<Acl>): PublicAccess {
  const same = (exposure: Exposure): PublicAccess => ({ read: exposure, write: exposure, any: exposure });
  if (!acl.known) return same(undecided(`the ACL could not be read: ${acl.because}`));
  if (acl.value === null) return same(closed('there is no ACL'));
  const { read, write } = aclAccess(acl.value);
  return { read, write, any: either(read, write) };
}

/**
 * Whether strangers get into a bucket, all things taken together as S3 does: policy behind RestrictPublicBuckets, ACL behind
 * IgnorePublicAcls and ownership, the most restrictive of account and bucket. What was not read leads to "unknown" only where
 * it could change the answer. When AWS's verdict on the policy and ours differ, "public" wins and the difference is shown.
 */
export function bucketExposure(facts: BucketFacts): BucketExposure {
  const { bucket, accountId, now, ownership, accountBlock, bucketBlock } = facts;
  const context = { service: 's3', resource: bucket, accountId, ...(now && { now }) };
  const { access: policy, disagreement } = policyVerdict(facts, context);
  const acl = aclAlone(facts.acl);

  const block = (flag: 'ignorePublicAcls' | 'restrictPublicBuckets', name: string): Keeper => {
    const { up, by, because } = shield(flag, accountBlock, bucketBlock);
    return { name: up ? `${name} of ${by}` : name, up, unread: because };
  };
  const restrict = block('restrictPublicBuckets', 'RestrictPublicBuckets');
  const ignore = block('ignorePublicAcls', 'IgnorePublicAcls');
  const enforced: Keeper = ownership.known
    ? { name: 'BucketOwnerEnforced', up: ownership.value === 'BucketOwnerEnforced', unread: '' }
    : { name: 'BucketOwnerEnforced', up: undefined, unread: ownership.because };

  const level = (name: 'read' | 'write' | 'any'): Exposure =>
    together(behind(policy[name], restrict), behind(behind(acl[name], ignore), enforced));
  const kept = (what: string, { any }: PublicAccess, keepers: readonly Keeper[]) =>
    any.public === true
      ? keepers.filter(({ up }) => up).map(({ name }) => `${what}: ${any.because}; kept by ${name}`)
      : [];

  return {
    read: level('read'),
    write: level('write'),
    any: level('any'),
    policy,
    acl,
    shielded: [...kept('policy', policy, [restrict]), ...kept('ACL', acl, [ignore, enforced])],
    ...(disagreement && { disagreement }),
  };
}
