import type { Block, Text, Tone } from '../../domain/message.ts';
import { limits } from './limits.ts';
import { literal, mrkdwn, plain, rich } from './spans.ts';
import { cut, tidy } from './text.ts';
import type { Json } from './wire.ts';

/** Beside the words, never instead of them. */
const emoji: Record<Tone, string> = {
  critical: 'red_circle',
  high: 'large_orange_circle',
  medium: 'large_yellow_circle',
  low: 'large_blue_circle',
  good: 'white_check_mark',
  unknown: 'grey_question',
  info: 'information_source',
};

const section = (elements: Json[]): Json => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});

export function paragraph(text: Text, tone: Tone | undefined, room: number, mention: boolean): Json[] {
  const elements = rich(text, Math.min(room, limits.sectionText), mention);
  if (elements.length === 0) return [];
  const first = tone
    ? [
        { type: 'emoji', name: emoji[tone] },
        { type: 'text', text: ' ' },
      ]
    : [];
  return [section([...first, ...elements])];
}

/** Small print. Context blocks take no rich text: where the data would be read as markup, it is plain. */
export function note(text: Text, room: number): Json[] {
  const max = Math.min(room, limits.contextText);
  const marked = mrkdwn(text, max);
  const said = cut(plain(text), max);
  if (said.trim() === '') return [];
  const element =
    marked === null
      ? { type: 'plain_text', text: said, emoji: false }
      : { type: 'mrkdwn', text: marked, verbatim: true };
  return [{ type: 'context', elements: [element] }];
}

export const heading = (text: string): Json[] => {
  const said = cut(tidy(text).replaceAll('\n', ' ').trim(), limits.headerText);
  return said === '' ? [] : [{ type: 'header', text: { type: 'plain_text', text: said, emoji: false } }];
};

const barLength = 15;

/** A bar for the eye, numbers for everybody. */
export function progress({ done, total, label }: Extract<Block, { kind: 'progress' }>): Json[] {
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0;
  const full = Math.round((Number.isFinite(share) ? share : 0) * barLength);
  const bar = '▰'.repeat(full) + '▱'.repeat(barLength - full);
  const numbers = total > 0 ? ` ${Math.floor(share * 100)} % (${done} of ${total})` : ` ${done}`;
  return [section(literal(`${bar} ${numbers}  ${cut(tidy(label), 300)}`.trimEnd()))];
}
