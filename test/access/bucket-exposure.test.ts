import { describe, expect, test } from 'vitest';
import {
  type Acl,
  type BucketFacts,
  bucketExposure,
  type Known,
  type PublicAccessBlock,
} from '../../src/access/index.ts';
import { allow, allowAll, deny, given, NOW, OTHER, OWNER, policy } from './kit.ts';

const known = <T>(value: T | null): Known<T> => ({ known: true, value });
const unread = { known: false, because: 'access denied' } as const;
const ALL = 'http://acs.amazonaws.com/groups/global/AllUsers';
const SIGNED = 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers';

const OFF: PublicAccessBlock = {
  blockPublicAcls: false,
  ignorePublicAcls: false,
  blockPublicPolicy: false,
  restrictPublicBuckets: false,
};
const ON: PublicAccessBlock = {
  blockPublicAcls: true,
  ignorePublicAcls: true,
  blockPublicPolicy: true,
  restrictPublicBuckets: true,
};
const block = (...on: readonly (keyof PublicAccessBlock)[]): Known<PublicAccessBlock> =>
  known({ ...OFF, ...Object.fromEntries(on.map((flag) => [flag, true])) });
const RESTRICT = block('restrictPublicBuckets');
const IGNORE = block('ignorePublicAcls');
const BLOCKS_NEW = block('blockPublicAcls', 'blockPublicPolicy');

const acl = (...grants: readonly (readonly [string, string])[]): Known<Acl> =>
  known({ grants: grants.map(([grantee, permission]) => ({ grantee, permission })) });
const LISTED = acl([ALL, 'READ']);
const OPEN_POLICY = { policy: known(policy(allow())) };
const OPEN_ACL = { acl: LISTED };
const says = (isPublic: boolean) => ({ policyStatus: known({ isPublic }) });

const QUIET: BucketFacts = {
  bucket: 'records',
  accountId: OWNER,
  now: NOW,
  accountBlock: known<PublicAccessBlock>(null),
  bucketBlock: known<PublicAccessBlock>(null),
  ownership: known<'ObjectWriter'>(null),
  acl: acl(['owner', 'FULL_CONTROL']),
  policy: known<string>(null),
  policyStatus: unread,
};

type Facts = Partial<BucketFacts>;
type Said = true | false | 'unknown';
type Row = readonly [situation: string, any: Said, facts: Facts, read?: Said, write?: Said];

function rows(table: readonly Row[]): void {
  test.each(table.map(([situation, any, facts, read, write]) => ({ situation, any, facts, read, write })))(
    '$situation: $any',
    ({ any, facts, read, write }) => {
      const exposure = bucketExposure({ ...QUIET, ...facts });
      expect(exposure.any.public).toBe(any);
      if (read !== undefined) expect(exposure.read.public).toBe(read);
      if (write !== undefined) expect(exposure.write.public).toBe(write);
    },
  );
}

describe('no block', () => {
  rows([
    ['nothing set', false, {}, false, false],
    ['an open policy', true, OPEN_POLICY, true, false],
    ['an open ACL', true, OPEN_ACL, true, false],
    ['an ACL that lets everyone write', true, { acl: acl([ALL, 'WRITE']) }, false, true],
    ['an ACL for any AWS account', true, { acl: acl([SIGNED, 'READ']) }, true, false],
    ['policy reads, ACL writes', true, { ...OPEN_POLICY, acl: acl([ALL, 'WRITE']) }, true, true],
    [
      'a narrowed policy',
      false,
      { policy: known(policy(given({ StringEquals: { 'aws:SourceVpce': 'vpce-1' } }))) },
    ],
    ['an open policy taken back by a Deny', false, { policy: known(policy(allowAll(), deny())) }],
    [
      'a Deny does not reach… but the ACL still opens',
      true,
      { policy: known(policy(allow({ Principal: { AWS: OTHER } }))), ...OPEN_ACL },
    ],
    ['a malformed policy', 'unknown', { policy: known('{') }],
    ['a malformed policy and an open ACL', true, { policy: known('{'), ...OPEN_ACL }, true, 'unknown'],
  ]);
});

