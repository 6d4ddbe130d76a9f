import remedy from '../../../../remedies/aws/s3/policy-statement-removed.ts';
import { otherAccount, testRemedy } from '../../../kit/test-remedy.ts';

const both = ['arn:aws:s3:::records', 'arn:aws:s3:::records/*'];
const partner = `arn:aws:iam::${otherAccount}:root`;
const statement = (Sid: string, more: object = {}) => ({
  Sid,
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: both,
  ...more,
});
const policy = (...Statement: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Id: 'by-hand', Statement });
const reads = statement('Reads');
const writes = statement('Writes', { Action: ['s3:PutObject'] });
const shared = statement('Shared', { Principal: { AWS: partner } });
const tls = statement('Tls', {
  Effect: 'Deny',
  Action: 's3:*',
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
});
const own = { grantee: 'user', id: 'f'.repeat(64), uri: null, permission: 'FULL_CONTROL' };
const facts = {
  accountBlock: null,
  publicAccessBlock: null,
  ownership: null,
  acl: { owner: own.id, grants: [own] },
  policyStatus: true,
};
const none = { crossAccountGrants: [], cloudFrontOrigins: [], publicWebsite: null };
const grant = (name: string) => ({
  principal: partner,
  kind: 'account',
  account: otherAccount,
  statement: name,
});

testRemedy(remedy, {
  cures: [
    {
      name: 'the one that lets everyone read',
      current: policy(shared, reads, tls),
      after: policy(shared, tls),
      facts,
    },
    {
      name: 'the one that lets everyone write',
      current: policy(writes, shared),
      after: policy(shared),
      facts,
    },
    { name: 'two of four', current: policy(reads, shared, writes, tls), after: policy(shared, tls), facts },
    { name: 'the only one: the policy goes', current: policy(reads), after: null, facts },
    {
      name: 'a single statement that is no list',
      current: JSON.stringify({ Version: '2012-10-17', Statement: reads }),
      after: null,
      facts,
    },
  ],
  cannot: [
    { name: 'there is no policy', current: null, because: /has no policy/ },
    { name: 'nobody is admitted by itself', current: policy(shared, tls), because: /no statement/ },
    { name: 'the policy is no JSON', current: 'nonsense', because: /not understood/ },
  ],
  consequences: [
    {
      name: 'whoever comes by it',
      current: policy(shared, reads),
      facts: none,
      verdict: 'breaks',
      says: [['breaks', /^statement Reads is removed/]],
      saysNot: [/Shared/],
    },
    {
      name: 'a partner whom the same statement names',
      current: policy(statement('Reads', { Principal: { AWS: ['*', partner] } })),
      facts: { ...none, crossAccountGrants: [grant('statement Reads')] },
      verdict: 'breaks',
      says: [['breaks', /root is named by statement Reads/]],
    },
    {
      name: 'a partner whom another statement names',
      current: policy(shared, reads),
      facts: { ...none, crossAccountGrants: [grant('statement Shared')] },
      verdict: 'breaks',
      saysNot: [/root/],
    },
    {
      name: 'a website and CloudFront that come as strangers',
      current: policy(reads),
      facts: {
        ...none,
        publicWebsite: { servesObjects: true, redirectsTo: null, public: true },
        cloudFrontOrigins: [{ distribution: 'arn', id: 'E1', signs: 'website' }],
      },
      verdict: 'breaks',
      says: [
        ['breaks', /website/],
        ['breaks', /E1/],
      ],
    },
  ],
});
