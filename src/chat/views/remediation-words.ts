import type { AuditRecord } from '../../domain/audit.ts';
import { counting } from '../../domain/authority.ts';
import type { Tone } from '../../domain/message.ts';
import type { Remediation, RemediationState, TargetState } from '../../domain/remediation.ts';
import type { Reader } from './reader.ts';
import { listed, plural, resourceName, said, shown, timeText } from './words.ts';

type Names = Pick<Reader, 'nameOf'>;

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

const word = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;

/** What is known of the one who did it: the name that the ledger kept, else the one by which the account is known. */
const whoOf = (record: AuditRecord, names: Names): string =>
  record.actor.startsWith('system:')
    ? 'The bot'
    : shown(word(record.detail['name']) ?? names.nameOf(record.actor), 40);

const because = (record: AuditRecord, key = 'because'): string => {
  const text = word(record.detail[key]);
  return text === null ? '' : `: ${said(text, 300)}`;
};

const lookWords: Readonly<Record<string, string>> = {
  now: 'right after the write',
  later: 'again a while later',
  scan: 'with the next whole scan',
};

/** One record of the ledger as a sentence without its full stop; only what the record itself says. */
export function deedOf(record: AuditRecord, r: Remediation, names: Names): string {
  const who = whoOf(record, names);
  const { detail } = record;
  const on = word(detail['resource']);
  const name = r.plan.targets.find((t) => t.resource === on)?.name;
  const resource = on === null ? 'the resource' : shown(name ?? resourceName(on), 60);
  switch (record.action.replace(/^remediation\./, '')) {
    case 'proposed':
      return `${who} asked for it${because(record, 'reason')}`;
    case 'glassBroken':
      return `${who} broke the glass: no second person agreed${because(record, 'reason')}`;
    case 'approved':
      return `${who} approved it${detail['proof'] === 'totp' ? ', with a one-time code' : ''}`;
    case 'denied':
      return `${who} denied it${because(record, 'reason')}`;
    case 'withdrawn':
      return `${who} withdrew it${because(record, 'reason')}`;
    case 'expired':
      return detail['waitedFor'] === 'execution'
        ? 'The time to carry it out ran out, and nothing was written'
        : 'The time for approval ran out, and nobody decided';
    case 'executing':
    case 'begun':
      return `${who} began to carry it out`;
    case 'writing':
      return `The write to ${resource} was begun`;
    case 'written':
      return `${resource} was written`;
    case 'looked':
      return detail['passes'] === true
        ? `The check passes for ${resource}`
        : `The check does not pass for ${resource}${because(record)}`;
    case 'applied':
    case 'unverified':
    case 'settled': {
      const when = lookWords[word(detail['when']) ?? ''] ?? 'afterwards';
      return detail['passes'] === true
        ? `It was looked at ${when}: the check passes`
        : `It was looked at ${when}: the check still fails${because(record, 'says')}`;
    }
    case 'failed':
      return on === null
        ? `It failed${because(record)}`
        : `The write to ${resource} failed${because(record)}${
            detail['mayHaveWritten'] === true ? ' (it may have been changed all the same)' : ''
          }`;
    case 'stale':
      return word(detail['because']) === null
        ? 'It was stopped, because what is there has changed'
        : `It was stopped as stale${because(record)}`;
    case 'frozen':
      return `It was stopped by a freeze${because(record)}`;
    case 'refused':
      return `${who} tried to decide about it and was refused`;
    case 'undone': {
      const by = word(detail['by']);
      return `It was undone${by === null ? '' : ` by ${shown(names.nameOf(by), 40)}`}`;
    }
    case 'reviewed':
      return `${who} reviewed the broken glass${because(record, 'reason')}`;
    case 'reviewOverdue':
      return 'The review of the broken glass is overdue';
    default:
      return `${who}: ${shown(record.action, 60)}`;
  }
}

/** The newest record of an action, if the ledger has one. */
export const recordOf = (
  records: readonly AuditRecord[],
  ...actions: readonly string[]
): AuditRecord | undefined =>
  records.findLast((record) => actions.includes(record.action.replace(/^remediation\./, '')));

/** Every record that people read: what the bot did resource by resource is told only in the whole history. */
export const isSaid = (record: AuditRecord): boolean =>
  !/\.(writing|looked|begun|refused)$/.test(record.action);

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
