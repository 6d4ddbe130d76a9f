import type { Change, Finding } from '../../domain/finding.ts';
import type { Block, Message, Text } from '../../domain/message.ts';
import type { Actor } from '../../domain/people.ts';
import { line, ownerOf, resourceOf } from './finding-words.ts';
import type { Reader } from './reader.ts';
import { dayText, number, plural, sentences, severityWord, shown, toneOf } from './words.ts';

function deed(f: Finding, change: Exclude<Change, null>, who: string, reader: Reader): string {
  const until = f.triage.kind === 'untriaged' ? '' : ` until ${dayText(f.triage.until)}`;
  switch (change) {
    case 'acknowledged':
      return `${who} acknowledged ${f.handle}${until}`;
    case 'accepted':
      return `${who} accepted the risk of ${f.handle}${until}`;
    case 'assigned':
      return f.owner === null
        ? `${who} left ${f.handle} without an owner`
        : `${who} assigned ${f.handle} to ${ownerOf(f, reader)}`;
    case 'lapsed':
      return `The time for which ${f.handle} was put off is over, so it counts as not triaged again`;
    case 'new':
      return `${f.handle} was found`;
    case 'resolved':
      return `${f.handle} was seen to be fixed`;
    case 'gone':
      return `The resource of ${f.handle} is gone; that is not a fix`;
    case 'notApplicable':
      return `${f.handle} no longer applies`;
    case 'regressed':
      return `${f.handle} came back`;
    case 'severityRaised':
      return `${f.handle} is now ${severityWord[f.severity].toLowerCase()}, which is worse than before`;
    case 'severityLowered':
      return `${f.handle} is now ${severityWord[f.severity].toLowerCase()}, which is less than before`;
  }
}

/** One line for a thread: who did what to which finding, and why. */
export function findingChanged(
  f: Finding,
  change: Exclude<Change, null>,
  by: Actor | null,
  reader: Reader,
): Message {
  const says = deed(f, change, by === null ? 'The bot' : shown(by.name, 40), reader);
  const decided = change === 'acknowledged' || change === 'accepted';
  const reason = decided && f.triage.kind !== 'untriaged' ? `Reason: ${shown(f.triage.reason, 300)}` : null;
  const about = `It is about ${resourceOf(f)} in ${shown(reader.accountName(f.account), 40)}`;
  const text = sentences(says, reason, about);
  return { text, blocks: [{ kind: 'text', text }] };
}

/** Findings that must not wait for the digest. */
export function alert(findings: readonly Finding[], more: number, reader: Reader): Message {
  const total = findings.length + more;
  const title = `${plural(total, 'finding')} opened or came back and should not wait for the digest.`;
  const rest = more > 0 ? `${number(more)} more ${more === 1 ? 'is' : 'are'} not named here.` : null;
  return {
    text: sentences(title, ...findings.map((f) => line(f, reader)), rest),
    blocks: [
      { kind: 'heading', text: `${plural(total, 'new finding')}` },
      { kind: 'text', text: title },
      ...findings.map((f): Block => {
        const says: Text = [
          { bold: `${severityWord[f.severity]}. ` },
          { code: f.handle },
          line(f, reader).slice(f.handle.length),
        ];
        return { kind: 'text', tone: toneOf(f.severity), text: says };
      }),
      ...(rest === null ? [] : [{ kind: 'text' as const, text: rest }]),
      {
        kind: 'buttons',
        buttons: [
          ...findings.slice(0, 5).map((f) => ({ label: `Show ${f.handle}`, says: `show ${f.handle}` })),
          { label: 'All open findings', says: 'findings' },
        ],
      },
    ],
  };
}

/** A day before a decision runs out. */
export function reminder(f: Finding, reader: Reader): Message {
  if (f.triage.kind === 'untriaged') return findingChanged(f, 'lapsed', null, reader);
  const by = shown(reader.nameOf(f.triage.by), 40);
  const what = f.triage.kind === 'accepted' ? 'The accepted risk of' : 'The acknowledgement of';
  const says = `${what} ${f.handle}, given by ${by}, runs out on ${dayText(f.triage.until)}`;
  const next = 'It counts as not triaged from then on, unless somebody decides anew.';
  const again =
    f.triage.kind === 'accepted'
      ? { label: 'Accept risk anew', says: `accept ${f.handle}`, asks: true as const }
      : { label: 'Acknowledge anew', says: `ack ${f.handle}`, asks: true as const };
  const text = sentences(says, line(f, reader), next);
  return {
    text,
    blocks: [
      { kind: 'text', text },
      { kind: 'buttons', buttons: [{ label: `Show ${f.handle}`, says: `show ${f.handle}` }, again] },
    ],
  };
}
