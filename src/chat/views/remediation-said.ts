import type { Message } from '../../domain/message.ts';
import type { RemediationView } from '../../engine/services.ts';
import type { Reader } from './reader.ts';
import { deedOf, isSaid } from './remediation-deeds.ts';
import { stateTitle, votesText, whatOf } from './remediation-words.ts';
import { said, sentences } from './words.ts';

/** One line for the thread: the newest record of the ledger, in words. */
export function remediationSaid({ remediation: r, records }: RemediationView, reader: Reader): Message {
  const last = records.findLast(isSaid);
  const deed = last === undefined ? stateTitle(r) : deedOf(last, r, reader);
  const votes =
    last?.action === 'remediation.approved'
      ? r.state === 'proposed'
        ? `${votesText(r)} given`
        : 'Every approval that is needed has been given'
      : null;
  const text = sentences(`${r.id} (${said(r.plan.title, 80)}, ${whatOf(r, 40)}): ${deed}`, votes);
  return { text, blocks: [{ kind: 'text', text }] };
}
