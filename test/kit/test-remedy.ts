import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checks } from '#checks';
import { remedies } from '#remedies';
import { catalog } from '../../src/cloud/catalog.ts';
import type { AnyCatalog, Subject } from '../../src/domain/catalog.ts';
import type { AnyCheck, Settings } from '../../src/domain/check.ts';
import { type Collected, known, unknown } from '../../src/domain/collected.ts';
import { sameValue } from '../../src/domain/plan.ts';
import {
  type AnyRemedy,
  type Circumstances,
  type Consequence,
  type Guidance,
  verdictOf,
} from '../../src/domain/remedy.ts';
import { evaluate } from '../../src/engine/evaluate.ts';
import { suppose } from './suppose.ts';
import { today } from './test-check.ts';

export const ownAccount = '111122223333';
export const otherAccount = '444455556666';

type CurrentOf<R> = R extends { desired(current: infer V, at: any): any } ? V : never;
type KnownFacts = Readonly<Record<string, unknown>>;

interface Row<V> {
  /** The situation: "nothing is set", "one flag is on". */
  readonly name: string;
  readonly current: V;
  readonly at?: Partial<Circumstances<Settings>>;
  readonly settings?: Settings;
}

interface Table<V> {
  readonly cures: readonly [Cure<V>, ...Cure<V>[]];
  readonly cannot?: readonly (Row<V> & { readonly because: RegExp })[];
  readonly consequences?: readonly Told<V>[];
  /** It only adds: what is on stays on. */
  readonly merges?: true;
  /** Cured checks that no row shows, each with the reason. */
  readonly unshown?: Readonly<Record<string, string>>;
}

interface Cure<V> extends Row<V> {
  readonly after: V;
  /** The other facts that the cured checks and their facts need; what is missing is unknown. */
  readonly facts?: KnownFacts;
}

interface Told<V> extends Row<V> {
  /** As a whole: `safe`, `breaks`, `unknown`. */
  readonly verdict: Consequence['weight'];
  /** What is considered; what is missing was denied. */
  readonly facts?: KnownFacts;
  /** The value afterwards, where it is not what the remedy desires. */
  readonly after?: V;
  readonly says?: readonly (readonly [Consequence['weight'], RegExp])[];
  readonly saysNot?: readonly RegExp[];
}

const subjects: Readonly<Record<string, Subject>> = {
  'aws.account': { id: `arn:aws:iam::${ownAccount}:root`, name: 'clinic', region: 'global' },
  'aws.s3.bucket': { id: 'arn:aws:s3:::records', name: 'records', region: 'us-east-1' },
};

/**
 * One table per remedy. Added unasked: the remedy is where its id says, over a fact that can be set; each row's value
 * makes every cured check pass that failed, is the same when desired again, survives the ledger, and takes a call.
 */
