import type { Attestation, Topic } from '../../domain/attestation.ts';
import type { Block, Message, Text } from '../../domain/message.ts';
import { may } from '../../domain/people.ts';
import type { AttestationView } from '../../engine/services.ts';
import type { Reader } from './reader.ts';
import { dayText, number, plural, said, sentences, shown } from './words.ts';

const stateOf = ({ state, asked, daysLeft }: AttestationView): string => {
  if (state === 'valid') return `Holds, ${plural(daysLeft ?? 0, 'day')} left`;
  if (!asked) return state === 'missing' ? 'Not asked for' : 'Ran out, not asked for';
  return state === 'missing' ? 'Nobody has said so' : 'Ran out';
};

const whoSaid = (latest: Attestation | null): string =>
  latest === null ? '' : `${shown(latest.byName, 40)}, for ${dayText(latest.on)}`;

const attestButton = (topic: string) => ({
  label: `Attest ${topic}`,
  says: `attest ${topic}`,
  asks: true as const,
});

/** What no API tells, and who has said it. */
export function attestationsMessage(list: readonly AttestationView[], reader: Reader): Message {
  const due = list.filter(({ asked, state }) => asked && state !== 'valid');
  const valid = list.filter(({ state }) => state === 'valid');
  const title =
    due.length === 0
      ? `Nothing that is asked for is missing: ${number(valid.length)} of ${plural(list.length, 'topic')} ${valid.length === 1 ? 'is' : 'are'} attested.`
      : `${plural(due.length, 'attestation')} that ${due.length === 1 ? 'is' : 'are'} asked for ${due.length === 1 ? 'is' : 'are'} missing; ${number(valid.length)} of ${plural(list.length, 'topic')} ${valid.length === 1 ? 'is' : 'are'} attested.`;
  const note =
    'No scan can see these. An attestation is a person’s word, with its day and a document; it proves no more than that.';
  const sorted = [...due, ...list.filter((v) => !due.includes(v))];
  const mayAttest = reader.actor !== null && may(reader.actor, 'officer');
  const blocks: Block[] = [
    { kind: 'text', tone: due.length === 0 ? 'good' : 'high', text: [{ bold: title }] },
    {
      kind: 'table',
      summary: title,
      columns: ['Topic', 'What is attested', 'State', 'Who said it', 'Until'],
      rows: sorted.map((v): readonly Text[] => [
        [{ code: v.topic.id }],
        v.topic.title,
        stateOf(v),
        whoSaid(v.latest),
        v.latest === null ? '' : dayText(v.latest.until),
      ]),
    },
    ...(mayAttest && due.length > 0
      ? [{ kind: 'buttons' as const, buttons: due.slice(0, 5).map(({ topic }) => attestButton(topic.id)) }]
      : []),
    { kind: 'note', text: note },
  ];
  return {
    text: sentences(title, ...sorted.map((v) => `${v.topic.id}: ${stateOf(v).toLowerCase()}`), note),
    blocks,
    visibility: 'sender',
    data: list,
  };
}

/** What was just said, as it stands in the ledger. */
export function attestedMessage({ topic, latest }: AttestationView): Message {
  const until = latest === null ? '' : dayText(latest.until);
  const lead = `${latest === null ? 'Somebody' : shown(latest.byName, 40)} attested ${topic.id}: ${topic.title.charAt(0).toLowerCase()}${topic.title.slice(1)}.`;
  const facts = [
    { label: 'As of', value: latest === null ? '' : dayText(latest.on) },
    { label: 'Holds until', value: until },
    { label: 'Document', value: latest?.document == null ? 'none was named' : shown(latest.document, 300) },
    ...(latest?.note == null ? [] : [{ label: 'Note', value: said(latest.note, 300) }]),
    { label: 'Serves', value: topic.controls.join(', ') },
  ];
  return {
    text: sentences(lead, ...facts.map(({ label, value }) => `${label}: ${value}`)),
    blocks: [
      { kind: 'text', tone: 'good', text: [{ bold: lead }] },
      { kind: 'facts', facts },
    ],
    data: latest,
  };
}

/** Ahead of the day on which somebody's word runs out, and when nobody has given it. */
export function attestationDue(topic: Topic, latest: Attestation | null, daysLeft: number | null): Message {
  const what = `${topic.title.charAt(0).toLowerCase()}${topic.title.slice(1)}`;
  const says =
    latest === null
      ? `Nobody has attested yet that ${what}`
      : (daysLeft ?? 0) > 0
        ? `That ${what}, as ${shown(latest.byName, 40)} said, holds until ${dayText(latest.until)}: ${plural(daysLeft ?? 0, 'day')} left`
        : `That ${what}, as ${shown(latest.byName, 40)} said, held until ${dayText(latest.until)}`;
  const next = `An officer says it anew with its day and a document: “attest ${topic.id}”`;
  return {
    text: sentences(says, next),
    blocks: [
      { kind: 'text', tone: (daysLeft ?? 0) > 0 ? 'info' : 'high', text: `${says}.` },
      {
        kind: 'buttons',
        buttons: [attestButton(topic.id), { label: 'All attestations', says: 'attestations' }],
      },
      { kind: 'note', text: `Serves ${topic.controls.join(', ')}. No scan can see it.` },
    ],
  };
}
