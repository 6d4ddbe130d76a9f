import remedy from '../../../../remedies/aws/s3/bucket-public-access-block.ts';
import { otherAccount, testRemedy } from '../../../kit/test-remedy.ts';

const all = {
  blockPublicAcls: true,
  ignorePublicAcls: true,
  blockPublicPolicy: true,
  restrictPublicBuckets: true,
};
const none = {
  blockPublicAcls: false,
  ignorePublicAcls: false,
  blockPublicPolicy: false,
  restrictPublicBuckets: false,
};
const statement = (more: object) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Sid: 'All', Effect: 'Allow', Principal: '*', ...more }],
  });
const readable = statement({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::records/*' });
const writable = statement({ Action: 's3:PutObject', Resource: 'arn:aws:s3:::records/*' });
const owner = 'f'.repeat(64);
const own = { grantee: 'user', id: owner, uri: null, permission: 'FULL_CONTROL' };
const everyone = {
  grantee: 'group',
  id: null,
  uri: 'http://acs.amazonaws.com/groups/global/AllUsers',
  permission: 'READ',
};
const raw = {
  accountBlock: null,
  ownership: 'ObjectWriter',
  acl: { owner, grants: [own] },
  policy: null,
  policyStatus: null,
};
const closed = { public: false, because: null };
const quiet = {
  accountBlock: null,
  publicRead: closed,
  publicWrite: closed,
  publicPolicy: closed,
  website: null,
  cloudFrontOrigins: [],
  crossAccountGrants: [],
  replicationTargets: [],
  accessPoints: [],
  ownership: 'BucketOwnerEnforced',
};
const open = { public: true, because: 'statement All allows s3:GetObject to everyone' };
const site = { servesObjects: true, redirectsTo: null };
const partner = `arn:aws:iam::${otherAccount}:role/partner`;
const grant = { principal: partner, kind: 'account', account: otherAccount, statement: 'statement All' };
const origin = (signs: string) => ({
  distribution: 'arn:aws:cloudfront::1:distribution/E1',
  id: 'E1',
  signs,
});

testRemedy(remedy, {
  merges: true,
  cures: [
    { name: 'nothing is set', current: null, after: all, facts: raw },
    {
      name: 'one flag is on, and stays on',
      current: { ...none, blockPublicPolicy: true },
      after: all,
      facts: raw,
    },
    {
      name: 'the policy lets everyone read',
      current: null,
      after: all,
      facts: { ...raw, policy: readable, policyStatus: true },
    },
    {
      name: 'the policy lets everyone write',
      current: none,
      after: all,
      facts: { ...raw, policy: writable, policyStatus: true },
    },
    {
      name: 'the ACL lets everyone list, as a stranger was told',
      current: none,
      after: all,
      facts: {
        ...raw,
        acl: { owner, grants: [own, everyone] },
        anonymousProbe: { bucket: 'answers', unknownKey: 'answers' },
      },
    },
  ],
  unshown: {
    'aws/s3/object-acl-public-sample': 'the sample is an opt-in of the session; see the emulator test',
  },
  consequences: [
    {
      name: 'nobody comes from outside',
      current: null,
      facts: quiet,
      verdict: 'safe',
      says: [['safe', /strangers do not get in today/]],
    },
    {
      name: 'strangers read today',
      current: null,
      facts: { ...quiet, publicRead: open },
      verdict: 'breaks',
      says: [['breaks', /strangers read it today \(statement All allows/]],
      saysNot: [/nobody unknown/],
    },
    {
      name: 'strangers write today',
      current: null,
      facts: { ...quiet, publicWrite: open },
      verdict: 'breaks',
      says: [['breaks', /strangers write it today/]],
    },
    {
      name: 'a website that everyone sees',
      current: null,
      facts: { ...quiet, publicRead: open, website: site },
      verdict: 'breaks',
      says: [['breaks', /served as a website/]],
    },
    {
      name: 'a website that nobody sees',
      current: null,
      facts: { ...quiet, website: site },
      verdict: 'safe',
      says: [['safe', /set up as a website/]],
    },
    {
      name: 'CloudFront with origin access control',
      current: null,
      facts: { ...quiet, cloudFrontOrigins: [origin('originAccessControl')] },
      verdict: 'safe',
      says: [['safe', /E1 reads from it as itself/]],
    },
    {
      name: 'CloudFront with an origin access identity, and a policy that is not public',
      current: null,
      facts: { ...quiet, cloudFrontOrigins: [origin('originAccessIdentity')] },
      verdict: 'safe',
    },
    {
      name: 'CloudFront with an origin access identity, and a public policy',
      current: null,
      facts: { ...quiet, publicPolicy: open, cloudFrontOrigins: [origin('originAccessIdentity')] },
      verdict: 'breaks',
      says: [['breaks', /E1 reads from it by an origin access identity/]],
    },
    ...['nothing', 'website'].map((signs) => ({
      name: `CloudFront that signs with ${signs}, as a stranger who gets in`,
      current: null,
      facts: { ...quiet, publicRead: open, cloudFrontOrigins: [origin(signs)] },
      verdict: 'breaks' as const,
      says: [['breaks', /E1 reads from it as a stranger/] as const],
    })),
    {
      name: 'another account, named by a policy that is not public',
      current: null,
      facts: { ...quiet, crossAccountGrants: [grant] },
      verdict: 'safe',
      says: [['safe', /keeps access/]],
    },
    {
      name: 'another account, named by a policy that is public',
      current: null,
      facts: { ...quiet, publicPolicy: open, crossAccountGrants: [grant] },
      verdict: 'breaks',
      says: [['breaks', /role\/partner \(statement All\) would lose access/]],
    },
    {
      name: 'another account, where policies were restricted already',
      current: { ...none, restrictPublicBuckets: true },
      facts: { ...quiet, publicPolicy: open, crossAccountGrants: [grant] },
      verdict: 'safe',
      saysNot: [/partner/],
    },
    {
      name: 'another account, where the account restricts policies already',
      current: null,
      facts: { ...quiet, accountBlock: all, publicPolicy: open, crossAccountGrants: [grant] },
      verdict: 'safe',
    },
    {
      name: 'an access point on the internet',
      current: null,
      facts: { ...quiet, accessPoints: [{ name: 'side-door', inNetwork: false }] },
      verdict: 'unknown',
      says: [['unknown', /side-door/]],
    },
    {
      name: 'an access point inside a network',
      current: null,
      facts: { ...quiet, accessPoints: [{ name: 'side-door', inNetwork: true }] },
      verdict: 'safe',
    },
    {
      name: 'ACLs are on, and no object was looked at',
      current: null,
      facts: { ...quiet, ownership: null },
      verdict: 'unknown',
      says: [['unknown', /objects may be public/]],
    },
    {
      name: 'ACLs are on, and sampled objects are public',
      current: null,
      facts: {
        ...quiet,
        ownership: null,
        objectAclSample: { skipped: null, sampled: 20, readable: 1, writable: 0 },
      },
      verdict: 'breaks',
    },
    {
      name: 'ACLs are on, and no sampled object is public',
      current: null,
      facts: {
        ...quiet,
        ownership: null,
        objectAclSample: { skipped: null, sampled: 20, readable: 0, writable: 0 },
      },
      verdict: 'unknown',
      says: [
        ['safe', /none of 20 sampled objects/],
        ['unknown', /^programs that upload with a public ACL would be refused/],
      ],
    },
    {
      name: 'ACLs are on, and there is no object',
      current: null,
      facts: {
        ...quiet,
        ownership: null,
        objectAclSample: { skipped: null, sampled: 0, readable: 0, writable: 0 },
      },
      verdict: 'unknown',
      says: [['safe', /^no object was there to be sampled/]],
      saysNot: [/none of 0/],
    },
    ...[
      ['by the bucket', { ...none, blockPublicAcls: true }, null],
      ['by the account', null, { ...none, blockPublicAcls: true }],
    ].map(([by, current, accountBlock]) => ({
      name: `ACLs are on, and public ones are refused already ${by}`,
      current: current as typeof none | null,
      facts: {
        ...quiet,
        accountBlock,
        ownership: 'ObjectWriter',
        objectAclSample: { skipped: null, sampled: 20, readable: 0, writable: 0 },
      },
      verdict: 'safe' as const,
      saysNot: [/programs that upload/],
    })),
    {
      name: 'ACLs are off, so that an upload brings none',
      current: null,
      facts: quiet,
      verdict: 'safe',
      says: [['safe', /^a policy that admits strangers cannot be put on it any more/]],
      saysNot: [/programs that upload/],
    },
    {
      name: 'such policies are refused already',
      current: { ...none, blockPublicPolicy: true },
      facts: quiet,
      verdict: 'safe',
      saysNot: [/cannot be put on it/],
    },
    {
      name: 'it is replicated',
      current: null,
      facts: {
        ...quiet,
        replicationTargets: [{ bucket: 'copies', account: null, region: null, wholeBucket: true }],
      },
      verdict: 'safe',
      says: [['safe', /replication goes on/]],
    },
    {
      name: 'nothing could be read',
      current: null,
      verdict: 'unknown',
      says: [
        ['unknown', /strangers read it today cannot be told: publicRead was denied/],
        ['unknown', /website/],
        ['unknown', /CloudFront/],
        ['unknown', /other accounts/],
        ['unknown', /access points/],
        ['unknown', /replicated/],
        ['unknown', /^programs that upload/],
      ],
    },
  ],
});
