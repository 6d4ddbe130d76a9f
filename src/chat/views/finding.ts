import { attestationKind } from '../../domain/attestation.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Block, Button, Message, Text } from '../../domain/message.ts';
import { may, type Role } from '../../domain/people.ts';
import type { HistoryEntry } from '../../domain/store.ts';
import { isPastDue, ownerOf, resourceOf, safeguardsOf, stateOf, triageOf } from './finding-words.ts';
import { deedText } from './history.ts';
import type { Reader } from './reader.ts';
import { ageOf, date, dayText, listed, said, sentences, severityWord, shown, toneOf } from './words.ts';

interface Deed {
  readonly role: Role;
  readonly doing: string;
  readonly button: Button;
}

/** What can be done about an open finding, whoever looks. */
function deeds(f: Finding, reader: Reader): readonly Deed[] {
  const out: Deed[] = [];
  if (f.status === 'open') {
    out.push({
      role: 'responder',
      doing: 'Acknowledging',
      button: { label: 'Acknowledge', says: `ack ${f.handle}`, asks: true, style: 'primary' },
    });
    if (f.kind === attestationKind)
      out.push({
        role: 'officer',
        doing: 'attesting',
        button: { label: 'Attest', says: `attest ${f.resource}`, asks: true },
      });
    const fixable = reader.fixable(f.checkId);
    if (fixable !== null)
      out.push({
        role: 'responder',
        doing: fixable === 'write' ? 'fixing' : 'seeing the steps',
        button: { label: fixable === 'write' ? 'Fix' : 'How to fix', says: `fix ${f.handle}` },
      });
    const mine = reader.actor !== null && (f.owner === reader.actor.person || f.owner === reader.actor.id);
    if (!mine)
      out.push({
        role: 'responder',
        doing: 'assigning',
        button: { label: 'Assign to me', says: `assign ${f.handle} me` },
      });
    out.push({
      role: 'officer',
      doing: 'accepting the risk',
      button: { label: 'Accept risk', says: `accept ${f.handle}`, asks: true, style: 'danger' },
    });
  }
  if (reader.actor !== null)
    out.push({
      role: 'viewer',
      doing: 'sharing',
      button: { label: 'Share', says: `show ${f.handle} --share` },
    });
  return out;
}

/** Names, for what the reader may not do, who can. */
function whoCan(closed: readonly Deed[], reader: Reader): string | null {
  const byRole = Map.groupBy(
    closed.filter((d) => d.role !== 'viewer'),
    (d) => d.role,
  );
  const parts = [...byRole].map(([role, all]) => {
    const names = reader.people.holding(role).slice(0, 5);
    const who =
      names.length === 0 ? 'nobody has yet' : `${listed(names)} ${names.length === 1 ? 'has' : 'have'}`;
    const doing = listed(all.map((d) => d.doing.toLowerCase()));
    return `${doing.charAt(0).toUpperCase()}${doing.slice(1)} needs the role ${role}, which ${who}.`;
  });
  return parts.length === 0 ? null : parts.join(' ');
}

