import { bySeverity, type Severity } from '../domain/check.ts';
import { coverageOf, mostFirst, type NotAssessed, type Scan } from '../domain/scan.ts';
import type { Observed } from '../engine/reconcile.ts';

/** What one scan says, ready to be written in any format. docs/scan-output.md describes its JSON, which is stable. */
export interface Report {
  readonly scan: {
    readonly id: string;
    readonly state: Scan['state'];
    readonly startedAt: string;
    readonly finishedAt: string | null;
    readonly accounts: readonly {
      readonly id: string;
      readonly name: string;
      readonly resources: number;
      readonly regions: readonly string[];
      readonly refused?: string;
    }[];
    readonly calls: number;
  };
  readonly coverage: {
    /** Questions that got an answer. */
    readonly assessed: number;
    readonly notAssessed: readonly Pick<NotAssessed, 'reason' | 'permission' | 'count'>[];
  };
  readonly observations: readonly Observed[];
}

const statusOrder: readonly Observed['status'][] = ['fail', 'unknown', 'pass', 'notApplicable'];

/** Worst first: failures by severity, then what is not known, then the rest. */
export function worstFirst(a: Observed, b: Observed): number {
  return (
    statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status) ||
    bySeverity(a.severity, b.severity) ||
    (a.check < b.check ? -1 : a.check > b.check ? 1 : 0) ||
    (a.resource < b.resource ? -1 : a.resource > b.resource ? 1 : 0)
  );
}

/** `all` keeps what passed and what does not apply; otherwise only failures and what is not known remain. */
export function reportOf(scan: Scan, observations: readonly Observed[], all: boolean): Report {
  const shown = all
    ? observations
    : observations.filter((o) => o.status === 'fail' || o.status === 'unknown');
  const missing = new Map<string, Pick<NotAssessed, 'reason' | 'permission' | 'count'>>();
  for (const { reason, permission, count } of scan.accounts.flatMap((a) => a.notAssessed)) {
    const key = `${reason} ${permission ?? ''}`;
    missing.set(key, { reason, permission, count: count + (missing.get(key)?.count ?? 0) });
  }
  return {
    scan: {
      id: scan.id,
      state: scan.state,
      startedAt: scan.startedAt,
      finishedAt: scan.finishedAt,
      accounts: scan.accounts.map(({ id, name, resources, regions = [], refused }) => ({
        id,
        name,
        resources,
        regions,
        ...(refused ? { refused } : {}),
      })),
      calls: scan.calls,
    },
    coverage: {
      assessed: coverageOf(scan.accounts).assessed,
      notAssessed: [...missing.values()].sort(mostFirst),
    },
    observations: shown.toSorted(worstFirst),
  };
}

/** 1 when a failure is at or above the threshold and nobody accepted its risk. Unknown answers are said, not counted. */
export const exitCodeOf = (
  report: Report,
  failOn: Severity | 'none',
  accepted: ReadonlySet<string> = new Set(),
): 0 | 1 => {
  if (failOn === 'none') return 0;
  const counts = (o: Observed) =>
    o.status === 'fail' && bySeverity(o.severity, failOn) <= 0 && !(o.finding && accepted.has(o.finding));
  return report.observations.some(counts) ? 1 : 0;
};
