import { expect, test } from 'vitest';
import { samePolicy } from '../../../src/cloud/aws/same-policy.ts';

const of = (statement: object, more: object = {}) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement], ...more });
const read = {
  Sid: 'A',
  Effect: 'Allow',
  Principal: { AWS: '*' },
  Action: 's3:GetObject',
  Resource: 'arn:x',
};

test.each<[string, string | null, string | null, boolean]>([
  ['the same text', of(read), of(read), true],
  ['other spaces', of(read), JSON.stringify(JSON.parse(of(read)), null, 2), true],
  ['fields in another order', of(read), of(Object.fromEntries(Object.entries(read).toReversed())), true],
  ['a list of one', of(read), of({ ...read, Action: ['s3:GetObject'], Principal: { AWS: ['*'] } }), true],
  [
    'actions in another order',
    of({ ...read, Action: ['a', 'b'] }),
    of({ ...read, Action: ['b', 'a'] }),
    true,
  ],
  [
    'one statement without brackets',
    of(read),
    JSON.stringify({ Version: '2012-10-17', Statement: read }),
    true,
  ],
  [
    'a condition of one value',
    of({ ...read, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    of({ ...read, Condition: { Bool: { 'aws:SecureTransport': ['false'] } } }),
    true,
  ],
  ['another action', of(read), of({ ...read, Action: 's3:PutObject' }), false],
  ['another principal', of(read), of({ ...read, Principal: { AWS: 'arn:aws:iam::1:root' } }), false],
  ['another Sid', of(read), of({ ...read, Sid: 'B' }), false],
  ['another condition', of(read), of({ ...read, Condition: { Bool: { a: 'b' } } }), false],
  ['another version', of(read), of(read, { Version: '2008-10-17' }), false],
  ['none and none', null, null, true],
  ['none and one', null, of(read), false],
  ['two texts that are no policies', 'x', 'y', false],
])('%s', (_, a, b, same) => {
  expect(samePolicy(a, b)).toBe(same);
  expect(samePolicy(b, a)).toBe(same);
});
