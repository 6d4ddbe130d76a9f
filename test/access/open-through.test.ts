import { expect, test } from 'vitest';
import { openThrough, parsePolicy } from '../../src/access/index.ts';
import { type Json, OTHER, OWNER, policy } from './kit.ts';

const resource = `arn:aws:lambda:us-east-1:${OWNER}:function:one`;
const s3 = { Service: 's3.amazonaws.com' };
const lets = (more: Json = {}): Json => ({
  Sid: 'Lent',
  Effect: 'Allow',
  Principal: s3,
  Action: 'lambda:InvokeFunction',
  Resource: resource,
  ...more,
});
const of = (...Statements: readonly Json[]) =>
  openThrough(parsePolicy(policy(...Statements)), [s3.Service], {
    service: 'lambda',
    resource,
    accountId: OWNER,
  });
const open = { statement: 'statement Lent', service: s3.Service };
const given = (operator: string, key: string, value: unknown) =>
  lets({ Condition: { [operator]: { [key]: value } } });

test.each([
  ['no condition', lets(), open],
  ['beside another service', lets({ Principal: { Service: ['logs.amazonaws.com', s3.Service] } }), open],
  ['any bucket', given('ArnLike', 'aws:SourceArn', 'arn:aws:s3:::*'), open],
  ['any account', given('StringLike', 'aws:SourceAccount', '*'), open],
  ['all accounts but one', given('StringNotEquals', 'aws:SourceAccount', OTHER), open],
  ['an account', given('StringEquals', 'AWS:SourceAccount', OWNER), null],
  ['a bucket', given('ArnLike', 'AWS:SourceArn', 'arn:aws:s3:::records'), null],
  ['an organization', given('StringEquals', 'aws:SourceOrgID', 'o-a1b2c3d4e5'), null],
  ['what nobody understands', given('NoSuchOperator', 'aws:SourceAccount', OWNER), 'unknown'],
  ['another service', lets({ Principal: { Service: 'logs.amazonaws.com' } }), null],
  ['an account by itself', lets({ Principal: { AWS: OTHER } }), null],
  ['another function', lets({ Resource: `${resource}-2` }), null],
])('%s', (_, statement, expected) => {
  expect(of(statement)).toEqual(expected);
});

test('a Deny takes back', () => {
  const foreign = { StringNotEquals: { 'aws:SourceAccount': OWNER } };
  expect(of(lets(), lets({ Effect: 'Deny', Principal: '*', Condition: foreign }))).toBeNull();
});

test('what is no policy is unknown', () => {
  expect(
    openThrough(parsePolicy('nonsense'), [s3.Service], { service: 'lambda', resource, accountId: OWNER }),
  ).toBe('unknown');
});
