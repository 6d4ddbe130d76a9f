import { describe, expect, test } from 'vitest';
import { anyKeyActions, escalations, parsePolicy, subscribesFreely } from '../../src/access/index.ts';

const home = { accountId: '111122223333', partition: 'aws' };
const allow = (
  Action: string | readonly string[],
  Resource: string | readonly string[] = '*',
  Condition?: object,
) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition && { Condition }),
});
const deny = (Action: string, Resource = '*', Condition?: object) => ({
  ...allow(Action, Resource, Condition),
  Effect: 'Deny',
});
const policy = (...Statement: readonly object[]) =>
  parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement }));
const malformed = parsePolicy('{"Statement": 1}');
const keys = (region: string, id = '*') => `arn:aws:kms:${region}:111122223333:key/${id}`;

describe('actions with any key', () => {
  test.each([
    ['every resource', [allow('kms:Decrypt')], ['kms:Decrypt']],
    ['a wildcard of actions, in capitals', [allow('KMS:*')], ['kms:Decrypt', 'kms:ReEncryptFrom']],
    ['every key of the account in one region', [allow('kms:Decrypt', keys('eu-central-1'))], ['kms:Decrypt']],
    ['every key of some regions', [allow('kms:Decrypt', keys('eu-*'))], ['kms:Decrypt']],
    [
      'all but some actions',
      [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
      ['kms:Decrypt', 'kms:ReEncryptFrom'],
    ],
    [
      'all but one key',
      [{ Effect: 'Allow', Action: 'kms:Decrypt', NotResource: keys('us-east-1', '1') }],
      ['kms:Decrypt'],
    ],
    ['one key', [allow('kms:Decrypt', keys('us-east-1', '1234'))], []],
    ['keys of another account', [allow('kms:Decrypt', 'arn:aws:kms:us-east-1:444455556666:key/*')], []],
    [
      'through a service alone',
      [allow('kms:Decrypt', '*', { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } })],
      [],
    ],
    ['taken back', [allow('kms:*'), deny('kms:Decrypt')], ['kms:ReEncryptFrom']],
    [
      'taken back under a condition',
      [allow('kms:Decrypt'), deny('kms:Decrypt', '*', { Bool: { 'aws:SecureTransport': 'false' } })],
      ['kms:Decrypt'],
    ],
    ['to encrypt is not to read', [allow('kms:Encrypt')], []],
    ['other services', [allow('s3:*')], []],
  ] as const)('%s', (_, statements, expected) => {
    expect(anyKeyActions(policy(...statements), home)).toEqual(expected);
  });

  test('what is not understood is unknown', () => {
    expect(anyKeyActions(malformed, home)).toBe('unknown');
    expect(subscribesFreely(malformed, home)).toBe('unknown');
    expect(escalations(malformed, home)).toBe('unknown');
  });
});

test.each([
  ['any product', [allow('aws-marketplace:*')], true],
  [
    'one product',
    [
      allow('aws-marketplace:Subscribe', '*', {
        'ForAnyValue:StringEquals': { 'aws-marketplace:ProductId': ['p-1'] },
      }),
    ],
    false,
  ],
  ['to look', [allow('aws-marketplace:ViewSubscriptions')], false],
  ['taken back', [allow('*'), deny('aws-marketplace:Subscribe')], false],
] as const)('the marketplace: %s is %s', (_, statements, expected) => {
  expect(subscribesFreely(policy(...statements), home)).toBe(expected);
});

const pass = 'iam:PassRole';
const variable = (name: string) => `\${${name}}`;
const ownUser = `arn:aws:iam::*:user/${variable('aws:username')}`;
const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const toEc2 = { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } };

describe('ways to all rights', () => {
  test.each([
    ['a new version of any policy', [allow('iam:CreatePolicyVersion')], ['iam:CreatePolicyVersion']],
    [
      'of any policy of the account',
      [allow('iam:CreatePolicyVersion', 'arn:aws:iam::111122223333:policy/*')],
      ['iam:CreatePolicyVersion'],
    ],
    ['of one policy', [allow('iam:CreatePolicyVersion', 'arn:aws:iam::111122223333:policy/own')], []],
    ["a policy for one's own user", [allow('iam:PutUserPolicy', ownUser)], ['iam:PutUserPolicy']],
    ["a key for one's own user", [allow('iam:CreateAccessKey', ownUser)], []],
    ['a key for anybody', [allow('iam:CreateAccessKey')], ['iam:CreateAccessKey']],
    ['any role to an instance', [allow([pass, 'ec2:RunInstances'])], [`${pass} + ec2:RunInstances`]],
    ['in two statements', [allow(pass, role('*')), allow('ec2:Run*')], [`${pass} + ec2:RunInstances`]],
    ['any role to nothing', [allow(pass)], []],
    ['instances without a role', [allow('ec2:*')], []],
    ['one role', [allow(pass, role('app')), allow('ec2:*')], []],
    [
      'any role to EC2 alone',
      [allow(pass, '*', toEc2), allow(['ec2:*', 'lambda:*'])],
      [`${pass} + ec2:RunInstances`],
    ],
    ['any role to EC2 alone, and no instances', [allow(pass, '*', toEc2), allow('lambda:*')], []],
    [
      'any role to EC2 alone, with a second factor',
      [allow(pass, '*', { ...toEc2, Bool: { 'aws:MultiFactorAuthPresent': 'true' } }), allow('ec2:*')],
      [],
    ],
    [
      'a service named by a pattern',
      [allow(pass, '*', { StringLike: { 'iam:PassedToService': 'ecs*' } }), allow('ecs:*')],
      [`${pass} + ecs:RegisterTaskDefinition + ecs:RunTask`],
    ],
    [
      'one function of any name',
      [allow(pass), allow('lambda:*', 'arn:aws:lambda:*:*:function:own')],
      ['lambda:InvokeFunction', 'lambda:AddPermission', 'lambda:CreateEventSourceMapping'].map(
        (last) => `${pass} + lambda:CreateFunction + ${last}`,
      ),
    ],
    ['any role taken on', [allow('sts:AssumeRole', '*')], ['sts:AssumeRole']],
    ['some role taken on', [allow('sts:AssumeRole', role('app-*'))], []],
    ['taken back', [allow('iam:Create*'), deny('iam:Create*')], []],
    [
      'with a second factor alone',
      [allow('iam:CreatePolicyVersion', '*', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } })],
      [],
    ],
    ['to read', [allow(['iam:Get*', 'iam:List*'])], []],
  ] as const)('%s', (_, statements, expected) => {
    expect(escalations(policy(...statements), home)).toEqual(expected);
  });

  test('in another partition', () => {
    const china = { accountId: '111122223333', partition: 'aws-cn' };
    const own = policy(allow('iam:AddUserToGroup', 'arn:aws-cn:iam::111122223333:group/*'));
    expect(escalations(own, china)).toEqual(['iam:AddUserToGroup']);
    expect(escalations(own, home)).toEqual([]);
  });
});
