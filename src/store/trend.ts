import { sql } from 'kysely';
import { type Severity, severities } from '../domain/check.ts';
import type { Instant } from '../domain/finding.ts';
import { inAccounts, listed } from './finding-query.ts';
import type { Db } from './tables.ts';

type Counts = Record<Severity, number>;

const none = (): Counts => ({ critical: 0, high: 0, medium: 0, low: 0 });

/** The last `days` days in UTC, oldest first, ending with the day of `now`. */
const daysUpTo = (now: Instant, days: number): string[] =>
  Array.from({ length: days }, (_, i) => {
    const day = new Date(now);
    day.setUTCDate(day.getUTCDate() - (days - 1 - i));
    return day.toISOString().slice(0, 10);
  });

/**
 * Open findings at each day's end. Walks back from what is open now, taking away what happened since: the cost is that
 * of the days asked for, not of the whole history. `db` is a snapshot.
 */
export async function trendIn(db: Db, days: number, now: Instant, accounts?: readonly string[]) {
  const list = daysUpTo(now, days);
  const first = list[0];
  if (first === undefined) return [];

  const open = none();
  const openNow = await db
    .selectFrom('findings')
    .select(({ fn }) => ['severity', fn.countAll<number>().as('n')])
    .where('status', '=', 'open')
    .where((where) => inAccounts(where, accounts))
    .groupBy('severity')
    .execute();
  for (const { severity, n } of openNow) open[severity] = n;

  const steps = await db
    .selectFrom('history')
    .select(({ fn, eb }) => [
      sql<string>`substr(at, 1, 10)`.as('day'),
      eb('at', '>', now).as('later'),
      'open_before as before',
      'open_after as after',
      fn.countAll<number>().as('n'),
    ])
    .where('at', '>=', first)
    .where('open_before', 'is not', (eb) => eb.ref('open_after'))
    .$if(accounts !== undefined, (q) =>
      q.where('fingerprint', 'in', (eb) =>
        eb
          .selectFrom('findings')
          .select('fingerprint')
          .where('account', 'in', listed(accounts ?? [])),
      ),
    )
    .groupBy(['day', 'later', 'before', 'after'])
    .execute();

  const takeBack = (happened: typeof steps) => {
    for (const { before, after, n } of happened) {
      if (before) open[before] += n;
      if (after) open[after] -= n;
    }
  };
  takeBack(steps.filter((step) => step.later));
  const result: { day: string; counts: Counts }[] = [];
  for (const day of list.toReversed()) {
    result.push({ day, counts: Object.fromEntries(severities.map((s) => [s, open[s]])) as Counts });
    takeBack(steps.filter((step) => !step.later && step.day === day));
  }
  return result.reverse();
}
