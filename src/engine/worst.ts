import { bySeverity } from '../domain/check.ts';
import type { Finding } from '../domain/finding.ts';
import type { Engine } from './context.ts';

type Checks = Pick<Engine, 'checks'>;

/** Worst first; of the same severity what strangers can reach comes before the rest, then what is open for longest. */
export function worstFirst({ checks }: Checks): (a: Finding, b: Finding) => number {
  const exposing = new Set(checks.filter((c) => c.exposes).map((c) => c.id));
  const rank = (f: Finding) => (exposing.has(f.checkId) ? 0 : 1);
  return (a, b) =>
    bySeverity(a.severity, b.severity) ||
    rank(a) - rank(b) ||
    (a.openedAt < b.openedAt ? -1 : a.openedAt > b.openedAt ? 1 : 0);
}

/** The few to name: each resource once, by its worst finding, so that one bucket does not take all the places. */
export function named(engine: Checks, findings: readonly Finding[], most: number): readonly Finding[] {
  const seen = new Set<string>();
  const out: Finding[] = [];
  for (const finding of findings.toSorted(worstFirst(engine))) {
    if (out.length === most) break;
    if (seen.has(finding.resource)) continue;
    seen.add(finding.resource);
    out.push(finding);
  }
  return out;
}
