import { describe, expect, test } from 'vitest';
import { budgetOf } from '../../src/access/budget.ts';
import { parsePolicy, publicAccess } from '../../src/access/index.ts';
import { bruteForce } from './brute-force.ts';
import {
  allow,
  allowAll,
  BUCKET,
  deny,
  denyIf,
  given,
  type Json,
  judged,
  OBJECTS,
  OWNER,
  policy,
} from './kit.ts';
import { dice, statement, statements } from './vocabulary.ts';

/** Five thousand agreed when this was written; these many keep the suite quick. */
const SEEDS = 250;
const LEVELS = ['read', 'write'] as const;
const seen = (list: readonly Json[]) => LEVELS.map((level) => judged(policy(...list))[level].public);
const many = (count: number, seed: number) => {
  const roll = dice(seed);
  return Array.from({ length: count }, () => ({ list: statements(roll), roll }));
};

describe('random policies', () => {
  test('are judged as by walking through every request', () => {
    const answers = new Map<string, number>();
    for (const { list } of many(SEEDS, 1)) {
      const expected = LEVELS.map((level) => bruteForce(list, level));
      expect(seen(list), JSON.stringify(list, null, 1)).toEqual(expected);
      answers.set(expected.join(), (answers.get(expected.join()) ?? 0) + 1);
    }
    expect(Math.min(...answers.values())).toBeGreaterThan(8);
    expect(answers.size).toBe(4);
  });

  test('with one Deny more are no more public', () => {
    for (const { list, roll } of many(400, 2)) {
      const [before, after] = [seen(list), seen([...list, statement(roll, 'Deny')])];
      for (const [index, is] of after.entries())
        if (is) expect(before[index], JSON.stringify(list)).toBe(true);
    }
  });

  test('with one Allow more are no less public', () => {
    for (const { list, roll } of many(400, 3)) {
      const [before, after] = [seen(list), seen([...list, statement(roll, 'Allow')])];
      for (const [index, is] of before.entries())
        if (is) expect(after[index], JSON.stringify(list)).toBe(true);
    }
  });

  test('do not depend on the order of statements, nor on saying a thing twice', () => {
    for (const { list } of many(250, 4)) {
      expect(seen(list.toReversed())).toEqual(seen(list));
      expect(seen([...list, ...list])).toEqual(seen(list));
    }
  });

  test('say the same with texts for lists of one, and with keys and actions in capitals', () => {
    const plain = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.length === 1 ? value[0] : value;
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
    };
    const loud = ({ Condition, ...rest }: Json): Json => ({
      ...rest,
      ...(rest['Action'] !== undefined && {
        Action: JSON.parse(JSON.stringify(rest['Action']).toUpperCase()),
      }),
      Condition: Object.fromEntries(
        Object.entries(Condition as Json).map(([operator, keys]) => [
          operator,
          Object.fromEntries(Object.entries(keys as Json).map(([key, value]) => [key.toUpperCase(), value])),
        ]),
      ),
    });
    for (const { list } of many(250, 5)) {
      expect(seen(list.map((item) => plain(item) as Json))).toEqual(seen(list));
      expect(seen(list.map(loud))).toEqual(seen(list));
    }
  });

  test('denied to everyone are not public, allowed to everyone are', () => {
    for (const { list } of many(200, 6)) {
      expect(seen([...list, deny({ Action: '*', Resource: '*' })])).toEqual([false, false]);
      const grants = list.filter(({ Effect }) => Effect === 'Allow');
      expect(seen([...grants, allowAll()])).toEqual([true, true]);
    }
  });

  test('narrowed to one endpoint in every Allow are not public', () => {
    for (const { list } of many(300, 7)) {
      const narrowed = list.map((item) =>
        item['Effect'] === 'Deny'
          ? item
          : {
              ...item,
              Condition: {
                ...(item['Condition'] as Json),
                StringEqualsIgnoreCase: { 'aws:SourceVpce': 'vpce-9' },
              },
            },
      );
      expect(seen(narrowed)).toEqual([false, false]);
    }
  });
});

