import type { Block, Text, Tone } from '../../domain/message.ts';
import { bytesOf, type Json } from './card.ts';
import { limits } from './limits.ts';
import { plain } from './plain.ts';
import { cut, largest, markdown, oneLine, tidy } from './text.ts';
import { runs } from './text-spans.ts';

/** What was drawn, and what there was no room for. */
export interface Drawn {
  readonly elements: Json[];
  readonly left: string | null;
}

export const whole = (elements: Json[]): Drawn => ({ elements, left: null });

/** Beside the words, never instead of them. */
export const emoji: Record<Tone, string> = {
  critical: '🔴',
  high: '🟠',
  medium: '🟡',
  low: '🔵',
  good: '✅',
  unknown: '❔',
  info: 'ℹ️',
};

export const richText = (inlines: readonly (string | Json)[]): Json => ({ type: 'RichTextBlock', inlines });

/** An element whose words are cut until it is within `room`; null where there are none, or no room for any. */
export function fitting(said: Text, max: number, room: number, draw: (max: number) => Json): Json | null {
  const all = plain(said);
  if (all.trim() === '') return null;
  const most = Math.min(max, all.length);
  const length = largest(most, (n) => n < 1 || bytesOf(draw(n)) <= room);
  return length < Math.min(most, 10) ? null : draw(length);
}

export function paragraph(text: Text, tone: Tone | undefined, room: number): Json[] {
  const first = tone ? [`${emoji[tone]} `] : [];
  const element = fitting(text, limits.paragraph, room, (max) => richText([...first, ...runs(text, max)]));
  return element ? [element] : [];
}

const small = { size: 'Small', isSubtle: true };

export function note(text: Text, room: number): Json[] {
  const element = fitting(text, limits.note, room, (max) => richText(runs(text, max, small)));
  return element ? [element] : [];
}

/** The one place where rich text cannot say what the words are: a heading, to readers as well. */
export const heading = (text: string, size: 'Large' | 'Medium' = 'Large'): Json[] => {
  const said = cut(oneLine(text), limits.heading);
  return said === ''
    ? []
    : [{ type: 'TextBlock', text: markdown(said), style: 'heading', size, weight: 'Bolder', wrap: true }];
};

const barLength = 15;

/** A bar for the eye, numbers for everybody. */
export function progress({ done, total, label }: Extract<Block, { kind: 'progress' }>): Json[] {
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0;
  const full = Math.round((Number.isFinite(share) ? share : 0) * barLength);
  const bar = '▰'.repeat(full) + '▱'.repeat(barLength - full);
  const numbers = total > 0 ? ` ${Math.floor(share * 100)} % (${done} of ${total})` : ` ${done}`;
  return [richText(runs(`${bar} ${numbers}  ${cut(tidy(label), limits.label)}`.trimEnd(), limits.paragraph))];
}
