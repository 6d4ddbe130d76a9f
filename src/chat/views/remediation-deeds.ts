import type { AuditRecord } from '../../domain/audit.ts';
import type { Refused } from '../../domain/authority.ts';
import type { Remediation } from '../../domain/remediation.ts';
import type { Reader } from './reader.ts';
import { refusedWords } from './refused.ts';
import { resourceName, said, shown, unmarked } from './words.ts';

type Names = Pick<Reader, 'nameOf'>;

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
      return `${who} broke the glass, without a second person${because(record, 'reason')}`;
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
        ? r.plan.deed === 'undo'
          ? `${resource} is as it was before`
          : `The check passes for ${resource}`
        : `The check does not pass for ${resource}${because(record)}`;
    case 'applied':
    case 'unverified':
    case 'settled': {
      const when = lookWords[word(detail['when']) ?? ''] ?? 'afterwards';
      return detail['passes'] === true
        ? `It was looked at ${when}${because(record, 'says') || ': the check passes'}`
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
    case 'refused': {
      const why = word(detail['because']);
      const known = why !== null && Object.hasOwn(refusedWords, why) ? refusedWords[why as Refused] : why;
      return `${who} tried to decide about it and was refused${known === null ? '' : `: ${unmarked(said(known, 200))}`}`;
    }
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