/** The card of one finding. `lead` says what has just happened to it. */
export function findingCard(
  f: Finding,
  history: readonly HistoryEntry[],
  reader: Reader,
  lead?: string,
): Message {
  const check = reader.check(f.checkId);
  const severity = severityWord[f.severity];
  const resource = resourceOf(f);
  const account = shown(reader.accountName(f.account), 60);
  const where = account === f.account ? account : `${account} (${f.account})`;
  const state = stateOf(f);
  const title = check?.title ?? f.checkId;
  const pastDue = isPastDue(f, reader);
  const open = f.status === 'open';
  const since = open ? f.openedAt : (f.resolvedAt ?? f.lastSeen);
  const dueAt = reader.dueAt(f);
  const triage = triageOf(f, reader);
  const reason = f.triage.kind === 'untriaged' ? null : shown(f.triage.reason, 300);
  const control = f.triage.kind === 'accepted' ? shown(f.triage.compensatingControl, 300) : null;
  const citations = check && check.controls.length > 0 ? safeguardsOf(check) : '';
  const all = deeds(f, reader);
  const pressable = all.filter((d) => reader.actor === null || may(reader.actor, d.role));
  const who = whoCan(
    all.filter((d) => !pressable.includes(d)),
    reader,
  );
  const between = Math.max(0, history.length - 5);
  // How it was found and what came last.
  const past = history
    .filter((_, i) => i === 0 || i > between)
    .map((h): readonly [string, string] => [h.at, deedText(h, reader)]);
  const whole = `show ${f.handle} --history`;

  const facts: { label: string; value: Text }[] = [
    { label: 'Resource', value: [{ code: shown(f.resource, 300) }] },
    { label: 'Account', value: where },
    { label: 'Region', value: f.region },
    { label: 'Check', value: [{ code: f.checkId }] },
    { label: open ? 'Open since' : 'Since', value: [date(since), ` (${ageOf(since, reader.now)} ago)`] },
  ];
  if (open && f.triage.kind === 'untriaged')
    facts.push({ label: 'Due', value: [date(dueAt), pastDue ? ' (past due)' : ''] });
  facts.push({ label: 'Owner', value: ownerOf(f, reader) });
  if (open) facts.push({ label: 'Triage', value: triage });

  const blocks: Block[] = [];
  if (lead !== undefined) blocks.push({ kind: 'text', text: [{ bold: lead }] });
  blocks.push(
    { kind: 'heading', text: `${f.handle} ${resource}` },
    {
      kind: 'text',
      tone: open ? toneOf(f.severity) : f.resolution === 'fixed' ? 'good' : 'info',
      text: [{ bold: `${severity}. ${state}.` }, ` What was seen: ${said(f.because, 600)}.`],
    },
    { kind: 'text', text: ['What should be true: ', shown(title, 300), '.'] },
    { kind: 'facts', facts },
  );
  if (open && reason !== null) blocks.push({ kind: 'text', text: ['Reason given: ', reason] });
  if (open && control !== null) blocks.push({ kind: 'text', text: ['Compensating control: ', control] });
  if (citations !== '') blocks.push({ kind: 'text', text: `HIPAA safeguards: ${citations}.` });
  if (past.length > 0) {
    const lines = past.flatMap(
      ([at, says], i): Text => [
        i === 0 ? 'History: ' : '\n',
        ...(i === 1 && between > 0 ? [`… and ${between} more between: `, { code: whole }, '\n'] : []),
        date(at),
        `: ${says}`,
      ],
    );
    blocks.push({ kind: 'text', text: lines.flat() });
  }
  if (pressable.length > 0) blocks.push({ kind: 'buttons', buttons: pressable.map((d) => d.button) });
  if (who !== null) blocks.push({ kind: 'note', text: who });

  return {
    text: sentences(
      lead,
      `Finding ${f.handle} is about ${resource} in the account ${where}, region ${f.region}`,
      `Severity: ${severity.toLowerCase()}`,
      `State: ${state.toLowerCase()}, since ${dayText(since)}`,
      `What was seen: ${said(f.because, 600)}`,
      `What should be true: ${shown(title, 300)}`,
      open && f.triage.kind === 'untriaged' && `It ${pastDue ? 'was' : 'is'} due on ${dayText(dueAt)}`,
      f.owner === null ? 'Nobody owns it' : `${ownerOf(f, reader)} owns it`,
      open && triage,
      open && reason && `Reason given: ${reason}`,
      open && control && `Compensating control: ${control}`,
      citations !== '' && `HIPAA safeguards: ${citations}`,
      past.length > 0 && `History: ${past.map(([at, says]) => `${dayText(at)}, ${says}`).join('; ')}`,
      between > 0 && `Between the first and the last four are ${between} more: “${whole}” lists them`,
      who,
    ),
    blocks,
    data: { ...f, title, controls: check?.controls ?? [], dueAt },
  };
}
