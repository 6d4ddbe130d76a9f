import { describe, expect, test } from 'vitest';
import { expectedStatus, isStrangers } from '../../src/access/index.ts';
import { allow, deny, given, OTHER, policy } from './kit.ts';

test.each([
  ['http://acs.amazonaws.com/groups/global/AllUsers', true],
  ['http://acs.amazonaws.com/groups/global/AuthenticatedUsers', true],
  ['https://acs.amazonaws.com/groups/global/AllUsers', true],
  ['65a011a29cdf8ec533ec3d1ccaae921c', true],
  ['http://acs.amazonaws.com/groups/s3/LogDelivery', false],
  ['f'.repeat(64), false],
  ['', false],
])('the grantee %s is strangers: %s', (grantee, strangers) => {
  expect(isStrangers(grantee)).toBe(strangers);
});

describe('what AWS will call a policy', () => {
  test.each([
    ['everyone reads', policy(allow()), true],
    [
      'everyone reads, of a bucket with another name',
      policy(allow({ Resource: 'arn:aws:s3:::other/*' })),
      true,
    ],
    ['everyone reads, in another partition', policy(allow({ Resource: 'arn:aws-cn:s3:::other/*' })), true],
    ['a partner reads', policy(allow({ Principal: { AWS: `arn:aws:iam::${OTHER}:root` } })), false],
    ['nobody does anything', policy(deny()), false],
    ['what cannot be judged', policy(given({ StringResembles: { 'aws:PrincipalArn': 'x' } })), 'unknown'],
    ['what is no policy', 'nonsense', 'unknown'],
  ])('%s', (_, text, expected) => {
    expect(expectedStatus(text)).toBe(expected);
  });
});
