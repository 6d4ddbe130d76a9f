import type { Block, Span } from '../../domain/message.ts';
import { callOf, type Json, type Mention } from './card.ts';
import { limits } from './limits.ts';
import { spansOf } from './plain.ts';
import { emoji, fitting, paragraph } from './render-parts.ts';
import { cut, oneLine } from './text.ts';
import { marked } from './text-spans.ts';

export type Person = Extract<Span, { readonly person: unknown }>['person'];

/** Whom to call when a text names them; null leaves the name a name. */
export type Caller = (person: Person) => Mention | null;

/** A name as it may stand in a call: the text and the entity must say the same, so nothing in it may need an escape. */
const callable = (mention: Mention): Mention => ({
  id: mention.id,
  name: cut(oneLine(mention.name.replace(/[^\p{L}\p{M}\p{N} .,'’()-]/gu, ' ')), limits.mentionName),
});

/** Keeps who was called, each person once, and no more than a card should call. */
export function calls(caller: Caller | undefined, called: Map<string, Mention>): Caller {
  return (person) => {
    const given = caller?.(person);
    if (!given || given.id === '') return null;
    const known = called.get(given.id);
    if (known) return known;
    const mention = callable(given);
    const taken = [...called.values()].some(({ name }) => name === mention.name);
    // Two persons of one name: Teams could not tell which call is whose.
    if (mention.name === '' || taken || called.size >= limits.mentions) return null;
    called.set(given.id, mention);
    return mention;
  };
}

/** Only Markdown can call somebody: everything else in such a paragraph is escaped for it. */
export function text(block: Extract<Block, { kind: 'text' }>, room: number, call: Caller): Json[] {
  const callSpan = (span: Span): string | null => {
    const mention = typeof span !== 'string' && 'person' in span ? call(span.person) : null;
    return mention && callOf(mention);
  };
  if (!spansOf(block.text).some((span) => callSpan(span) !== null))
    return paragraph(block.text, block.tone, room);
  const first = block.tone ? `${emoji[block.tone]} ` : '';
  const element = fitting(block.text, limits.paragraph, room, (max) => ({
    type: 'TextBlock',
    text: first + marked(block.text, max, callSpan),
    wrap: true,
  }));
  return element ? [element] : [];
}
