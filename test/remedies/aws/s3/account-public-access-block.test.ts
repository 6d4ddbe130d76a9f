import remedy from '../../../../remedies/aws/s3/account-public-access-block.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const all = {
  blockPublicAcls: true,
  ignorePublicAcls: true,
  blockPublicPolicy: true,
  restrictPublicBuckets: true,
};
const restricted = { ...all, ignorePublicAcls: false };
const closed = { public: false, because: null } as const;
const open = { public: true, because: 'the ACL grants READ to everyone' } as const;
const bucket = (name: string, more: object = {}) => ({
  name,
  read: closed,
  write: closed,
  policy: closed,
  website: false,
  distributions: [],
  grantees: [],
  aclsOn: false,
  ...more,
});
const buckets = (...bucketsWithin: readonly object[]) => ({ bucketsWithin });

testRemedy(remedy, {
  merges: true,
  cures: [
    { name: 'nothing is set', current: null, after: all },
    { name: 'one flag is off', current: { ...all, ignorePublicAcls: false }, after: all },
  ],
  consequences: [
    {
      name: 'no bucket is reached from outside, and no access point was looked at',
      current: null,
      facts: buckets(bucket('records'), bucket('logs')),
      verdict: 'unknown',
      says: [
        ['safe', /any of the 2 buckets/],
        ['unknown', /^access points of the account were not looked at/],
      ],
    },
    {
      name: 'no bucket is reached from outside, and access points were restricted already',
      current: restricted,
      facts: buckets(bucket('records'), bucket('logs')),
      verdict: 'safe',
      says: [['safe', /any of the 2 buckets/]],
      saysNot: [/access points/],
    },
    {
      name: 'the buckets could not be read, nor the access points',
      current: null,
      verdict: 'unknown',
      says: [
        ['unknown', /which buckets it would close cannot be told/],
        ['unknown', /^access points/],
      ],
    },
    {
      name: 'one bucket is open',
      current: null,
      facts: buckets(bucket('records'), bucket('site', { read: open, website: true })),
      verdict: 'breaks',
      says: [
        ['breaks', /^site is reached today by strangers \(.*\), the visitors of its website, who would/],
      ],
      saysNot: [/^records/],
    },
    {
      name: 'a partner comes by a public policy',
      current: null,
      facts: buckets(bucket('site', { policy: open, grantees: ['arn:aws:iam::444455556666:root'] })),
      verdict: 'breaks',
      says: [['breaks', /444455556666/]],
    },
    {
      name: 'a partner comes by a policy that is not public',
      current: restricted,
      facts: buckets(bucket('site', { grantees: ['arn:aws:iam::444455556666:root'] })),
      verdict: 'safe',
    },
    {
      name: 'CloudFront comes as a stranger',
      current: null,
      facts: buckets(bucket('site', { distributions: [{ id: 'E1', signs: 'nothing' }] })),
      verdict: 'breaks',
      says: [['breaks', /distribution E1/]],
    },
    {
      name: 'CloudFront comes as itself',
      current: restricted,
      facts: buckets(bucket('site', { distributions: [{ id: 'E1', signs: 'originAccessControl' }] })),
      verdict: 'safe',
    },
    {
      name: 'one bucket could not be read',
      current: null,
      facts: buckets(bucket('records', { read: null })),
      verdict: 'unknown',
      says: [['unknown', /reaches records cannot be told/]],
    },
    {
      name: 'ACLs are on in a bucket',
      current: null,
      facts: buckets(bucket('records', { aclsOn: true })),
      verdict: 'unknown',
      says: [['unknown', /objects in records/]],
    },
    {
      name: 'ten open buckets are all named',
      current: null,
      facts: buckets(...Array.from({ length: 10 }, (_, i) => bucket(`b${i}`, { read: open }))),
      verdict: 'breaks',
      says: [['breaks', /^b9 /]],
      saysNot: [/buckets more/],
    },
    {
      name: 'of eleven open buckets one is counted',
      current: null,
      facts: buckets(...Array.from({ length: 11 }, (_, i) => bucket(`b${i}`, { read: open }))),
      verdict: 'breaks',
      says: [['breaks', /holds for 1 bucket more/]],
    },
  ],
});
