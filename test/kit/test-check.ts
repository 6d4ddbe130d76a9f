import { describe, expect, test } from 'vitest';
import type { AnyCheck, Settings, Status } from '../../src/domain/check.ts';
import { known, unknown } from '../../src/domain/collected.ts';
import { safeguards } from '../../src/domain/safeguards.ts';
import { evaluate } from '../../src/engine/evaluate.ts';

/** The day on which every table is asked, unless a row says otherwise. */
export const today = new Date('2026-11-20T12:00:00Z');

export const daysAgo = (days: number, from: Date = today): Date =>
  new Date(from.getTime() - days * 86_400_000);

type FactsOf<C> = C extends { evaluate(facts: infer F, context: any): any } ? F : never;

interface Row<F> {
  /** The situation: "day 91", "block off". */
  readonly name: string;
  readonly facts: F;
  readonly settings?: Settings;
  readonly tags?: Readonly<Record<string, string>>;
  readonly now?: Date;
  readonly account?: string;
  readonly region?: string;
}

interface Table<F> {
  readonly pass: readonly [Row<F>, ...Row<F>[]];
  readonly fail: readonly [Row<F> & { because: RegExp }, ...(Row<F> & { because: RegExp })[]];
  readonly notApplicable?: readonly (Row<F> & { because?: RegExp })[];
}

/**
 * One table per check. Added unasked: every declared fact, when denied, makes the check unknown; a failure says what
 * was seen; citations exist.
 */
export function testCheck<C extends { id: string; evaluate(facts: any, context: any): any }>(
  checkUnderTest: C,
  table: Table<FactsOf<C>>,
): void {
  const check = checkUnderTest as unknown as AnyCheck;
  const ask = (row: Row<unknown>, override: Record<string, unknown> = {}) => {
    const values = row.facts as Record<string, unknown>;
    const facts = Object.fromEntries(Object.entries(values).map(([k, v]) => [k, known(v)]));
    return evaluate(check, { ...facts, ...override } as never, {
      now: row.now ?? today,
      settings: { ...check.settings, ...row.settings },
      tags: row.tags ?? {},
      account: row.account ?? '111122223333',
      region: row.region ?? 'us-east-1',
    });
  };

  describe(check.id, () => {
    for (const status of ['pass', 'fail', 'notApplicable'] as const satisfies readonly Status[]) {
      for (const row of table[status] ?? []) {
        test(`${status}: ${row.name}`, () => {
          const answer = ask(row);
          expect(answer).toMatchObject({ status });
          if ('because' in row && row.because) expect(answer.because).toMatch(row.because as RegExp);
          if (status !== 'pass') expect(answer.because?.length).toBeGreaterThan(0);
        });
      }
    }
    for (const fact of check.facts) {
      test(`unknown: ${fact} denied`, () => {
        const denied = unknown('denied', `${fact} was denied`, 'x:Get');
        expect(ask(table.fail[0], { [fact]: denied })).toMatchObject({ status: 'unknown', missing: denied });
      });
    }
    test('cites safeguards that exist', () => {
      for (const citation of check.controls) expect(safeguards).toHaveProperty([citation]);
    });
  });
}