describe('half-set blocks', () => {
  rows([
    [
      'BlockPublicPolicy leaves the old policy open',
      true,
      { ...OPEN_POLICY, bucketBlock: block('blockPublicPolicy') },
    ],
    ['BlockPublicAcls leaves the old ACL open', true, { ...OPEN_ACL, bucketBlock: block('blockPublicAcls') }],
    ['both refuse new ones only', true, { ...OPEN_POLICY, ...OPEN_ACL, bucketBlock: BLOCKS_NEW }],
    ['both, on the account', true, { ...OPEN_POLICY, accountBlock: BLOCKS_NEW }],
    ['IgnorePublicAcls does nothing about a policy', true, { ...OPEN_POLICY, bucketBlock: IGNORE }],
    ['RestrictPublicBuckets does nothing about an ACL', true, { ...OPEN_ACL, bucketBlock: RESTRICT }],
    [
      'all but RestrictPublicBuckets, open policy',
      true,
      { ...OPEN_POLICY, bucketBlock: known({ ...ON, restrictPublicBuckets: false }) },
    ],
    [
      'all but RestrictPublicBuckets, open ACL',
      false,
      { ...OPEN_ACL, bucketBlock: known({ ...ON, restrictPublicBuckets: false }) },
    ],
    [
      'all but IgnorePublicAcls, open ACL',
      true,
      { ...OPEN_ACL, bucketBlock: known({ ...ON, ignorePublicAcls: false }) },
    ],
    [
      'all but IgnorePublicAcls, open policy',
      false,
      { ...OPEN_POLICY, bucketBlock: known({ ...ON, ignorePublicAcls: false }) },
    ],
    ['RestrictPublicBuckets, open policy', false, { ...OPEN_POLICY, bucketBlock: RESTRICT }],
    ['IgnorePublicAcls, open ACL', false, { ...OPEN_ACL, bucketBlock: IGNORE }],
    ['policy kept, ACL open', true, { ...OPEN_POLICY, ...OPEN_ACL, bucketBlock: RESTRICT }, true, false],
    ['ACL kept, policy open', true, { ...OPEN_POLICY, ...OPEN_ACL, bucketBlock: IGNORE }, true, false],
    ['both kept', false, { ...OPEN_POLICY, ...OPEN_ACL, bucketBlock: known(ON) }],
  ]);
});

describe('account and bucket together: the most restrictive', () => {
  rows([
    ['the account restricts', false, { ...OPEN_POLICY, accountBlock: RESTRICT }],
    ['the bucket restricts', false, { ...OPEN_POLICY, bucketBlock: RESTRICT }],
    [
      'the account restricts, the bucket says off',
      false,
      { ...OPEN_POLICY, accountBlock: RESTRICT, bucketBlock: known(OFF) },
    ],
    [
      'the account ignores, the bucket restricts',
      false,
      { ...OPEN_POLICY, ...OPEN_ACL, accountBlock: IGNORE, bucketBlock: RESTRICT },
    ],
    [
      'the account restricts, the bucket ignores',
      false,
      { ...OPEN_POLICY, ...OPEN_ACL, accountBlock: RESTRICT, bucketBlock: IGNORE },
    ],
    [
      'the account ignores, the bucket only blocks new policies',
      true,
      { ...OPEN_POLICY, accountBlock: IGNORE, bucketBlock: block('blockPublicPolicy') },
    ],
    ['both off', true, { ...OPEN_POLICY, accountBlock: known(OFF), bucketBlock: known(OFF) }],
    ['the account is fully on', false, { ...OPEN_POLICY, ...OPEN_ACL, accountBlock: known(ON) }],
  ]);
});