export function testRemedy<R extends { readonly id: string; desired(current: any, at: any): any }>(
  remedyUnderTest: R,
  table: Table<CurrentOf<R>>,
): void {
  const remedy = remedyUnderTest as unknown as AnyRemedy;
  const definition = (catalog as AnyCatalog)[remedy.kind];
  const write = definition?.facts[remedy.fact]?.write;
  const all = checks as readonly AnyCheck[];
  const cured = remedy.cures.flatMap((id) => all.find((check) => check.id === id) ?? []);

  const circumstances = (row: Row<unknown>): Circumstances<Settings> => ({
    now: today,
    tags: {},
    account: ownAccount,
    partition: 'aws',
    subject: subjects[remedy.kind] ?? {
      id: `arn:aws:made-up:us-east-1:${ownAccount}:one`,
      region: 'us-east-1',
    },
    choice: null,
    ...row.at,
    settings: { ...remedy.settings, ...row.settings },
  });
  const desired = (row: Row<unknown>, current = row.current) => remedy.desired(current, circumstances(row));
  const facts = (given: KnownFacts): Record<string, Collected<unknown>> =>
    Object.fromEntries(Object.entries(given).map(([name, value]) => [name, known(value)]));

  describe(remedy.id, () => {
    test('is where its id says, and in the roll', () => {
      expect(existsSync(`remedies/${remedy.id}.ts`)).toBe(true);
      expect((remedies as readonly unknown[]).includes(remedyUnderTest)).toBe(true);
      expect(existsSync(`test/remedies/${remedy.id}.test.ts`)).toBe(true);
    });

    test('sets a fact that can be set, and cures checks that exist, of the same kind', () => {
      expect(write?.permissions.length).toBeGreaterThan(0);
      expect(cured.map(({ id }) => id)).toEqual(remedy.cures);
      expect(cured.map(({ kind }) => kind)).toEqual(remedy.cures.map(() => remedy.kind));
      for (const fact of remedy.considers ?? []) expect(definition?.facts).toHaveProperty([fact]);
    });

    test('its words are sentences', () => {
      expect(remedy.title).toMatch(/^[A-Z].*[^.]$/);
      if (remedy.reversibility.undo !== 'fully') expect(remedy.reversibility.because).toMatch(/[^.]$/);
    });

    const shown = new Set<string>();
    for (const row of table.cures) {
      test(`cures: ${row.name}`, async () => {
        const { subject, account, now } = circumstances(row);
        const answer = desired(row);
        expect(answer).toEqual({ to: row.after });
        expect(JSON.parse(JSON.stringify(row.after))).toEqual(row.after);

        const again = desired(row, row.after);
        if ('to' in again) expect(again.to).toEqual(row.after);
        expect(write?.calls({ before: row.current, after: row.after }).length).toBeGreaterThan(0);
        expect(sameValue(row.current as never, row.after as never)).toBe(false);
        if (table.merges) expect(lowered(row.current, row.after)).toEqual([]);

        const ask = async (value: unknown, as: 'is' | 'written') => {
          const asked = cured.map(async (check) => {
            const learnt = await suppose(remedy.kind, { subject, account }, facts(row.facts ?? {}), {
              fact: remedy.fact,
              value,
              as,
              wanted: check.facts,
            });
            const context = {
              now,
              settings: check.settings ?? {},
              tags: {},
              account,
              region: subject.region,
            };
            return [check.id, evaluate(check, learnt, context)] as const;
          });
          return new Map(await Promise.all(asked));
        };
        const before = await ask(row.current, 'is');
        const after = await ask(row.after, 'written');
        const failing = [...before].filter(([, { status }]) => status === 'fail').map(([id]) => id);
        expect(failing, JSON.stringify([...before])).not.toEqual([]);
        for (const id of failing) {
          shown.add(id);
          expect(after.get(id), id).toMatchObject({
            status: expect.stringMatching(/^(pass|notApplicable)$/),
          });
        }
      });
    }

    test('every check that it cures is shown to be cured', () => {
      const left = remedy.cures.filter((id) => !shown.has(id) && !table.unshown?.[id]);
      expect(left).toEqual([]);
    });

    for (const row of table.cannot ?? []) {
      test(`cannot: ${row.name}`, () => {
        expect(desired(row)).toEqual({ cannot: expect.stringMatching(row.because) });
      });
    }

    for (const row of table.consequences ?? []) {
      test(`consequences: ${row.name}`, () => {
        const given = facts(row.facts ?? {});
        for (const fact of remedy.considers ?? []) given[fact] ??= unknown('denied', `${fact} was denied`);
        const answer = 'after' in row ? { to: row.after } : desired(row);
        if (!('to' in answer)) throw new Error(answer.cannot);
        const change = { before: row.current, after: answer.to };
        const told = remedy.consequences?.(given, change, circumstances(row)) ?? [];
        for (const [weight, says] of row.says ?? [])
          expect(told).toContainEqual({ weight, says: expect.stringMatching(says) });
        for (const says of row.saysNot ?? [])
          expect(told).not.toContainEqual({ weight: expect.anything(), says: expect.stringMatching(says) });
        expect(verdictOf(told), JSON.stringify(told, null, 1)).toBe(row.verdict);
        for (const { says } of told) expect(says).toMatch(/^[^.].*[^.]$/);
      });
    }

    if (remedy.consequences && (remedy.considers ?? []).length > 0) {
      test('what it cannot know is never safe', () => {
        const row = table.cures[0];
        const given: Record<string, Collected<unknown>> = {};
        for (const fact of remedy.considers ?? []) given[fact] = unknown('denied', `${fact} was denied`);
        const change = { before: row.current, after: row.after };
        const told = remedy.consequences?.(given, change, circumstances(row)) ?? [];
        expect(verdictOf(told)).not.toBe('safe');
      });
    }
  });
}

/** Fields that were true and are not. */
function lowered(before: unknown, after: unknown): readonly string[] {
  const [a, b] = [before ?? {}, after ?? {}] as readonly [object, object];
  const now = new Map(Object.entries(b));
  return Object.entries(a).flatMap(([name, value]) =>
    value === true && now.get(name) !== true ? [name] : [],
  );
}

/** Steps for a person: they are where their id says, and speak of checks that exist. */
export function testGuidance(guidance: Guidance): void {
  describe(guidance.id, () => {
    test('is where its id says, and in the roll', () => {
      expect(existsSync(`remedies/${guidance.id}.ts`)).toBe(true);
      expect((remedies as readonly unknown[]).includes(guidance)).toBe(true);
    });
    test('speaks of checks that exist, in sentences', () => {
      const ids = new Set((checks as readonly AnyCheck[]).map(({ id }) => id));
      expect(guidance.cures.filter((id) => !ids.has(id))).toEqual([]);
      expect(guidance.title).toMatch(/^[A-Z].*[^.]$/);
      expect(guidance.why).toMatch(/^[A-Z].*\.$/);
      expect(guidance.steps.length).toBeGreaterThan(1);
      for (const step of guidance.steps) expect(step).toMatch(/^[A-Z`].*\.$/);
    });
    test('names only checks and remedies that exist in its words', () => {
      const ids = new Set([...checks, ...remedies].map(({ id }): string => id));
      const named = [guidance.why, ...guidance.steps].flatMap(
        (text) => text.match(/\baws\/[a-z0-9]+\/[a-z0-9-]+/g) ?? [],
      );
      expect(named.filter((id) => !ids.has(id))).toEqual([]);
    });
  });
}
