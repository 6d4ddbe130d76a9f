import type { Text } from '../../domain/message.ts';
import type { Remediation, RemediationState } from '../../domain/remediation.ts';
import { type PlanParts, sameChange, targetsShown } from './plan-blocks.ts';
import { changeSummary, changesOf, differenceText } from './plan-diff.ts';
import type { Reader } from './reader.ts';
import { stepWord, writtenOf } from './remediation-words.ts';
import { number, plural, sentences, shown, timeText } from './words.ts';
/** The ledger's words for a state; the newest of them tells who and when. */
export const tells: Readonly<Record<RemediationState, readonly string[]>> = {
  proposed: ['proposed'],
  approved: ['approved', 'glassBroken'],
  executing: ['executing'],
  verifying: ['verifying', 'written'],
  applied: ['applied', 'settled'],
  unverified: ['unverified', 'settled'],
  failed: ['failed'],
  stale: ['stale'],
  denied: ['denied'],
  withdrawn: ['withdrawn'],
  expired: ['expired'],
  frozen: ['frozen'],
  undone: ['undone'],
};

/** How far each of many resources has come. */
export function progressParts(r: Remediation, more: string): PlanParts {
  const { targets } = r.plan;
  const first = targets.slice(0, targetsShown);
  const left = targets.length - first.length;
  const rest = left > 0 ? `${number(left)} more: ${more}` : null;
  const done = `${number(writtenOf(r))} of ${plural(targets.length, 'resource')} written`;
  const alike = sameChange(r.plan);
  return {
    blocks: [
      ...(alike === null ? [] : [{ kind: 'text' as const, text: `The same for each: ${alike}.` }]),
      {
        kind: 'table',
        summary: sentences(done, rest),
        columns: ['Finding', 'Resource', ...(alike === null ? ['What changes'] : []), 'How far'],
        rows: first.map((t, i): readonly Text[] => [
          [{ code: t.handle }],
          shown(t.name, 40),
          ...(alike === null ? [changeSummary(t, 160)] : []),
          stepWord[r.targets[i]?.step ?? 'pending'],
        ]),
      },
      ...(rest === null ? [] : [{ kind: 'text' as const, text: rest }]),
    ],
    says: [done, ...(rest === null ? [] : [rest])],
    cut: left > 0,
  };
}

/** For `stale`: what was found in the place of what the plan was made for. */
export function foundText(r: Remediation): string | null {
  if (r.state !== 'stale' || r.found === null) return null;
  const lines = r.plan.targets.flatMap((t, i) => {
    const found = r.found?.[i];
    if (found === undefined) return [];
    const all = changesOf({ before: t.before, after: found });
    if (all.length === 0) return [];
    const few = all.slice(0, 4).map((d) => differenceText(d, 80));
    const left = all.length > 4 ? `; and ${all.length - 4} more` : '';
    return [`${shown(t.name, 40)} changed meanwhile: ${few.join('; ')}${left}`];
  });
  return lines.length === 0 ? null : sentences(...lines.slice(0, 3));
}

export function glassText(r: Remediation, reader: Reader): string | null {
  const glass = r.breakGlass;
  if (glass === null) return null;
  const by = shown(r.requestedBy.name, 40);
  if (glass.reviewedBy !== null)
    return `The glass was broken by ${by}; ${shown(glass.reviewedBy.name, 40)} reviewed it${
      glass.reviewedAt === null ? '' : ` on ${timeText(glass.reviewedAt)}`
    }.`;
  const late = glass.overdue || glass.reviewBy <= reader.now.toISOString();
  return late
    ? `The glass was broken by ${by}: no second person agreed. The review was due on ${timeText(glass.reviewBy)} and is overdue.`
    : `The glass was broken by ${by}: no second person agreed. Somebody else reviews it by ${timeText(glass.reviewBy)}, or it becomes a finding.`;
}
