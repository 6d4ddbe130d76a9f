import {
  bucketExposure,
  type Exposure,
  type Known,
  type ObjectOwnership,
  type PublicAccessBlock,
} from '../../../../access/index.ts';
import type { Collected, Unknown } from '../../../../domain/collected.ts';
import { NotKnown } from '../../../../domain/errors.ts';
import { fromFacts, knownValue } from '../../collect.ts';
import type { Bucket } from '../bucket-subject.ts';

/** The answer for one door; `heldBack` is what would be open and is not. */
interface Door {
  readonly seen: Exposure;
  readonly heldBack: readonly string[];
}

interface Judgement {
  readonly read: Door;
  readonly write: Door;
  readonly policy: Door;
  /** AWS's verdict on the policy and ours differ. */
  readonly disagreement: string | null;
  /** The first of the six facts that could not be read, if one could not. */
  readonly unread: Unknown | null;
}

const six = ['policy', 'acl', 'ownership', 'publicAccessBlock', 'accountBlock', 'policyStatus'] as const;

/**
 * Account and bucket blocks, ownership, ACL and policy judged together. Never unknown itself: a door may be, where an
 * unread fact could open or close it.
 */
export const exposure = fromFacts([...six], (needs, bucket: Bucket, reader): Judgement => {
  const facts = {
    bucket: bucket.id,
    accountId: reader.identity.id,
    now: new Date(),
    accountBlock: read<PublicAccessBlock>(needs['accountBlock']),
    bucketBlock: read<PublicAccessBlock>(needs['publicAccessBlock']),
    ownership: read<ObjectOwnership>(needs['ownership']),
    acl: read(needs['acl'], ({ grants }) => ({
      grants: grants.map((g: { uri: string; id: string; permission: string }) => ({
        grantee: g.uri ?? g.id ?? '',
        permission: g.permission,
      })),
    })),
    policy: read<string>(needs['policy']),
    policyStatus: read(needs['policyStatus'], (isPublic) => ({ isPublic })),
  };
  const judged = bucketExposure(facts);
  const policyAlone = bucketExposure({ ...facts, acl: { known: true, value: null } });
  const unread = six.map((name) => needs[name]).find((need) => need?.known === false);
  return {
    read: { seen: judged.read, heldBack: opened(judged.policy.read, judged.acl.read) },
    write: { seen: judged.write, heldBack: opened(judged.policy.write, judged.acl.write) },
    policy: { seen: policyAlone.any, heldBack: opened(judged.policy.any) },
    disagreement: judged.disagreement ?? null,
    unread: unread?.known === false ? unread : null,
  };
});

function read<T>(need: Collected<any> | undefined, reduce: (value: any) => T = (value) => value): Known<T> {
  if (!need?.known) return { known: false, because: need?.message ?? 'it was not asked' };
  return { known: true, value: need.value === null ? null : reduce(need.value) };
}

const opened = (...exposures: readonly Exposure[]): readonly string[] =>
  exposures.flatMap((seen) => (seen.public === true ? [seen.because] : []));

/** Open to strangers or not; `because` of a closed one tells what is held back, if anything is. */
export type Open =
  | { readonly public: true; readonly because: string }
  | { readonly public: false; readonly because: string | null };

function decide(judged: Judgement, door: 'read' | 'write' | 'policy'): Open {
  const { seen, heldBack } = judged[door];
  const differs = judged.disagreement === null ? [] : [judged.disagreement];
  switch (seen.public) {
    case true:
      return { public: true, because: [seen.because, ...differs].join('; ') };
    case false: {
      const held = heldBack.length === 0 ? [] : [`${heldBack.join(' and ')}, but ${seen.because}`];
      return { public: false, because: [...held, ...differs].join('; ') || null };
    }
    case 'unknown': {
      const reason = judged.unread ?? { known: false, reason: 'unsupported' };
      throw new NotKnown({ ...reason, message: seen.because });
    }
  }
}

const door = (name: 'read' | 'write' | 'policy') =>
  fromFacts(['exposure'], ({ exposure }, _bucket: Bucket) => decide(knownValue<Judgement>(exposure), name));

/** Strangers can list or read, all things taken together. */
export const publicRead = door('read');
/** Strangers can add, change or delete, all things taken together. */
export const publicWrite = door('write');
/** The policy admits strangers, and no block holds it back. */
export const publicPolicy = door('policy');
