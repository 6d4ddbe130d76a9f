import remedy from '../../../../remedies/aws/s3/ownership-enforced.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const owner = 'f'.repeat(64);
const own = { grantee: 'user', id: owner, uri: null, permission: 'FULL_CONTROL' };
const partner = { grantee: 'user', id: 'a'.repeat(64), uri: null, permission: 'READ' };
const logs = {
  grantee: 'group',
  id: null,
  uri: 'http://acs.amazonaws.com/groups/s3/LogDelivery',
  permission: 'WRITE',
};
const ignored = { off: [], byAccountOnly: [] };
const heeded = { off: ['ignorePublicAcls'], byAccountOnly: [] };
const acl = (...grants: readonly object[]) => ({ owner, grants });

testRemedy(remedy, {
  cures: [
    { name: 'never set', current: null, after: 'BucketOwnerEnforced' },
    { name: 'the uploader owns', current: 'ObjectWriter', after: 'BucketOwnerEnforced' },
    { name: 'the bucket owner is preferred', current: 'BucketOwnerPreferred', after: 'BucketOwnerEnforced' },
  ],
  consequences: [
    {
      name: 'only the owner is granted something',
      current: null,
      facts: { acl: acl(own), effectiveBlock: ignored },
      verdict: 'unknown',
      says: [
        ['safe', /nothing to anybody but the owner/],
        ['safe', /^public ACLs of objects are ignored/],
        ['unknown', /uploads that bring an ACL/],
        ['unknown', /^grants to other accounts on single objects would end/],
      ],
    },
    {
      name: 'no sampled object is public, which says nothing of other accounts',
      current: null,
      facts: {
        acl: acl(own),
        effectiveBlock: heeded,
        objectAclSample: { skipped: null, sampled: 20, readable: 0, writable: 0 },
      },
      verdict: 'unknown',
      says: [['unknown', /^grants to other accounts on single objects would end/]],
      saysNot: [/were not looked at/],
    },
    {
      name: 'others are granted something',
      current: null,
      facts: { acl: acl(own, partner, logs), effectiveBlock: ignored },
      verdict: 'breaks',
      says: [
        ['breaks', /^the ACL grants READ to a{64}: S3 refuses/],
        ['breaks', /^the ACL grants WRITE to S3's log delivery: S3 refuses/],
      ],
    },
    {
      name: 'sampled objects are public',
      current: null,
      facts: {
        acl: acl(own),
        effectiveBlock: heeded,
        objectAclSample: { skipped: null, sampled: 20, readable: 2, writable: 0 },
      },
      verdict: 'breaks',
      says: [['breaks', /objects are public/]],
    },
    {
      name: 'no object was looked at',
      current: null,
      facts: { acl: acl(own), effectiveBlock: heeded },
      verdict: 'unknown',
      says: [['unknown', /were not looked at/]],
    },
  ],
});
