import { describe, expect, test } from 'vitest';
import { parsePolicy, publicAccess } from '../../src/access/index.ts';
import { type Json, OTHER, OWNER, policy, summary } from './kit.ts';

const KEY = `arn:aws:kms:us-east-1:${OWNER}:key/1`;
const QUEUE = `arn:aws:sqs:us-east-1:${OWNER}:q`;
const grant = (more: Json): Json => ({
  Effect: 'Allow',
  Principal: '*',
  Action: 'kms:*',
  Resource: '*',
  ...more,
});

const kms: readonly (readonly [string, string, ...Json[]])[] = [
  ['the account’s root', 'no', grant({ Principal: { AWS: `arn:aws:iam::${OWNER}:root` } })],
  ['everyone: a KMS request is always signed', 'rw@', grant({})],
  ['everyone decrypts', 'r@', grant({ Action: 'kms:Decrypt' })],
  ['everyone encrypts', 'w@', grant({ Action: 'kms:Encrypt' })],
  ['everyone takes data keys', 'w@', grant({ Action: 'kms:GenerateDataKey*' })],
  [
    'AWS’s own key policy: a service for the account',
    'no',
    grant({
      Condition: {
        StringEquals: { 'kms:CallerAccount': OWNER, 'kms:ViaService': 's3.us-east-1.amazonaws.com' },
      },
    }),
  ],
  [
    'another account by CallerAccount',
    'no',
    grant({ Condition: { StringEquals: { 'kms:CallerAccount': OTHER } } }),
  ],
  [
    'ViaService alone: anyone has a service act',
    'rw@',
    grant({ Condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } } }),
  ],
  ['any CallerAccount', 'rw@', grant({ Condition: { StringLike: { 'kms:CallerAccount': '*' } } })],
  [
    'an encryption context',
    'rw@',
    grant({ Condition: { StringEquals: { 'kms:EncryptionContext:app': 'x' } } }),
  ],
  [
    'grants for AWS resources',
    'w@',
    grant({ Action: 'kms:CreateGrant', Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } } }),
  ],
  ['this key by its ARN', 'rw@', grant({ Resource: KEY })],
  ['another key', 'no', grant({ Resource: `arn:aws:kms:us-east-1:${OWNER}:key/2` })],
  ['no resource element', 'rw@', grant({ Resource: undefined })],
  [
    'everyone, taken back',
    'no',
    grant({}),
    grant({ Effect: 'Deny', Condition: { StringNotEquals: { 'kms:CallerAccount': OWNER } } }),
  ],
  [
    'everyone, unsigned taken back: there are none',
    'rw@',
    grant({}),
    grant({ Effect: 'Deny', Condition: { Null: { 'aws:PrincipalArn': 'true' } } }),
  ],
  ['a service', 'no', grant({ Principal: { Service: 'logs.us-east-1.amazonaws.com' } })],
  ['S3 actions in a key policy', 'no', grant({ Action: 's3:*' })],
];

describe('a KMS key', () => {
  test.each(kms.map(([situation, expected, ...statements]) => ({ situation, expected, statements })))(
    '$situation: $expected',
    ({ expected, statements }) => {
      const document = parsePolicy(policy(...statements));
      expect(summary(publicAccess(document, { service: 'kms', resource: KEY, accountId: OWNER }))).toBe(
        expected,
      );
    },
  );
});

const sqs: readonly (readonly [string, string, ...Json[]])[] = [
  ['everyone sends', 'w', grant({ Action: 'sqs:SendMessage', Resource: QUEUE })],
  ['everyone receives', 'r', grant({ Action: 'sqs:ReceiveMessage', Resource: QUEUE })],
  ['everything', 'rw', grant({ Action: 'sqs:*', Resource: QUEUE })],
  [
    'from a topic',
    'no',
    grant({
      Action: 'sqs:SendMessage',
      Resource: QUEUE,
      Condition: { ArnEquals: { 'aws:SourceArn': `arn:aws:sns:us-east-1:${OTHER}:t` } },
    }),
  ],
  [
    'from any topic',
    'w',
    grant({
      Action: 'sqs:SendMessage',
      Resource: QUEUE,
      Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:*' } },
    }),
  ],
  [
    'AWS’s own topic policy: the owner',
    'no',
    grant({ Action: 'sqs:*', Resource: QUEUE, Condition: { StringEquals: { 'AWS:SourceOwner': OWNER } } }),
  ],
  ['another queue', 'no', grant({ Action: 'sqs:*', Resource: `${QUEUE}2` })],
];

describe('any other resource policy, by the verbs of its actions', () => {
  test.each(sqs.map(([situation, expected, ...statements]) => ({ situation, expected, statements })))(
    'a queue: $situation: $expected',
    ({ expected, statements }) => {
      const document = parsePolicy(policy(...statements));
      expect(summary(publicAccess(document, { service: 'sqs', resource: QUEUE, accountId: OWNER }))).toBe(
        expected,
      );
    },
  );
});

test.each([
  ['sqs', 'sqs:*', 'sqs:ReceiveMessage'],
  ['sns', '*', 'sns:Subscribe'],
  ['secretsmanager', 'secretsmanager:*', 'secretsmanager:GetSecretValue'],
  ['ecr', 'ecr:*', 'ecr:Get\\*'],
  ['ecr', 'ecr:BatchCheck*', 'ecr:BatchCheck\\*'],
])('what is open to strangers is said in words of AWS: %s by %s', (service, Action, says) => {
  const resource = `arn:aws:${service}:us-east-1:${OWNER}:one`;
  const document = parsePolicy(policy(grant({ Action, Resource: '*' })));
  const { because } = publicAccess(document, { service, resource, accountId: OWNER }).any;
  expect(because).toMatch(new RegExp(`allows ${says} to everyone`));
});
