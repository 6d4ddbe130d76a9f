import type { Message } from '../../domain/message.ts';
import type { Guided } from '../../engine/services.ts';
import { resourceOf } from './finding-words.ts';
import type { Reader } from './reader.ts';
import { marked, said, sentences, shown, unmarked } from './words.ts';

/** What no role can do: the steps for a person, and a button that looks whether they were taken. */
export function guidedMessage({ guidance, finding: f, because }: Guided, reader: Reader): Message {
  const steps = guidance.steps.map((step, i) => `${i + 1}. ${said(step, 400)}`);
  const where = `${f.handle} is about ${resourceOf(f)} in ${shown(reader.accountName(f.account), 40)}.`;
  const why = `Why a person does it: ${said(guidance.why, 300)}`;
  const instead = because === null ? null : `The bot does not do it here. ${said(because, 600)}.`;
  const next = 'Then check again: the finding closes when the check passes, and not before.';
  return {
    text: sentences(
      guidance.title,
      where,
      why,
      instead === null ? null : unmarked(instead),
      ...steps.map(unmarked),
      next,
    ),
    blocks: [
      { kind: 'heading', text: said(guidance.title, 140) },
      { kind: 'text', text: [where, ' ', sentences(why)] },
      ...(instead === null ? [] : [{ kind: 'text' as const, text: marked(instead) }]),
      { kind: 'text', text: marked(steps.join('\n')) },
      { kind: 'text', text: next },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Check again', says: `recheck ${f.handle}`, style: 'primary' },
          { label: `Show ${f.handle}`, says: `show ${f.handle}` },
        ],
      },
    ],
    visibility: 'sender',
    data: guidance,
  };
}
