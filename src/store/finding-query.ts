import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely';
import { type Severity, severities } from '../domain/check.ts';
import type { FindingQuery } from '../domain/store.ts';
import type { Db, FindingTable, Tables } from './tables.ts';

/** A list as one parameter, so that its length changes neither the statement nor runs into SQLite's limit. */
export const listed = <T extends string>(values: readonly T[]): RawBuilder<T> =>
  sql<T>`(select value from json_each(${JSON.stringify(values)}))`;

export type FindingWhere = ExpressionBuilder<Tables, 'findings'>;

export const inAccounts = (where: FindingWhere, accounts: readonly string[] | undefined) =>
  accounts ? where('account', 'in', listed(accounts)) : where.lit(true);

/** The findings that a query asks for. A list that is absent means all; an empty one matches nothing. */
export function matching(db: Db, query: FindingQuery) {
  const { status = 'open', severityAtLeast, triage, owner, openedBefore, resource } = query;
  const lists: readonly (readonly [keyof FindingTable, readonly string[] | undefined])[] = [
    ['account', query.accounts],
    ['region', query.regions],
    ['service', query.services],
    ['check_id', query.checks],
  ];
  let found = db.selectFrom('findings');
  if (status !== 'any') found = found.where('status', '=', status);
  if (severityAtLeast) found = found.where('rank', '<=', rankOf(severityAtLeast));
  for (const [column, values] of lists) if (values) found = found.where(column, 'in', listed(values));
  if (triage) found = found.where('triage', '=', triage);
  if (owner !== undefined) found = found.where('owner', '=', owner);
  if (openedBefore !== undefined) found = found.where('opened_at', '<', openedBefore);
  if (resource !== undefined)
    found = found.where(
      sql<boolean>`instr(lower(resource || ' ' || coalesce(name, '')), lower(${resource})) > 0`,
    );
  return found;
}

const rankOf = (severity: Severity): number => severities.indexOf(severity);
