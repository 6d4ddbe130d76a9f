import { describe, expect, test } from 'vitest';
import { aclAccess } from '../../src/access/index.ts';

const ALL = 'http://acs.amazonaws.com/groups/global/AllUsers';
const SIGNED = 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers';
const LOGS = 'http://acs.amazonaws.com/groups/s3/LogDelivery';
const OWNER = '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be';

const rows: readonly (readonly [string, string, ...(readonly [string, string])[]])[] = [
  ['no grants', 'no'],
  ['the owner', 'no', [OWNER, 'FULL_CONTROL']],
  ['another canonical user', 'no', ['a'.repeat(64), 'FULL_CONTROL']],
  ['an e-mail address', 'no', ['bob@example.com', 'READ']],
  ['log delivery', 'no', [LOGS, 'WRITE'], [LOGS, 'READ_ACP']],
  ['everyone lists', 'r', [ALL, 'READ']],
  ['everyone writes', 'w', [ALL, 'WRITE']],
  ['everyone reads the ACL', 'r', [ALL, 'READ_ACP']],
  ['everyone writes the ACL, and so gives themselves the rest', 'rw', [ALL, 'WRITE_ACP']],
  ['everyone has full control', 'rw', [ALL, 'FULL_CONTROL']],
  ['any AWS account lists', 'r@', [SIGNED, 'READ']],
  ['any AWS account writes', 'w@', [SIGNED, 'WRITE']],
  ['any AWS account has full control', 'rw@', [SIGNED, 'FULL_CONTROL']],
  ['both groups: everyone is wider', 'r', [SIGNED, 'READ'], [ALL, 'READ']],
  ['everyone lists, any account writes', 'rw', [ALL, 'READ'], [SIGNED, 'WRITE']],
  ['the owner and everyone', 'r', [OWNER, 'FULL_CONTROL'], [ALL, 'READ']],
  ['the canonical user of unsigned requests', 'r', ['65a011a29cdf8ec533ec3d1ccaae921c', 'READ']],
  ['the group by https', 'r', [ALL.replace('http:', 'https:'), 'READ']],
  ['a permission yet to come counts as all', 'rw', [ALL, 'OWN']],
];

describe('a bucket’s ACL', () => {
  test.each(rows.map(([situation, expected, ...grants]) => ({ situation, expected, grants })))(
    '$situation: $expected',
    ({ expected, grants }) => {
      const { read, write } = aclAccess({
        grants: grants.map(([grantee, permission]) => ({ grantee, permission })),
      });
      const to = read.to === 'everyone' || write.to === 'everyone' ? '' : '@';
      const seen = `${read.public ? 'r' : ''}${write.public ? 'w' : ''}`;
      expect(seen === '' ? 'no' : seen + to).toBe(expected);
    },
  );

  test('says which grant', () => {
    const { read } = aclAccess({ grants: [{ grantee: ALL, permission: 'READ' }] });
    expect(read).toEqual({
      public: true,
      because: 'the ACL grants READ to everyone',
      statements: ['ACL READ to everyone'],
      to: 'everyone',
    });
  });
});
