import { describe, expect, test } from 'vitest';
import { parsePolicy, publicAccess, withoutPublicStatements } from '../../src/access/index.ts';
import {
  allow,
  allowAll,
  BUCKET,
  deny,
  denyIf,
  given,
  type Json,
  judged,
  NOW,
  OTHER,
  OWNER,
  policy,
} from './kit.ts';
import { dice, statement, statements } from './vocabulary.ts';

const context = { service: 's3', resource: BUCKET, accountId: OWNER, now: NOW };
const partner = allow({ Sid: 'Partner', Principal: { AWS: `arn:aws:iam::${OTHER}:root` } });
const reads = allow({ Sid: 'Reads' });
const writes = allow({ Sid: 'Writes', Action: ['s3:PutObject'] });
const tls = denyIf({ Bool: { 'aws:SecureTransport': 'false' } }, { Sid: 'Tls' });
const signedIn = allow({
  Sid: 'SignedIn',
  Principal: { AWS: '*' },
  Action: 's3:ListBucket',
  Resource: BUCKET,
});
const own = given({ StringEquals: { 'aws:PrincipalAccount': OWNER } }, { Sid: 'Own' });
const unclear = given({ StringResembles: { 'aws:PrincipalArn': 'x' } });

const kept = (text: string) => {
  const answer = withoutPublicStatements(text, context);
  if ('malformed' in answer) return answer;
  return answer.policy === null ? null : (JSON.parse(answer.policy).Statement as readonly Json[]);
};
const removedFrom = (text: string) => {
  const answer = withoutPublicStatements(text, context);
  return 'malformed' in answer ? answer : answer.removed.map(({ index, name }) => [index, name]);
};

const rows: readonly (readonly [string, readonly Json[], readonly Json[] | null, readonly number[]])[] = [
  ['the only one', [reads], null, [0]],
  ['the first', [reads, partner], [partner], [0]],
  ['the last', [partner, tls, reads], [partner, tls], [2]],
  ['two around one', [reads, partner, writes], [partner], [0, 2]],
  ['who is signed in to any account', [signedIn, partner], [partner], [0]],
  ['nothing, where only partners are named', [partner, tls], [partner, tls], []],
  ['nothing, where a condition asks for the own account', [own], [own], []],
  ['nothing, where a Deny holds it back', [reads, deny()], [reads, deny()], []],
  ['what a Deny leaves open', [allowAll({ Sid: 'All' }), tls], [tls], [0]],
  ['neither of two alike but both', [reads, { ...reads }], null, [0, 1]],
  ['no Deny, though it names everyone', [deny(), partner], [deny(), partner], []],
];

describe('withoutPublicStatements removes', () => {
  test.each(rows)('%s', (_, list, left, gone) => {
    const text = policy(...list);
    expect(kept(text)).toEqual(left);
    expect(removedFrom(text)).toEqual(gone.map((i) => [i, expect.stringMatching(/^statement /)]));
  });

  test('and leaves everything else of the policy as it is written', () => {
    const text = JSON.stringify({ Version: '2008-10-17', Id: 'by-hand', Statement: [reads, partner] });
    const { policy: left } = withoutPublicStatements(text, context) as { policy: string };
    expect(JSON.parse(left)).toEqual({ Version: '2008-10-17', Id: 'by-hand', Statement: [partner] });
    expect(Object.keys(JSON.parse(left))).toEqual(['Version', 'Id', 'Statement']);
  });

  test('from a statement that is no list', () => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: reads });
    expect(withoutPublicStatements(text, context)).toMatchObject({ policy: null });
  });

  test('nothing of a text that says nothing public: it comes back letter by letter', () => {
    const text = `{ "Version":"2012-10-17",\n  "Statement": ${JSON.stringify(partner)} }`;
    expect(withoutPublicStatements(text, context)).toMatchObject({ policy: text, removed: [] });
  });

  test('nothing that it cannot judge, and says so', () => {
    const answer = withoutPublicStatements(policy(unclear, reads), context);
    expect(judged(policy(unclear)).any.public).toBe('unknown');
    expect(answer).toMatchObject({
      removed: [{ index: 1, name: 'statement Reads' }],
      doubtful: [{ index: 0, name: 'statement 1' }],
    });
  });

  test.each(['', 'nonsense', '{}', '{"Statement":[{"Effect":"Maybe"}]}'])(
    'nothing of what is no policy: %j',
    (text) => {
      expect(withoutPublicStatements(text, context)).toMatchObject({ malformed: expect.any(String) });
    },
  );
});

describe('of random policies', () => {
  const samples = Array.from({ length: 300 }, (_, seed) => {
    const roll = dice(seed + 77);
    return [...statements(roll), statement(roll, 'Allow')];
  });

  test('a statement goes if and only if it alone, beside every Deny, is public; then what is left is not', () => {
    let removals = 0;
    for (const list of samples) {
      const answer = withoutPublicStatements(policy(...list), context);
      if ('malformed' in answer) throw new Error(answer.malformed);
      const denies = list.filter((s) => s['Effect'] === 'Deny');
      const expected = list.flatMap((s, i) =>
        s['Effect'] === 'Allow' && judged(policy(s, ...denies)).any.public === true ? [i] : [],
      );
      expect(
        answer.removed.map(({ index }) => index),
        JSON.stringify(list),
      ).toEqual(expected);
      removals += expected.length;
      if (answer.policy === null || answer.doubtful.length > 0) continue;
      const left = publicAccess(parsePolicy(answer.policy), context);
      expect(left.any.public, JSON.stringify(list)).toBe(false);
      const kept = list.filter((_, i) => !expected.includes(i));
      expect(JSON.parse(answer.policy).Statement).toEqual(JSON.parse(JSON.stringify(kept)));
    }
    expect(removals).toBeGreaterThan(30);
  });

  test('a second time nothing more goes', () => {
    for (const list of samples) {
      const once = withoutPublicStatements(policy(...list), context);
      if ('malformed' in once || once.policy === null) continue;
      expect(withoutPublicStatements(once.policy, context)).toMatchObject({
        policy: once.policy,
        removed: [],
      });
    }
  });
});