describe('ownership', () => {
  rows([
    [
      'BucketOwnerEnforced switches the ACL off',
      false,
      { ...OPEN_ACL, ownership: known('BucketOwnerEnforced') },
    ],
    ['BucketOwnerPreferred does not', true, { ...OPEN_ACL, ownership: known('BucketOwnerPreferred') }],
    ['ObjectWriter does not', true, { ...OPEN_ACL, ownership: known('ObjectWriter') }],
    ['no ownership controls: as ObjectWriter', true, { ...OPEN_ACL, ownership: known<'ObjectWriter'>(null) }],
    [
      'BucketOwnerEnforced does nothing about a policy',
      true,
      { ...OPEN_POLICY, ownership: known('BucketOwnerEnforced') },
    ],
  ]);
});

describe('what could not be read counts only where it could change the answer', () => {
  rows([
    ['account block unread, policy open', 'unknown', { ...OPEN_POLICY, accountBlock: unread }],
    ['bucket block unread, policy open', 'unknown', { ...OPEN_POLICY, bucketBlock: unread }],
    [
      'account block unread, bucket restricts',
      false,
      { ...OPEN_POLICY, accountBlock: unread, bucketBlock: RESTRICT },
    ],
    [
      'bucket block unread, account restricts',
      false,
      { ...OPEN_POLICY, accountBlock: RESTRICT, bucketBlock: unread },
    ],
    ['both blocks unread, nothing open', false, { accountBlock: unread, bucketBlock: unread }],
    ['both blocks unread, ACL open', 'unknown', { ...OPEN_ACL, accountBlock: unread, bucketBlock: unread }],
    [
      'both blocks unread, ACL open but switched off',
      false,
      { ...OPEN_ACL, accountBlock: unread, bucketBlock: unread, ownership: known('BucketOwnerEnforced') },
    ],
    ['ownership unread, ACL open', 'unknown', { ...OPEN_ACL, ownership: unread }],
    [
      'ownership unread, ACL open but ignored',
      false,
      { ...OPEN_ACL, ownership: unread, bucketBlock: IGNORE },
    ],
    ['ownership unread, ACL private', false, { ownership: unread }],
    ['policy unread', 'unknown', { policy: unread }],
    ['policy unread, restricted', false, { policy: unread, bucketBlock: RESTRICT }],
    ['policy unread, ACL open', true, { policy: unread, ...OPEN_ACL }, true, 'unknown'],
    ['policy unread, ACL open to all', true, { policy: unread, acl: acl([ALL, 'FULL_CONTROL']) }, true, true],
    ['ACL unread', 'unknown', { acl: unread }],
    ['ACL unread, ignored', false, { acl: unread, accountBlock: IGNORE }],
    ['ACL unread, switched off', false, { acl: unread, ownership: known('BucketOwnerEnforced') }],
    ['ACL unread, policy open', true, { acl: unread, ...OPEN_POLICY }, true, 'unknown'],
    [
      'nothing read',
      'unknown',
      { policy: unread, acl: unread, accountBlock: unread, bucketBlock: unread, ownership: unread },
    ],
    [
      'nothing read but a full block',
      false,
      { policy: unread, acl: unread, accountBlock: known(ON), bucketBlock: unread, ownership: unread },
    ],
    ['a malformed policy, restricted', false, { policy: known('{'), bucketBlock: RESTRICT }],
    ['no ACL at all', false, { acl: known<Acl>(null) }],
  ]);
});

