import remedy from '../../../../remedies/aws/s3/tls-only.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const refusal = {
  Sid: 'DenyPlainHttp',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: ['arn:aws:s3:::records', 'arn:aws:s3:::records/*'],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};
const reads = {
  Sid: 'Reads',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::444455556666:root' },
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::records/*',
};
const policy = (...Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const closed = { public: false, because: null };
const block = { off: [], byAccountOnly: [] };
const facts = {
  website: null,
  cloudFrontOrigins: [],
  logging: null,
  publicPolicy: closed,
  effectiveBlock: block,
};

testRemedy(remedy, {
  cures: [
    { name: 'there is no policy', current: null, after: policy(refusal) },
    { name: 'the policy says something else', current: policy(reads), after: policy(reads, refusal) },
    {
      name: 'its statement is no list',
      current: JSON.stringify({ Version: '2012-10-17', Statement: reads }),
      after: policy(reads, refusal),
    },
    {
      name: 'it refuses plain HTTP for the objects only',
      current: policy({ ...refusal, Resource: 'arn:aws:s3:::records/*' }),
      after: policy(
        { ...refusal, Resource: 'arn:aws:s3:::records/*' },
        { ...refusal, Sid: 'DenyPlainHttp2' },
      ),
    },
  ],
  cannot: [
    { name: 'the policy is no JSON', current: 'nonsense', because: /not understood/ },
    {
      name: 'the policy is as long as S3 takes',
      current: policy({ ...reads, Sid: 'x'.repeat(20_300) }),
      because: /bytes, and S3 takes 20480/,
    },
  ],
  consequences: [
    {
      name: 'nobody is known to come over plain HTTP',
      current: null,
      facts,
      verdict: 'unknown',
      says: [['unknown', /^whoever still comes over plain HTTP would be refused$/]],
    },
    {
      name: 'its access logs would tell',
      current: null,
      facts: { ...facts, logging: { bucket: 'logs', prefix: '' } },
      verdict: 'unknown',
      says: [['unknown', /its access logs in logs tell$/]],
    },
    {
      name: 'a website',
      current: null,
      facts: { ...facts, website: { servesObjects: true, redirectsTo: null } },
      verdict: 'breaks',
      says: [['breaks', /website addresses speak plain HTTP only/]],
    },
    {
      name: 'a website that only redirects',
      current: null,
      facts: { ...facts, website: { servesObjects: false, redirectsTo: 'example.org' } },
      verdict: 'breaks',
      says: [['breaks', /redirects/]],
    },
    {
      name: 'CloudFront over the website address',
      current: null,
      facts: { ...facts, cloudFrontOrigins: [{ distribution: 'arn', id: 'E1', signs: 'website' }] },
      verdict: 'breaks',
      says: [['breaks', /E1/]],
    },
    {
      name: 'CloudFront over the bucket itself',
      current: null,
      facts: {
        ...facts,
        cloudFrontOrigins: [{ distribution: 'arn', id: 'E1', signs: 'originAccessControl' }],
      },
      verdict: 'unknown',
      says: [['unknown', /asks as its viewers do/]],
    },
    {
      name: 'a public policy behind a block',
      current: policy(reads),
      facts: {
        ...facts,
        publicPolicy: { public: false, because: 'it admits everyone, but the block holds' },
      },
      verdict: 'unknown',
      says: [['unknown', /blockPublicPolicy/]],
    },
  ],
});