describe('work is bounded', () => {
  const spentOn = (...list: readonly Json[]) => {
    const budget = budgetOf();
    const { read } = publicAccess(
      parsePolicy(policy(...list)),
      { service: 's3', resource: BUCKET, accountId: OWNER },
      budget,
    );
    return { spent: budget.spent, read: read.public };
  };
  const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
    Array.from({ length: count }, (_, i) => make(i));

  test('a usual policy', () => {
    const { spent } = spentOn(allow(), denyIf({ Bool: { 'aws:SecureTransport': 'false' } }));
    expect(spent).toBeLessThan(200);
  });

  test('three hundred ARNs', () => {
    const arns = times(300, (i) => `arn:aws:iam::${100000000000 + i}:role/ro*le-${i}*`);
    const { spent, read } = spentOn(given({ ArnLike: { 'aws:PrincipalArn': arns } }));
    expect(read).toBe(false);
    expect(spent).toBeLessThan(2000);
  });

  test('a hundred and fifty grants', () => {
    const { spent, read } = spentOn(
      ...times(150, (i) =>
        given(
          { StringEquals: { 'aws:PrincipalOrgID': `o-abcdefgh${i}` } },
          { Resource: `${BUCKET}/p${i}/*` },
        ),
      ),
    );
    expect(read).toBe(false);
    expect(spent).toBeLessThan(20_000);
  });

  test.each<readonly [string, readonly Json[]]>([
    [
      'stars upon stars',
      [given({ StringLike: { 's3:prefix': '*a'.repeat(500), 'aws:Referer': '*b'.repeat(500) } })],
    ],
    ['a pattern longer than a policy', [given({ StringLike: { 's3:prefix': '*a'.repeat(6000) } })]],
    [
      'resources of stars',
      [
        allow({ Resource: `${OBJECTS}${'a*'.repeat(400)}` }),
        deny({ Resource: `${OBJECTS}${'a?*'.repeat(400)}` }),
      ],
    ],
    [
      'a dozen Denies that each spare two patterns',
      [
        allow(),
        ...times(12, (i) =>
          deny({ Resource: undefined, NotResource: [`${BUCKET}/*${i}*`, `${BUCKET}/*x${i}*`] }),
        ),
      ],
    ],
    [
      'a puzzle of free keys, with a way out: each key says whether its number is odd',
      [
        allow(),
        ...times(900, (i) => [i % 9, (i * 5) % 8, (i * 7) % 7, i % 2, i % 3] as const)
          .filter(
            ([a, b, c, x, y]) =>
              !(a % 2 === x && b % 2 === y && c % 2 !== x) && new Set([a, b, c]).size === 3,
          )
          .slice(0, 120)
          .map(([a, b, c, x, y]) =>
            denyIf({
              StringEquals: { [`aws:RequestTag/a${a}`]: String(x), [`aws:RequestTag/a${b}`]: String(y) },
              StringNotEquals: { [`aws:RequestTag/a${c}`]: String(x) },
            }),
          ),
        ...times(9, (i) => denyIf({ StringNotEquals: { [`aws:RequestTag/a${i}`]: ['0', '1'] } })),
      ],
    ],
  ])('%s: never a hasty "no"', (_, list) => {
    const { spent, read } = spentOn(...list);
    expect(spent).toBeLessThan(70_000);
    expect(read).not.toBe(false);
  });

  test('when the budget runs out the answer is unknown', () => {
    const document = parsePolicy(policy(given({ StringEquals: { 'aws:SourceVpce': 'vpce-1' } })));
    const { read } = publicAccess(
      document,
      { service: 's3', resource: BUCKET, accountId: OWNER },
      budgetOf(10),
    );
    expect(read).toMatchObject({ public: 'unknown', because: 'the policy is too intricate to judge' });
  });
});
