import type { Block } from '../../domain/message.ts';
import { limits } from './limits.ts';
import { literal, mrkdwn, plain, rich } from './spans.ts';
import type { Drawn } from './table.ts';
import { count, cut, tidy } from './text.ts';
import { type Json, visibleLength } from './wire.ts';

type Fact = Extract<Block, { kind: 'facts' }>['facts'][number];

const factText = 1000;

/** Two columns. Null where a value would be read as markup: the whole block is then written as lines. */
function columns(facts: readonly Fact[]): Json[] | null {
  const fields: Json[] = [];
  for (const { label, value } of facts) {
    const [name, said] = [mrkdwn([{ bold: label }], limits.fieldText / 2), mrkdwn(value, factText)];
    if (name === null || said === null) return null;
    fields.push({ type: 'mrkdwn', text: `${name}\n${said}`, verbatim: true });
  }
  const out: Json[] = [];
  for (let i = 0; i < fields.length; i += limits.fields)
    out.push({ type: 'section', fields: fields.slice(i, i + limits.fields) });
  return out;
}

function lines(facts: readonly Fact[]): Json[] {
  const sections = facts.map(({ label, value }) => ({
    type: 'rich_text_section',
    elements: [
      ...literal(`${cut(tidy(label).trim() || '–', 200)}:`, { bold: true }),
      { type: 'text', text: ' ' },
      ...rich(value, factText),
    ],
  }));
  return sections.length > 0
    ? [{ type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements: sections }] }]
    : [];
}

export function facts(given: readonly Fact[], room: number): Drawn {
  let shown = given.map(({ label, value }) => ({ label, value: plain(value).trim() === '' ? '–' : value }));
  let blocks = columns(shown) ?? lines(shown);
  while (shown.length > 0 && visibleLength(blocks) > room) {
    shown = shown.slice(0, -1);
    blocks = columns(shown) ?? lines(shown);
  }
  const left = given.length - shown.length;
  return { blocks, left: left > 0 ? count(left, 'fact') : null };
}
