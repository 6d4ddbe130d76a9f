import { describe, expect, test } from 'vitest';
import { mostPolicyBytes, parsePolicy, refusesPlainHttp, withTlsOnly } from '../../src/access/index.ts';
import { allow, BUCKET, deny, denyIf, type Json, OBJECTS, OTHER, OWNER, policy } from './kit.ts';
import { dice, statements } from './vocabulary.ts';

const HTTP = { Bool: { 'aws:SecureTransport': 'false' } };
const refusal = (Sid = 'DenyPlainHttp') => ({
  Sid,
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [BUCKET, OBJECTS],
  Condition: HTTP,
});
const partner = allow({ Principal: { AWS: `arn:aws:iam::${OTHER}:root` } });
const forObjects = denyIf(HTTP, { Sid: 'DenyPlainHttp', Resource: OBJECTS });
const written = (text: string | null) => {
  const answer = withTlsOnly(text, BUCKET, OWNER);
  if ('cannot' in answer) throw new Error(answer.cannot);
  return answer.policy;
};
const refused = (text: string) => refusesPlainHttp(parsePolicy(text), BUCKET, OWNER).refused;

const rows: readonly (readonly [string, readonly Json[], readonly Json[]])[] = [
  ['beside an Allow', [partner], [partner, refusal()]],
  [
    'beside a Deny of something else',
    [deny({ Action: 's3:DeleteBucket' })],
    [deny({ Action: 's3:DeleteBucket' }), refusal()],
  ],
  [
    'where only objects are protected, under a name of its own',
    [forObjects],
    [forObjects, refusal('DenyPlainHttp2')],
  ],
  [
    'where both names are taken',
    [forObjects, allow({ ...partner, Sid: 'DenyPlainHttp2' })],
    [forObjects, allow({ ...partner, Sid: 'DenyPlainHttp2' }), refusal('DenyPlainHttp3')],
  ],
  ['nothing, where plain HTTP is refused', [denyIf(HTTP)], [denyIf(HTTP)]],
  ['nothing, where everything is refused', [deny()], [deny()]],
];

describe('withTlsOnly adds one statement', () => {
  test.each(rows)('%s', (_, before, after) => {
    const text = written(policy(...before));
    expect(JSON.parse(text)).toEqual(JSON.parse(policy(...after)));
    expect(refused(text)).toBe(true);
    expect(written(text)).toBe(text);
  });

  test('to no policy at all', () => {
    expect(JSON.parse(written(null))).toEqual({ Version: '2012-10-17', Statement: [refusal()] });
    expect(refused(written(null))).toBe(true);
  });

  test('to a policy whose statement is no list, and keeps its other fields', () => {
    const text = JSON.stringify({ Version: '2008-10-17', Id: 'by-hand', Statement: partner });
    expect(JSON.parse(written(text))).toEqual({
      Version: '2008-10-17',
      Id: 'by-hand',
      Statement: [partner, refusal()],
    });
  });

  test('and gives a policy that needs none back letter by letter', () => {
    const text = `{ "Version": "2012-10-17",\n "Statement": ${JSON.stringify(denyIf(HTTP))} }`;
    expect(written(text)).toBe(text);
  });

  test('in another partition', () => {
    const answer = withTlsOnly(null, 'arn:aws-us-gov:s3:::records', OWNER) as { policy: string };
    expect(JSON.parse(answer.policy).Statement[0].Resource).toEqual([
      'arn:aws-us-gov:s3:::records',
      'arn:aws-us-gov:s3:::records/*',
    ]);
  });

  test('never to what is no policy', () => {
    expect(withTlsOnly('nonsense', BUCKET, OWNER)).toMatchObject({
      cannot: expect.stringMatching(/not understood/),
    });
  });

  describe('within what S3 takes', () => {
    const empty = new TextEncoder().encode(written(policy({ ...partner, Sid: '' }))).length;
    const ofBytes = (bytes: number) => policy({ ...partner, Sid: 'x'.repeat(bytes - empty) });

    test('20480 bytes are few enough', () => {
      expect(written(ofBytes(mostPolicyBytes))).toHaveLength(mostPolicyBytes);
    });
    test('20481 bytes are too many', () => {
      expect(withTlsOnly(ofBytes(mostPolicyBytes + 1), BUCKET, OWNER)).toEqual({
        cannot: 'with one statement more the policy would have 20481 bytes, and S3 takes 20480',
      });
    });
    test('a letter of two bytes counts twice', () => {
      const text = ofBytes(mostPolicyBytes).replace('xx', 'éx');
      expect(withTlsOnly(text, BUCKET, OWNER)).toMatchObject({
        cannot: expect.stringMatching(/20481 bytes/),
      });
    });
  });

  test('to random policies, after which plain HTTP is refused and all that was written is there', () => {
    for (let seed = 0; seed < 200; seed++) {
      const list = statements(dice(seed + 900));
      const text = written(policy(...list));
      expect(refused(text), JSON.stringify(list)).toBe(true);
      const after = JSON.parse(text).Statement as readonly Json[];
      expect(after.slice(0, list.length)).toEqual(JSON.parse(JSON.stringify(list)));
      expect(after.length - list.length).toBeLessThanOrEqual(1);
    }
  });
});