describe('AWS’s own verdict on the policy', () => {
  const expired = {
    policy: known(policy(given({ DateLessThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } }))),
  };
  rows([
    ['both say public', true, { ...OPEN_POLICY, ...says(true) }, true, false],
    ['both say not', false, { policy: known(policy(allow({ Principal: { AWS: OTHER } }))), ...says(false) }],
    [
      'AWS alone says public: believed, where the grants point',
      true,
      { ...expired, ...says(true) },
      true,
      false,
    ],
    [
      'AWS alone says public of a policy without wildcard',
      true,
      { policy: known(policy(allow({ Principal: { AWS: OTHER } }))), ...says(true) },
      'unknown',
      'unknown',
    ],
    [
      'AWS alone says public of a policy about another bucket',
      false,
      { policy: known(policy(allow({ Resource: 'arn:aws:s3:::elsewhere/*' }))), ...says(true) },
      false,
      false,
    ],
    ['we alone say public: believed', true, { ...OPEN_POLICY, ...says(false) }, true, false],
    ['AWS says public, restricted', false, { ...OPEN_POLICY, ...says(true), bucketBlock: RESTRICT }],
    ['AWS alone says public, restricted', false, { ...expired, ...says(true), bucketBlock: RESTRICT }],
    ['policy unread, AWS says public', true, { policy: unread, ...says(true) }, 'unknown', 'unknown'],
    ['policy unread, AWS says not', false, { policy: unread, ...says(false) }, false, false],
    ['policy unread, AWS says not, ACL open', true, { policy: unread, ...says(false), ...OPEN_ACL }],
    ['policy not understood, AWS says public', true, { policy: known('{'), ...says(true) }],
    ['policy not understood, AWS says not', false, { policy: known('{'), ...says(false) }],
    ['no policy, AWS says public', true, { ...says(true) }],
    ['no policy, AWS has no verdict', false, { policyStatus: known<{ isPublic: boolean }>(null) }],
  ]);

  test('a difference is told', () => {
    expect(bucketExposure({ ...QUIET, ...expired, ...says(true) }).disagreement).toBe(
      'AWS calls the policy public, but by our reading no statement allows strangers to read',
    );
    const denied = { policy: known(policy(allow(), deny({ Action: 's3:*', Resource: '*' }))) };
    const closed = bucketExposure({ ...QUIET, ...denied, ...says(true) });
    expect(closed).toMatchObject({ any: { public: false }, read: { public: false } });
    expect(closed.disagreement).toBe(
      'AWS calls the policy public, but its Deny statements refuse every stranger',
    );
    expect(bucketExposure({ ...QUIET, ...OPEN_POLICY, ...says(false) }).disagreement).toBe(
      'AWS calls the policy not public, by our reading it is',
    );
    expect(bucketExposure({ ...QUIET, ...OPEN_POLICY, ...says(true) })).not.toHaveProperty('disagreement');
    expect(bucketExposure({ ...QUIET, policy: unread, ...says(true) })).not.toHaveProperty('disagreement');
  });
});

describe('what is told', () => {
  test('what shields, and whose it is', () => {
    const facts = { ...QUIET, ...OPEN_POLICY, ...OPEN_ACL };
    expect(bucketExposure({ ...facts, accountBlock: RESTRICT, bucketBlock: known(ON) }).shielded).toEqual([
      'policy: statement 1 allows s3:GetObject to everyone; kept by RestrictPublicBuckets of the account and the bucket',
      'ACL: the ACL grants READ to everyone; kept by IgnorePublicAcls of the bucket',
    ]);
    expect(bucketExposure({ ...facts, ownership: known('BucketOwnerEnforced') }).shielded).toEqual([
      'ACL: the ACL grants READ to everyone; kept by BucketOwnerEnforced',
    ]);
    expect(bucketExposure(facts).shielded).toEqual([]);
    expect(bucketExposure({ ...QUIET, bucketBlock: known(ON) }).shielded).toEqual([]);
  });

  test('why it is unknown', () => {
    expect(bucketExposure({ ...QUIET, ...OPEN_POLICY, accountBlock: unread }).read.because).toBe(
      'statement 1 allows s3:GetObject to everyone, unless RestrictPublicBuckets keeps strangers out: access denied',
    );
  });

  test('why it is not public', () => {
    expect(bucketExposure({ ...QUIET, ...OPEN_POLICY, bucketBlock: RESTRICT }).read.because).toBe(
      'RestrictPublicBuckets of the bucket keeps strangers out; the ACL lets no stranger read',
    );
  });

  test('policy and ACL by themselves, as if there were no block', () => {
    const {
      policy: own,
      acl: list,
      any,
    } = bucketExposure({ ...QUIET, ...OPEN_POLICY, ...OPEN_ACL, accountBlock: known(ON) });
    expect([own.any.public, list.any.public, any.public]).toEqual([true, true, false]);
  });
});
