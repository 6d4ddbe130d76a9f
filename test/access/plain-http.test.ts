import { describe, expect, test } from 'vitest';
import { parsePolicy, refusesPlainHttp } from '../../src/access/index.ts';
import {
  allow,
  allowAll,
  BUCKET,
  deny,
  denyIf,
  type Json,
  OBJECTS,
  ORG,
  OTHER,
  OWNER,
  policy,
} from './kit.ts';

const HTTP = { Bool: { 'aws:SecureTransport': 'false' } };
const denyHttp = (more: Json = {}) => denyIf(HTTP, more);
const judged = (...statements: readonly Json[]) =>
  refusesPlainHttp(parsePolicy(policy(...statements)), 'records', OWNER);

const rows: readonly (readonly [string, true | false | 'unknown', ...Json[]])[] = [
  ['AWS’s example', true, denyHttp()],
  ['beside an Allow', true, allowAll(), denyHttp()],
  ['AWS "*"', true, denyHttp({ Principal: { AWS: '*' } })],
  ['Action "*"', true, denyHttp({ Action: '*' })],
  ['Action ["s3:*"]', true, denyHttp({ Action: ['s3:*'] })],
  ['Resource "*"', true, denyHttp({ Resource: '*' })],
  ['one pattern for both', true, denyHttp({ Resource: `${BUCKET}*` })],
  [
    'two statements, bucket and objects',
    true,
    denyHttp({ Resource: BUCKET }),
    denyHttp({ Resource: OBJECTS }),
  ],
  [
    'two statements, reading and the rest',
    true,
    denyHttp({ Action: 's3:Get*' }),
    denyHttp({ Action: undefined, NotAction: 's3:Get*' }),
  ],
  ['a JSON boolean', true, denyIf({ Bool: { 'aws:SecureTransport': false } })],
  ['key in other capitals', true, denyIf({ Bool: { 'AWS:securetransport': 'False' } })],
  ['a string', true, denyIf({ StringEquals: { 'aws:SecureTransport': 'false' } })],
  ['a negated string', true, denyIf({ StringNotEquals: { 'aws:SecureTransport': 'true' } })],
  ['BoolIfExists', true, denyIf({ BoolIfExists: { 'aws:SecureTransport': 'false' } })],
  ['both values', true, denyIf({ Bool: { 'aws:SecureTransport': ['true', 'false'] } })],
  ['everything is denied', true, deny()],
  ['NotAction of another service', true, denyHttp({ Action: undefined, NotAction: 'ec2:*' })],
  [
    'NotAction of what no bucket has',
    true,
    denyHttp({ Action: undefined, NotAction: 's3:ListAllMyBuckets' }),
  ],
  ['except AWS services', true, denyIf({ ...HTTP, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } })],
  [
    'TLS version, also where there is none',
    true,
    denyIf({ NumericLessThanIfExists: { 's3:TlsVersion': '1.2' } }),
  ],
  ['no TLS version', true, denyIf({ Null: { 's3:TlsVersion': 'true' } })],
  ['TLS version and protocol', true, denyHttp(), denyIf({ NumericLessThan: { 's3:TlsVersion': '1.2' } })],
  ['the objects only', false, denyHttp({ Resource: OBJECTS })],
  ['the bucket only', false, denyHttp({ Resource: BUCKET })],
  ['one prefix', false, denyHttp({ Resource: [BUCKET, `${BUCKET}/private/*`] })],
  ['all but a prefix', false, denyHttp({ Resource: undefined, NotResource: `${BUCKET}/public/*` })],
  ['another bucket', false, denyHttp({ Resource: ['arn:aws:s3:::other', 'arn:aws:s3:::other/*'] })],
  ['GetObject only', false, denyHttp({ Action: 's3:GetObject' })],
  ['reading and writing of objects only', false, denyHttp({ Action: ['s3:GetObject', 's3:PutObject'] })],
  ['all but GetObject', false, denyHttp({ Action: undefined, NotAction: 's3:GetObject' })],
  ['one account', false, denyHttp({ Principal: { AWS: OTHER } })],
  ['the owner only', false, denyHttp({ Principal: { AWS: OWNER } })],
  [
    'all but one role',
    false,
    denyHttp({ Principal: undefined, NotPrincipal: { AWS: `arn:aws:iam::${OWNER}:role/legacy` } }),
  ],
  ['all but nobody', true, denyHttp({ Principal: undefined, NotPrincipal: { AWS: [] } })],
  ['TLS is denied', false, denyIf({ Bool: { 'aws:SecureTransport': 'true' } })],
  ['only from outside', false, denyIf({ ...HTTP, NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })],
  [
    'only from outside the organization',
    false,
    denyIf({ ...HTTP, StringNotEquals: { 'aws:PrincipalOrgID': ORG } }),
  ],
  ['only unsigned', false, denyIf({ ...HTTP, Null: { 'aws:PrincipalArn': 'true' } })],
  [
    'old TLS alone: plain HTTP has no version',
    false,
    denyIf({ NumericLessThan: { 's3:TlsVersion': '1.2' } }),
  ],
  ['an Allow for TLS only', false, allow({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } })],
  ['no Deny', false, allow()],
  ['no statements', false],
  ['an Allow over plain HTTP', false, allow({ Condition: HTTP })],
  ['a condition not understood', 'unknown', denyIf({ ...HTTP, StringMatches: { 'aws:Referer': 'x' } })],
  [
    'a condition not understood beside a good one',
    true,
    denyHttp(),
    denyIf({ StringMatches: { 'aws:Referer': 'x' } }),
  ],
];

describe('does the policy refuse plain HTTP', () => {
  test.each(rows.map(([situation, expected, ...statements]) => ({ situation, expected, statements })))(
    '$situation: $expected',
    ({ expected, statements }) => {
      expect(judged(...statements).refused).toBe(expected);
    },
  );

  test('says what passes', () => {
    expect(judged(denyHttp({ Resource: OBJECTS })).because).toBe(
      'no statement denies s3:ListBucket on the bucket over plain HTTP to everyone',
    );
    expect(judged(denyHttp()).because).toBe('every S3 action over plain HTTP is denied to everyone');
  });

  test('a malformed policy', () => {
    expect(refusesPlainHttp(parsePolicy('{'), 'records', OWNER).refused).toBe('unknown');
  });
});
