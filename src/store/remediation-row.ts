import type { Json } from '../domain/catalog.ts';
import type { Instant } from '../domain/finding.ts';
import type { Plan } from '../domain/plan.ts';
import { movingStates, type Remediation } from '../domain/remediation.ts';
import type { Row } from './tables.ts';

type Life = Omit<Remediation, 'id' | 'plan' | 'found'> & {
  /** Boxed: JSON has no "was not read", and `null` is "nothing is set". */
  readonly found: readonly (readonly Json[])[] | null;
};

const earliest = (times: readonly (Instant | null)[]): Instant | null =>
  times.reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null);

/** Before every instant there is: whatever moves is always due. */
const always = '';

function dueAt(r: Remediation): Instant | null {
  const { breakGlass: glass } = r;
  return earliest([
    movingStates.includes(r.state) ? always : null,
    r.state === 'proposed' ? r.approveBy : null,
    r.lookAt,
    glass && glass.reviewedBy === null && !glass.overdue ? glass.reviewBy : null,
  ]);
}

/** Only where a look can still be kept; one that failed halfway has ended without. */
const awaitsScan = (r: Remediation): boolean =>
  r.writtenAt !== null && !r.seenByScan && ['verifying', 'applied', 'unverified'].includes(r.state);

/** All that the queries ask of a remediation, derived here and nowhere else. */
export function columnsOf(r: Remediation): Omit<Row<'remediations'>, 'id' | 'origin'> {
  const { id: _, plan, found, ...rest } = r;
  const life: Life = { ...rest, found: found?.map((value) => (value === undefined ? [] : [value])) ?? null };
  return {
    version: r.version,
    state: r.state,
    account: plan.account,
    due_at: dueAt(r),
    unseen: awaitsScan(r) ? 1 : 0,
    plan: JSON.stringify(plan),
    life: JSON.stringify(life),
  };
}

export function remediationOf(row: Row<'remediations'>): Remediation {
  const life = JSON.parse(row.life) as Life;
  const found = life.found?.map(([value]) => value) ?? null;
  return { ...life, id: nameOf(row.id), plan: JSON.parse(row.plan) as Plan, found };
}

export const resourcesOf = ({ targets }: Plan): ReadonlySet<string> =>
  new Set(targets.flatMap(({ resource, touches }) => [resource, ...touches]));

export const findingsOf = ({ targets }: Plan): ReadonlySet<string> => new Set(targets.map((t) => t.finding));

export const nameOf = (id: number): string => `R-${id}`;

/** What people type, as the store keeps it: any case, `R-` or not. */
export function readId(typed: string): number | null {
  const digits = /^(?:R-)?(\d{1,15})$/i.exec(typed.trim())?.[1];
  return digits === undefined ? null : Number(digits);
}
