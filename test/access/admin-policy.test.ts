import { describe, expect, test } from 'vitest';
import { grantsEverything, parsePolicy, serviceWildcards } from '../../src/access/index.ts';
import { type Json, policy } from './kit.ts';

const grant = (more: Json = {}): Json => ({ Effect: 'Allow', Action: '*', Resource: '*', ...more });
const letters = [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => `${letter}*`);

const everything: readonly (readonly [string, boolean, ...Json[]])[] = [
  ['AdministratorAccess', true, grant()],
  ['Action "*:*"', true, grant({ Action: '*:*' })],
  ['Action "**"', true, grant({ Action: '**' })],
  ['Action ["*"], Resource ["*"]', true, grant({ Action: ['*'], Resource: ['*'] })],
  ['"*" among others', true, grant({ Action: ['s3:Get*', '*'] })],
  ['every letter', true, grant({ Action: letters })],
  ['every letter but one', false, grant({ Action: letters.slice(1) })],
  [
    'half the letters in each of two statements',
    true,
    grant({ Action: letters.slice(0, 13) }),
    grant({ Action: letters.slice(13) }),
  ],
  ['every ARN', true, grant({ Resource: 'arn:aws:*' })],
  ['every ARN of GovCloud', true, grant({ Resource: 'arn:aws-us-gov:*' })],
  ['all but every ARN', false, grant({ Resource: undefined, NotResource: 'arn:aws:*' })],
  ['every resource but one', false, grant({ Resource: undefined, NotResource: 'arn:aws:s3:::probe/*' })],
  ['every resource but some bucket', true, grant({ Resource: undefined, NotResource: 'arn:aws:s3:::safe' })],
  ['one service', false, grant({ Action: 's3:*' })],
  ['IAM alone', false, grant({ Action: 'iam:*' })],
  ['reading of everything', false, grant({ Action: '*:Get*' })],
  ['one resource', false, grant({ Resource: 'arn:aws:s3:::b' })],
  ['one service’s resources', false, grant({ Resource: 'arn:aws:s3:::*' })],
  ['no resource', false, grant({ Resource: undefined })],
  ['with MFA', false, grant({ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })],
  ['in a region', false, grant({ Condition: { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } } })],
  ['from a network', false, grant({ Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } })],
  ['with an empty condition', true, grant({ Condition: {} })],
  [
    'with a condition nothing fails',
    true,
    grant({ Condition: { StringLikeIfExists: { 'aws:RequestTag/x': '*' } } }),
  ],
  [
    'with a condition the absent fail',
    false,
    grant({ Condition: { StringLike: { 'aws:RequestTag/x': '*' } } }),
  ],
  [
    'with either protocol',
    true,
    grant({ Condition: { Bool: { 'aws:SecureTransport': ['true', 'false'] } } }),
  ],
  ['with an operator not understood', false, grant({ Condition: { StringMatches: { x: '*' } } })],
  [
    'PowerUserAccess: all but IAM',
    false,
    grant({ Action: undefined, NotAction: ['iam:*', 'organizations:*', 'account:*'] }),
  ],
  ['all but billing', true, grant({ Action: undefined, NotAction: 'aws-portal:*' })],
  ['all but nothing', true, grant({ Action: undefined, NotAction: [] })],
  ['all but creating users', false, grant({ Action: undefined, NotAction: 'iam:CreateUser' })],
  ['all but all', false, grant({ Action: undefined, NotAction: '*' })],
  ['a Deny', false, grant({ Effect: 'Deny' })],
  ['taken back whole', false, grant(), grant({ Effect: 'Deny' })],
  ['taken back in part', true, grant(), grant({ Effect: 'Deny', Action: 'organizations:*' })],
  [
    'taken back without MFA',
    true,
    grant(),
    grant({ Effect: 'Deny', Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } }),
  ],
  ['nothing', false],
];

describe('an administrator’s policy', () => {
  test.each(everything.map(([situation, expected, ...statements]) => ({ situation, expected, statements })))(
    '$situation: $expected',
    ({ expected, statements }) => {
      expect(grantsEverything(parsePolicy(policy(...statements)))).toBe(expected);
    },
  );

  test('a malformed policy', () => {
    expect(grantsEverything(parsePolicy('{'))).toBe('unknown');
    expect(serviceWildcards(parsePolicy('{'))).toBe('unknown');
  });
});

const services: readonly (readonly [string, readonly string[], ...Json[]])[] = [
  ['one', ['s3'], grant({ Action: 's3:*' })],
  [
    'several, once each',
    ['s3', 'iam'],
    grant({ Action: ['s3:*', 'IAM:*', 's3:Get*'] }),
    grant({ Action: 'S3:*' }),
  ],
  ['all', ['*'], grant()],
  ['parts of one', [], grant({ Action: 's3:Get*' })],
  ['on one resource', [], grant({ Action: 's3:*', Resource: 'arn:aws:s3:::b' })],
  ['with a condition', [], grant({ Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'true' } } })],
  ['every action by "?*"', ['s3'], grant({ Action: 's3:?*' })],
  ['one letter only', [], grant({ Action: 's3:?' })],
  ['every bucket', ['s3'], grant({ Action: 's3:*', Resource: 'arn:aws:s3:::*' })],
  [
    'every bucket, in another partition',
    ['s3'],
    grant({ Action: 's3:*', Resource: 'arn:aws-us-gov:s3:::*' }),
  ],
  ['objects alone', [], grant({ Action: 's3:*', Resource: 'arn:aws:s3:::*/*' })],
  [
    'every bucket and its objects, apart',
    ['s3'],
    grant({ Action: 's3:*', Resource: ['arn:aws:s3:::*', 'arn:aws:s3:::*/*'] }),
  ],
  ['every key', ['kms'], grant({ Action: 'kms:*', Resource: 'arn:aws:kms:*:*:key/*' })],
  ['every key of a region', [], grant({ Action: 'kms:*', Resource: 'arn:aws:kms:us-east-1:*:key/*' })],
  ['aliases', [], grant({ Action: 'kms:*', Resource: 'arn:aws:kms:*:*:alias/*' })],
  ['every table', ['dynamodb'], grant({ Action: 'dynamodb:*', Resource: 'arn:aws:dynamodb:*:*:table/*' })],
  ['every queue', ['sqs'], grant({ Action: 'sqs:*', Resource: 'arn:aws:sqs:*:*:*' })],
  ['all of IAM', ['iam'], grant({ Action: 'iam:*', Resource: 'arn:aws:iam::*:*' })],
  ['every key, of another service', [], grant({ Action: 's3:*', Resource: 'arn:aws:kms:*:*:key/*' })],
  [
    'all but some bucket',
    ['s3'],
    grant({ Action: 's3:*', Resource: undefined, NotResource: 'arn:aws:s3:::safe' }),
  ],
  ['taken back', ['kms'], grant({ Action: ['s3:*', 'kms:*'] }), grant({ Action: 's3:*', Effect: 'Deny' })],
  [
    'taken back for others only',
    ['s3'],
    grant({ Action: 's3:*' }),
    grant({ Action: 's3:*', Effect: 'Deny', Resource: 'arn:aws:s3:::b' }),
  ],
  ['all taken back', [], grant({ Action: 's3:*' }), grant({ Effect: 'Deny' })],
  ['refused', [], grant({ Action: 's3:*', Effect: 'Deny' })],
];

describe('whole services', () => {
  test.each(services.map(([situation, expected, ...statements]) => ({ situation, expected, statements })))(
    '$situation',
    ({ expected, statements }) => {
      expect(serviceWildcards(parsePolicy(policy(...statements)))).toEqual(expected);
    },
  );
});
