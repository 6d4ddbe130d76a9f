import type { Instant } from '../../domain/finding.ts';
import type { Span, Text } from '../../domain/message.ts';
import { cut, escaped, tidy } from './text.ts';
import type { Json } from './wire.ts';

type When = Extract<Span, { readonly when: Instant }>;

const dateFormats = {
  date: '{date_short_pretty}',
  time: '{date_short_pretty} at {time}',
  ago: '{ago}',
} as const;

const seconds = (at: Instant): number => Math.floor(Date.parse(at) / 1000);

function inUtc({ when, as }: When): string {
  if (Number.isNaN(seconds(when))) return tidy(when);
  const [day = '', time = ''] = new Date(when).toISOString().split('T');
  return as === 'date' ? day : `${day} ${time.slice(0, 5)} UTC`;
}

const spansOf = (text: Text): readonly Span[] => (typeof text === 'string' ? [text] : text);

/** What a span says, without its marks. */
function words(span: Span): string {
  if (typeof span === 'string') return tidy(span);
  if ('bold' in span) return tidy(span.bold);
  if ('italic' in span) return tidy(span.italic);
  if ('code' in span) return tidy(span.code);
  if ('person' in span) return `@${tidy(span.person.name)}`;
  return inUtc(span);
}

export const plain = (text: Text): string => spansOf(text).map(words).join('');

/** Text for rich_text, in pieces that nobody can take for a mention, not even who strings the pieces together. */
export const literal = (text: string, style?: Json): Json[] =>
  text
    .split(/(?<=<)(?=[!@#])/)
    .filter((piece) => piece !== '')
    .map((piece) => ({ type: 'text', text: piece, ...(style ? { style } : {}) }));

function styleOf(span: Span): Json | undefined {
  if (typeof span === 'string') return undefined;
  if ('bold' in span) return { bold: true };
  if ('italic' in span) return { italic: true };
  return 'code' in span ? { code: true } : undefined;
}

function richElements(span: Span, said: string, mention: boolean): Json[] {
  if (typeof span === 'string') return literal(said);
  if ('person' in span && mention && span.person.platform === 'slack' && userId.test(span.person.id))
    return [{ type: 'user', user_id: span.person.id }];
  if ('when' in span && !Number.isNaN(seconds(span.when)))
    return [
      { type: 'date', timestamp: seconds(span.when), format: dateFormats[span.as], fallback: cut(said, 100) },
    ];
  return literal(said, styleOf(span));
}

const userId = /^[UW][A-Z0-9]+$/;

/** The elements of a rich text section: Slack reads no marks in them, so that data stays data. */
export function rich(text: Text, max: number, mention = false): Json[] {
  const out: Json[] = [];
  let room = max;
  for (const span of spansOf(text)) {
    const said = words(span);
    if (said === '') continue;
    if (room <= 0) break;
    out.push(...richElements(span, cut(said, room), mention));
    room -= said.length;
  }
  return out;
}

/** Whether Slack would take something in a mrkdwn text for a mark: an emphasis, a quote, an emoji name. */
const looksLikeMarks = (said: string): boolean =>
  /`|(^|[^\p{L}\p{N}_])[*_~]|[*_~]($|[^\p{L}\p{N}_])|:[\w+'-]+:|^\s*>/mu.test(said);

function marked(span: Span): string | null {
  const said = words(span);
  if (said === '') return '';
  if (typeof span !== 'string' && 'code' in span)
    return /[`\n]/.test(said) || said.trim() !== said ? null : `\`${escaped(said)}\``;
  if (typeof span !== 'string' && 'when' in span)
    return Number.isNaN(seconds(span.when))
      ? null
      : `<!date^${seconds(span.when)}^${dateFormats[span.as]}|${said}>`;
  if (looksLikeMarks(said)) return null;
  if (typeof span === 'string' || 'person' in span) return escaped(said);
  const mark = 'bold' in span ? '*' : '_';
  return said.trim() !== said || said.includes('\n') ? null : `${mark}${escaped(said)}${mark}`;
}

/** Slack's own markup, or null where the data itself would be read as markup or does not fit. */
export function mrkdwn(text: Text, max: number): string | null {
  const parts = spansOf(text).map(marked);
  if (parts.includes(null)) return null;
  const all = parts.join('');
  return all.length <= max && all.trim() !== '' ? all : null;
}
