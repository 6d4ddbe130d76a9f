import { counting } from '../../domain/authority.ts';
import type { Tone } from '../../domain/message.ts';
import type { Remediation, RemediationState, TargetState } from '../../domain/remediation.ts';
import { listed, plural, shown, timeText } from './words.ts';

/** The state as a heading says it. What was written and still fails is never called done. */
export function stateTitle(r: Remediation): string {
  const wrote = writtenOf(r);
  switch (r.state) {
    case 'proposed':
      return 'Waiting for approval';
    case 'approved':
      return r.breakGlass ? 'Glass broken, about to be carried out' : 'Approved, not carried out yet';
    case 'executing':
      return 'Being carried out';
    case 'verifying':
      return 'Written, being verified';
    case 'applied':
      return 'Applied and verified';
    case 'unverified':
      return 'Written, but still failing';
    case 'failed':
      return wrote > 0 ? 'Failed after a write' : 'Failed, nothing was written';
    case 'stale':
      return wrote > 0 ? 'Stale, stopped after a write' : 'Stale, nothing was written';
    case 'frozen':
      return wrote > 0 ? 'Frozen after a write' : 'Frozen, nothing was written';
    case 'denied':
      return 'Denied';
    case 'withdrawn':
      return 'Withdrawn';
    case 'expired':
      return 'Expired';
    case 'undone':
      return 'Undone';
  }
}

/** One word for a table cell. */
export const stateWord: Readonly<Record<RemediationState, string>> = {
  proposed: 'Waiting',
  approved: 'Approved',
  executing: 'Executing',
  verifying: 'Verifying',
  applied: 'Applied',
  unverified: 'Still failing',
  failed: 'Failed',
  stale: 'Stale',
  denied: 'Denied',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
  frozen: 'Frozen',
  undone: 'Undone',
};

/** Red only for what went wrong; that nobody agreed is no fault. */
export const stateTone: Readonly<Record<RemediationState, Tone>> = {
  proposed: 'info',
  approved: 'info',
  executing: 'info',
  verifying: 'info',
  applied: 'good',
  unverified: 'medium',
  failed: 'critical',
  stale: 'critical',
  denied: 'info',
  withdrawn: 'info',
  expired: 'info',
  frozen: 'critical',
  undone: 'info',
};

export const stepWord: Readonly<Record<TargetState['step'], string>> = {
  pending: 'Not begun',
  writing: 'Being written',
  written: 'Written',
  verified: 'Written, passes',
  unverified: 'Written, still fails',
  failed: 'Failed',
  skipped: 'Left as it was',
};

export const writtenOf = (r: Remediation): number => r.targets.filter((t) => t.wrote).length;

/** "1 of 2 approvals" */
export const votesText = (r: Remediation): string =>
  `${counting(r).length} of ${plural(r.plan.tier.quorum, 'approval')}`;

/** "clinic-imaging" or "50 resources" */
export function whatOf(r: Pick<Remediation, 'plan'>, longest = 60): string {
  const { targets } = r.plan;
  return targets.length === 1 ? shown(targets[0].name, longest) : plural(targets.length, 'resource');
}

/** The three clocks, each with what starts it. */
export function clocksOf(r: Remediation): readonly { label: string; value: string }[] {
  const over = ['denied', 'withdrawn', 'expired'].includes(r.state);
  const wrote = writtenOf(r) > 0;
  const none = 'Nothing was written';
  return [
    {
      label: 'Approve by',
      value: r.breakGlass ? 'Not needed: the glass was broken' : timeText(r.approveBy),
    },
    {
      label: 'Carry out by',
      value:
        r.executeBy !== null
          ? timeText(r.executeBy)
          : over
            ? 'It was not approved'
            : 'Starts with the approval',
    },
    {
      label: 'Undo until',
      value:
        r.undoUntil !== null
          ? timeText(r.undoUntil)
          : r.endedAt !== null && !wrote
            ? none
            : r.plan.reversibility.undo === 'no'
              ? 'It cannot be undone'
              : 'Starts with the write',
    },
  ];
}

/** "Ravi or Olga" */
export const either = (names: readonly string[], most = 5): string => {
  const few = names.slice(0, most).map((n) => shown(n, 40));
  const all = names.length > most ? [...few, `${names.length - most} others`] : few;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
};

export const namesOf = (names: readonly string[], most = 8): string =>
  listed(
    names.length > most
      ? [...names.slice(0, most).map((n) => shown(n, 40)), `${names.length - most} others`]
      : names.map((n) => shown(n, 40)),
  );
