import { describe, expect, test } from 'vitest';
import { attestationOf, parsePolicy } from '../../src/access/index.ts';

const image = 'kms:RecipientAttestation:ImageSha384';
const measured = 'ab'.repeat(48);
const zeros = '0'.repeat(96);
const lets = (Action: string | readonly string[], Condition?: object) => ({
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:role/enclave' },
  Action,
  Resource: '*',
  ...(Condition && { Condition }),
});
const told = (...Statement: readonly object[]) =>
  attestationOf(parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement })));
const under = (operator: string, value: string | readonly string[], key = image) =>
  lets('kms:Decrypt', { [operator]: { [key]: value } });

test('a policy that speaks of no enclave', () => {
  expect(told(lets('kms:*'))).toBeNull();
  expect(told(lets('kms:*', { StringEquals: { 'kms:ViaService': 'x' } }))).toBeNull();
  expect(attestationOf(parsePolicy('{}'))).toBe('unknown');
});

describe('is enforced', () => {
  test.each([
    ['by the image', under('StringEqualsIgnoreCase', measured)],
    ['by the image, in other letters', under('stringequals', measured, image.toUpperCase())],
    ['by the signer', under('StringEquals', measured, 'kms:RecipientAttestation:PCR8')],
    ['by several images', under('ForAnyValue:StringEquals', [measured, 'cd'.repeat(48)])],
    [
      'by the instance and the image',
      lets('kms:Decrypt', {
        StringEquals: {
          'kms:RecipientAttestation:PCR4': measured,
          'kms:RecipientAttestation:PCR0': measured,
        },
      }),
    ],
  ])('%s', (_, statement) => {
    expect(told(statement)).toMatchObject({ unenforced: [], bypasses: [] });
  });
});

describe('is not enforced', () => {
  test.each([
    ['where nothing need be brought', under('StringEqualsIfExists', measured), /StringEqualsIfExists lets/],
    ['where all but one may', under('StringNotEquals', measured), /StringNotEquals lets/],
    ['by zeros', under('StringEquals', zeros), /zeros/],
    ['by anything', under('StringLike', '*'), /anything/],
    ['by one image or anything', under('StringLike', [measured, '*']), /anything/],
    [
      'by the instance alone',
      under('StringEquals', measured, 'kms:RecipientAttestation:PCR4'),
      /PCR4 tells the parent/,
    ],
  ])('%s', (_, statement, because) => {
    expect(told(statement)).toMatchObject({ unenforced: [expect.stringMatching(because)], bypasses: [] });
  });
});

describe('ways around', () => {
  const exact = under('StringEquals', measured);
  const guard = (operator: string, more: object = {}) => ({
    ...lets('kms:*', { [operator]: { [image]: measured } }),
    Effect: 'Deny',
    Principal: '*',
    ...more,
  });
  test.each([
    ['none', [exact], 0],
    ['to look after the key', [exact, lets(['kms:DescribeKey', 'kms:PutKeyPolicy'])], 0],
    ['all rights of the account', [exact, lets('kms:*')], 1],
    ['through a service', [exact, lets('kms:Decrypt', { StringEquals: { 'kms:ViaService': 'x' } })], 1],
    ['under another key', [exact, lets('kms:ReEncrypt*')], 1],
    ['refused to all others', [exact, lets('kms:*'), guard('StringNotEqualsIgnoreCase')], 0],
    [
      'refused to one',
      [
        exact,
        lets('kms:*'),
        guard('StringNotEquals', { Principal: { AWS: 'arn:aws:iam::111122223333:role/x' } }),
      ],
      1,
    ],
    ['refused by an operator that needs a value', [exact, lets('kms:*'), guard('StringEquals')], 1],
    [
      'refused for one action',
      [exact, lets('kms:*'), guard('StringNotEquals', { Action: 'kms:Decrypt' })],
      1,
    ],
    [
      'refused to debug mode alone',
      [
        exact,
        lets('kms:*'),
        guard('StringNotEquals', { Condition: { StringNotEquals: { [image]: zeros } } }),
      ],
      1,
    ],
  ])('%s', (_, statements, bypasses) => {
    expect(told(...statements)).toMatchObject({ bypasses: { length: bypasses } });
  });

  test('says which actions nobody is allowed without an enclave', () => {
    expect(told(exact, guard('StringNotEquals', { Action: 'kms:Decrypt' }))).toMatchObject({
      guarded: ['kms:Decrypt'],
      measurements: [
        { register: 'IMAGESHA384', value: measured },
        { register: 'IMAGESHA384', value: measured },
      ],
    });
  });
});
