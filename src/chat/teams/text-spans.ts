import type { Span, Text } from '../../domain/message.ts';
import type { Json } from './card.ts';
import { instantOf, spansOf, type When, words } from './plain.ts';
import { cut, defused, markdown } from './text.ts';

/** The client writes these in the reader's own language and time zone. */
function localTime(span: When): string | null {
  const at = instantOf(span);
  if (at === null) return null;
  return span.as === 'date' ? `{{DATE(${at}, SHORT)}}` : `{{DATE(${at}, SHORT)}} {{TIME(${at})}}`;
}

function styleOf(span: Span): Json | null {
  if (typeof span === 'string') return null;
  if ('bold' in span) return { weight: 'Bolder' };
  if ('italic' in span) return { italic: true };
  return 'code' in span ? { fontType: 'Monospace' } : null;
}

/** The inlines of a RichTextBlock: a client reads no Markdown in them, so that data stays data. */
export function runs(text: Text, max: number, base: Json | null = null): (string | Json)[] {
  const out: (string | Json)[] = [];
  let room = max;
  for (const span of spansOf(text)) {
    const all = words(span);
    if (all === '') continue;
    if (room <= 0) break;
    const local = typeof span !== 'string' && 'when' in span ? localTime(span) : null;
    const said = local ?? defused(cut(all, room));
    const style = styleOf(span);
    out.push(base || style ? { type: 'TextRun', text: said, ...base, ...style } : said);
    room -= all.length;
  }
  return out;
}

/** The same as Markdown, for the few places that know nothing else. Marks are only set where they would be read as such. */
export function marked(text: Text, max: number, call: (span: Span) => string | null = () => null): string {
  let out = '';
  let room = max;
  for (const span of spansOf(text)) {
    const all = words(span);
    if (all === '') continue;
    if (room <= 0) break;
    const said = cut(all, room);
    room -= all.length;
    out += call(span) ?? markedSpan(span, said);
  }
  return out.trim();
}

function markedSpan(span: Span, said: string): string {
  const escaped = markdown(said);
  if (typeof span === 'string' || said.trim() !== said || said.includes('\n')) return escaped;
  if ('when' in span) return localTime(span) ?? escaped;
  if ('bold' in span) return `**${escaped}**`;
  return 'italic' in span ? `_${escaped}_` : escaped;
}
