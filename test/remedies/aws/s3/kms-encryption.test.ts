import remedy from '../../../../remedies/aws/s3/kms-encryption.ts';
import { otherAccount, testRemedy } from '../../../kit/test-remedy.ts';

const aes = { algorithm: 'AES256', keyId: null, bucketKey: false, blocked: ['SSE-C'] };
const kms = { algorithm: 'aws:kms', keyId: null, bucketKey: true, blocked: ['SSE-C'] };
const key = 'arn:aws:kms:us-east-1:111122223333:key/k';
const quiet = {
  crossAccountGrants: [],
  cloudFrontOrigins: [],
  publicRead: { public: false, because: null },
  replicationTargets: [],
};
const grant = (principal: string, kind: string) => ({
  principal,
  kind,
  account: null,
  statement: 'statement 1',
});
const origin = (signs: string) => ({ distribution: 'arn', id: 'E1', signs });
const own = { kmsKeyId: key };

testRemedy(remedy, {
  cures: [
    { name: "with AWS's own keys, and what is blocked stays", current: [aes], after: [kms] },
    { name: 'there is no rule', current: null, after: [{ ...kms, blocked: null }] },
    { name: 'with a key of the account', current: [aes], settings: own, after: [{ ...kms, keyId: key }] },
    {
      name: 'with a key of the account, by its alias',
      current: [aes],
      settings: { kmsKeyId: 'alias/records' },
      after: [{ ...kms, keyId: 'alias/records' }],
    },
    { name: 'with no key named', current: [aes], settings: { kmsKeyId: '' }, after: [kms] },
  ],
  cannot: [
    {
      name: 'the key is of another region',
      current: [aes],
      settings: own,
      at: { subject: { id: 'arn:aws:s3:::records', name: 'records', region: 'eu-west-1' } },
      because: /^the configured key is in us-east-1 and the bucket in eu-west-1/,
    },
    {
      name: 'the alias is of another region',
      current: [aes],
      settings: { kmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:alias/records' },
      because: /^the configured key is in eu-west-1 and the bucket in us-east-1/,
    },
    {
      name: 'the key is of another partition',
      current: [aes],
      settings: { kmsKeyId: key.replace('arn:aws:', 'arn:aws-us-gov:') },
      because: /in the partition aws-us-gov and the bucket in aws:/,
    },
    {
      name: 'the ARN is of something else',
      current: [aes],
      settings: { kmsKeyId: 'arn:aws:iam::111122223333:role/key' },
      because: /is not the ARN of a KMS key/,
    },
  ],
  consequences: [
    { name: 'only the account reads', current: [aes], facts: quiet, verdict: 'safe' },
    {
      name: 'only the account reads, with a key of its own',
      current: [aes],
      settings: own,
      facts: quiet,
      verdict: 'unknown',
      says: [['unknown', /kms:Decrypt on arn:aws:kms/]],
    },
    {
      name: 'another account reads',
      current: [aes],
      facts: { ...quiet, crossAccountGrants: [grant(otherAccount, 'account')] },
      verdict: 'breaks',
      says: [['breaks', /^444455556666 cannot use the AWS managed key/]],
    },
    {
      name: 'another account reads, with a key that may admit it',
      current: [aes],
      settings: own,
      facts: { ...quiet, crossAccountGrants: [grant(otherAccount, 'account')] },
      verdict: 'unknown',
    },
    {
      name: 'access logs are delivered here',
      current: [aes],
      facts: { ...quiet, crossAccountGrants: [grant('logging.s3.amazonaws.com', 'service')] },
      verdict: 'breaks',
      says: [['breaks', /delivers no access logs/]],
    },
    {
      name: 'an account of AWS delivers logs here',
      current: [aes],
      settings: own,
      facts: {
        ...quiet,
        crossAccountGrants: [{ ...grant('arn:aws:iam::127311923021:root', 'account'), ofAws: true }],
      },
      verdict: 'unknown',
      says: [['unknown', /127311923021:root is an account of AWS .* no KMS key/]],
    },
    {
      name: 'load balancers log here, which take no KMS key',
      current: [aes],
      settings: own,
      facts: {
        ...quiet,
        crossAccountGrants: [grant('logdelivery.elasticloadbalancing.amazonaws.com', 'service')],
      },
      verdict: 'breaks',
      says: [['breaks', /Elastic Load Balancing delivers no access logs/]],
    },
    {
      name: 'CloudFront with origin access control',
      current: [aes],
      settings: own,
      facts: {
        ...quiet,
        crossAccountGrants: [grant('cloudfront.amazonaws.com', 'service')],
        cloudFrontOrigins: [origin('originAccessControl')],
      },
      verdict: 'unknown',
      says: [['unknown', /^CloudFront distribution E1 needs to be let in/]],
      saysNot: [/^cloudfront/],
    },
    {
      name: 'CloudFront with an origin access identity',
      current: [aes],
      settings: own,
      facts: { ...quiet, cloudFrontOrigins: [origin('originAccessIdentity')] },
      verdict: 'breaks',
    },
    {
      name: 'strangers read',
      current: [aes],
      facts: { ...quiet, publicRead: { public: true, because: 'x' } },
      verdict: 'breaks',
    },
    {
      name: 'it is replicated',
      current: [aes],
      facts: { ...quiet, replicationTargets: [{ bucket: 'copies', account: null, region: null }] },
      verdict: 'unknown',
      says: [['unknown', /replication leaves new objects out/]],
    },
  ],
});
