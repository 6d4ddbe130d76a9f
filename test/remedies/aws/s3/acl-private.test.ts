import remedy from '../../../../remedies/aws/s3/acl-private.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const owner = 'f'.repeat(64);
const user = (id: string, permission: string) => ({ grantee: 'user' as const, id, uri: null, permission });
const group = (name: string, permission: string) => ({
  grantee: 'group' as const,
  id: null,
  uri: `http://acs.amazonaws.com/groups/${name}`,
  permission,
});
const own = user(owner, 'FULL_CONTROL');
const partner = user('a'.repeat(64), 'READ');
const logs = group('s3/LogDelivery', 'WRITE');
const anonymous = user('65a011a29cdf8ec533ec3d1ccaae921c', 'READ');
const acl = (...grants: readonly (typeof own | typeof logs)[]) => ({ owner, grants });
const facts = {
  accountBlock: null,
  publicAccessBlock: null,
  ownership: null,
  policy: null,
  policyStatus: null,
};
const open = { public: true, because: 'the ACL grants READ to everyone' };
const closed = { public: false, because: null };

testRemedy(remedy, {
  cures: [
    {
      name: 'everyone lists it, and the others stay',
      current: acl(own, group('global/AllUsers', 'READ'), partner, logs),
      after: acl(own, partner, logs),
      facts,
    },
    {
      name: 'everyone with an AWS account writes it',
      current: acl(group('global/AuthenticatedUsers', 'WRITE'), own),
      after: acl(own),
      facts,
    },
    {
      name: 'both groups, with several grants each',
      current: acl(
        own,
        group('global/AllUsers', 'READ'),
        group('global/AllUsers', 'WRITE'),
        group('global/AuthenticatedUsers', 'READ_ACP'),
      ),
      after: acl(own),
      facts,
    },
    { name: 'the canonical id of nobody', current: acl(own, anonymous), after: acl(own), facts },
  ],
  cannot: [
    {
      name: 'somebody is named by e-mail',
      current: acl(own, { grantee: 'email', id: null, uri: null, permission: 'READ' } as never),
      because: /e-mail address, which could not be put back/,
    },
  ],
  consequences: [
    {
      name: 'strangers lose what they have',
      current: acl(own, group('global/AllUsers', 'READ')),
      facts: { publicRead: open, publicWrite: closed, website: null },
      verdict: 'breaks',
      says: [['breaks', /^READ is taken from everyone$/]],
      saysNot: [/website/],
    },
    {
      name: 'a website loses its visitors',
      current: acl(own, group('global/AuthenticatedUsers', 'READ')),
      facts: { publicRead: open, publicWrite: closed, website: { servesObjects: true, redirectsTo: null } },
      verdict: 'breaks',
      says: [
        ['breaks', /everyone with an AWS account/],
        ['breaks', /website/],
      ],
    },
    {
      name: 'nothing is taken away',
      current: acl(own, partner),
      facts: { publicRead: closed, publicWrite: closed, website: null },
      verdict: 'safe',
    },
  ],
});
