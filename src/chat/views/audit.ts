import type { ChainVerdict } from '../../domain/audit.ts';
import type { Message } from '../../domain/message.ts';
import { number, plural, sentences } from './words.ts';

/** Whether the chain of audit records holds; a broken one is named. */
export function auditVerdict(v: ChainVerdict): Message {
  const says = v.ok
    ? `The audit log is whole: ${plural(v.records, 'record')}, each with the hash of the one before.`
    : `The audit log is broken at record ${number(v.seq)}: ${v.because}.`;
  const next = v.ok
    ? 'Compare the head with the one in an earlier digest to know that nothing was cut off its end.'
    : 'Keep the database as it is, and tell your security officer.';
  return {
    text: sentences(says, v.ok && `The head is ${v.head}`, next),
    blocks: [
      { kind: 'text', tone: v.ok ? 'good' : 'critical', text: [{ bold: says }] },
      ...(v.ok ? [{ kind: 'facts' as const, facts: [{ label: 'Head', value: [{ code: v.head }] }] }] : []),
      { kind: 'note', text: next },
    ],
    visibility: 'sender',
    data: v,
    exit: v.ok ? 0 : 1,
  };
}

export interface ExportView {
  readonly name: string;
  readonly text: string;
  readonly records: number;
  readonly first: number;
  readonly last: number;
  readonly sha256: string;
  /** Where to go on when there were more than fit one file. */
  readonly nextFrom: number | null;
}

/** A file of audit records, and the digest by which it can be known again. */
export function auditExport(v: ExportView): Message {
  const says =
    v.records === 0
      ? 'There are no audit records from there on.'
      : `${plural(v.records, 'audit record')}, ${number(v.first)} to ${number(v.last)}, one JSON object per line.`;
  const next = v.nextFrom === null ? null : `There are more: say “audit export from:${v.nextFrom}”.`;
  const digest = `SHA-256 of the file: ${v.sha256}.`;
  return {
    text: sentences(says, v.records > 0 && digest, next),
    blocks: [
      { kind: 'text', text: [{ bold: says }] },
      ...(v.records === 0 ? [] : [{ kind: 'note' as const, text: digest }]),
      ...(next === null ? [] : [{ kind: 'text' as const, text: next }]),
    ],
    visibility: 'sender',
    ...(v.records === 0
      ? {}
      : { attachment: { name: v.name, mediaType: 'application/x-ndjson', text: v.text } }),
    data: { records: v.records, first: v.first, last: v.last, sha256: v.sha256, nextFrom: v.nextFrom },
  };
}
