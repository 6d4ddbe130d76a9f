import { type Malformed, type PolicyDocument, parsePolicy } from './document.ts';
import type { Known } from './known.ts';
import {
  type Exposure,
  isMalformed,
  type PolicyContext,
  type PublicAccess,
  publicAccess,
  undecided,
} from './public-access.ts';

export interface PolicyFacts {
  /** The policy's JSON. */
  readonly policy: Known<string>;
  /** GetBucketPolicyStatus: AWS's own verdict on the policy, blocks left aside. */
  readonly policyStatus: Known<{ readonly isPublic: boolean }>;
}
export interface PolicyVerdict {
  readonly access: PublicAccess;
  readonly disagreement?: string;
}

const all = (exposure: Exposure): PublicAccess => ({ read: exposure, write: exposure, any: exposure });
const closed = (because: string): Exposure => ({ public: false, because, statements: [] });
const AWS_SAYS: Exposure = {
  public: true,
  because: 'AWS calls the policy public',
  statements: ['AWS'],
  to: 'everyone',
};

/** AWS alone says "public": it does not say what to do, so the grants are read without their conditions and the refusals. */
function suspected(document: PolicyDocument | Malformed | null, context: PolicyContext): PublicAccess {
  const unsaid = undecided('AWS calls the policy public; we cannot tell what it opens');
  if (document === null || isMalformed(document)) return { ...all(unsaid), any: AWS_SAYS };
  const bare = document.statements
    .filter(({ effect }) => effect === 'Allow')
    .map((statement) => ({ ...statement, conditions: [] }));
  const seen = publicAccess({ ...document, statements: bare }, context);
  if (seen.any.public !== true) return { ...all(unsaid), any: AWS_SAYS };
  const take = (level: Exposure): Exposure =>
    level.public === true ? { ...AWS_SAYS, statements: level.statements } : level;
  return { read: take(seen.read), write: take(seen.write), any: take(seen.any) };
}

/** Whether the Deny statements are what closes the policy: AWS's published definition of public does not speak of them. */
function closedByDenials(document: PolicyDocument | Malformed | null, context: PolicyContext): boolean {
  if (document === null || isMalformed(document)) return false;
  const allows = document.statements.filter(({ effect }) => effect === 'Allow');
  return publicAccess({ ...document, statements: allows }, context).any.public === true;
}

const ANYBODY = { not: false, entries: [{ kind: 'AWS', value: '*' }] } as const;

/** Whether no Allow names an action and a resource of the bucket, whomever it speaks of. S3 refuses such a policy; emulators keep it. */
function grantsNothingHere(document: PolicyDocument | Malformed | null, context: PolicyContext): boolean {
  if (document === null || isMalformed(document)) return false;
  const bare = document.statements
    .filter(({ effect }) => effect === 'Allow')
    .map((statement) => ({ ...statement, principal: ANYBODY, conditions: [] }));
  return publicAccess({ ...document, statements: bare }, context).any.public === false;
}

/** Where we cannot tell, AWS's verdict settles it. */
function settled({ read, write, any }: PublicAccess, isPublic: boolean): PublicAccess {
  if (isPublic) return { read, write, any: AWS_SAYS };
  const close = (level: Exposure) =>
    level.public === 'unknown' ? closed('AWS calls the policy not public') : level;
  return { read: close(read), write: close(write), any: close(any) };
}

/**
 * What the policy opens by itself. AWS's verdict and ours are put together so that the worse one wins: an exposure that
 * either sees is shown, and their difference with it. With one exception: where it is Deny statements that close the
 * policy our reading stands, because a Deny always wins when a request is judged; the difference is still shown.
 */
export function policyVerdict({ policy, policyStatus }: PolicyFacts, context: PolicyContext): PolicyVerdict {
  const isPublic = policyStatus.known ? policyStatus.value?.isPublic : undefined;
  if (!policy.known) {
    const unread = all(undecided(`the policy could not be read: ${policy.because}`));
    return { access: isPublic === undefined ? unread : settled(unread, isPublic) };
  }
  const document = policy.value === null ? null : parsePolicy(policy.value);
  const own = document === null ? all(closed('there is no policy')) : publicAccess(document, context);
  if (isPublic === undefined || own.any.public === isPublic) return { access: own };
  if (own.any.public === 'unknown') return { access: settled(own, isPublic) };
  if (!isPublic)
    return { access: own, disagreement: `AWS calls the policy not public, by our reading it is` };
  if (grantsNothingHere(document, context)) {
    return {
      access: own,
      disagreement: 'AWS calls the policy public, but no statement of it applies to this bucket',
    };
  }
  if (closedByDenials(document, context)) {
    return {
      access: own,
      disagreement: 'AWS calls the policy public, but its Deny statements refuse every stranger',
    };
  }
  return {
    access: suspected(document, context),
    disagreement: `AWS calls the policy public, but by our reading ${own.any.because}`,
  };
}
