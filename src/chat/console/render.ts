import { styleText } from 'node:util';
import type { Block, Button, Message, Span, Text, Tone } from '../../domain/message.ts';
import { dayText, timeText } from '../views/words.ts';
import { table } from './table.ts';
import { drawable, padTo, widthOf, wrap } from './width.ts';

export interface RenderOptions {
  readonly columns: number;
  readonly color: boolean;
  /** The number that presses a button; without it, buttons are shown as the lines they say. */
  readonly numberOf?: (button: Button) => number;
}

type Style = Parameters<typeof styleText>[0];

const tones: Readonly<Record<Tone, Style | null>> = {
  critical: ['bold', 'red'],
  high: 'red',
  medium: 'yellow',
  low: 'cyan',
  good: 'green',
  unknown: 'magenta',
  info: null,
};

/** Whether to colour: only a terminal, and not where people asked for none. */
export const wantsColor = (output: { isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean =>
  output.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';

function span(s: Span): string {
  if (typeof s === 'string') return drawable(s);
  if ('bold' in s) return drawable(s.bold);
  if ('italic' in s) return drawable(s.italic);
  if ('code' in s) return drawable(s.code);
  if ('person' in s) return `@${drawable(s.person.name)}`;
  return s.as === 'time' ? timeText(s.when) : dayText(s.when);
}

const plain = (text: Text): string => (typeof text === 'string' ? drawable(text) : text.map(span).join(''));

/** In running text, what is to be typed is set apart by marks: there is no other typeface. */
const running = (text: Text): string =>
  typeof text === 'string'
    ? drawable(text)
    : text.map((s) => (typeof s === 'object' && 'code' in s ? `\`${span(s)}\`` : span(s))).join('');

const bars = '▁▂▃▄▅▆▇█';

/** A bar per value, and the values: the bars show the way, the numbers say it. */
function spark(values: readonly number[], highest: number): string {
  return values
    .map((v) => bars[highest === 0 ? 0 : Math.round((v / highest) * (bars.length - 1))] ?? bars[0])
    .join('');
}

function trend(b: Extract<Block, { kind: 'trend' }>, options: RenderOptions): readonly string[] {
  const highest = Math.max(0, ...b.series.flatMap((s) => s.values));
  const name = Math.max(0, ...b.series.map((s) => widthOf(drawable(s.name))));
  const range =
    b.labels.length > 1 ? ` (${drawable(b.labels[0] ?? '')} to ${drawable(b.labels.at(-1) ?? '')})` : '';
  return [
    `${drawable(b.title)}${range}`,
    ...b.series.map((s) => {
      const head = `${padTo(drawable(s.name), name)}  ${spark(s.values, highest)}  `;
      const all = s.values.join(' ');
      const ends = `${s.values[0] ?? 0} → ${s.values.at(-1) ?? 0}`;
      return head + (widthOf(head) + all.length <= options.columns ? all : ends);
    }),
    ...wrap(drawable(b.summary), options.columns),
  ];
}

function buttonText(button: Button, options: RenderOptions): string {
  const label = drawable(button.label).replace(/\s+/gu, ' ');
  const n = options.numberOf?.(button);
  return n === undefined ? `${label}: ${drawable(button.says)}` : `[${n}] ${label}${button.asks ? ' …' : ''}`;
}

/** Buttons side by side as far as they fit; one below the other when they show what they say. */
function buttons(all: readonly Button[], options: RenderOptions): readonly string[] {
  const texts = all.map((b) => buttonText(b, options));
  return options.numberOf
    ? wrapItems(texts, options.columns)
    : texts.flatMap((t) => wrap(`→ ${t}`, options.columns));
}

function wrapItems(items: readonly string[], columns: number): readonly string[] {
  const out: string[] = [];
  for (const item of items) {
    const last = out.at(-1);
    if (last !== undefined && widthOf(last) + 3 + widthOf(item) <= columns)
      out[out.length - 1] = `${last}   ${item}`;
    else out.push(item);
  }
  return out;
}

function block(b: Block, options: RenderOptions): readonly string[] {
  const { columns, color } = options;
  const styled = (style: Style | null, lines: readonly string[]) =>
    color && style !== null
      ? lines.map((l) => (l === '' ? l : styleText(style, l, { validateStream: false })))
      : lines;
  switch (b.kind) {
    case 'heading':
      return styled(['bold', 'underline'], wrap(drawable(b.text), columns));
    case 'text':
      return styled(b.tone ? tones[b.tone] : null, wrap(running(b.text), columns));
    case 'facts': {
      const label = Math.min(24, Math.max(0, ...b.facts.map((f) => widthOf(drawable(f.label)))));
      return b.facts.flatMap((f) => {
        const [first = '', ...rest] = wrap(plain(f.value), Math.max(10, columns - label - 2));
        return [
          `${padTo(drawable(f.label), label)}  ${first}`,
          ...rest.map((l) => ' '.repeat(label + 2) + l),
        ];
      });
    }
    case 'table':
      return table(
        b.columns.map(drawable),
        b.rows.map((row) => row.map(plain)),
        columns,
        (text) => styled('bold', [text])[0] ?? text,
      );
    case 'trend':
      return trend(b, options);
    case 'progress': {
      const full = 20;
      const done = b.total === 0 ? 0 : Math.min(full, Math.round((b.done / b.total) * full));
      return [
        `[${'#'.repeat(done)}${'-'.repeat(full - done)}] ${b.done} of ${b.total}`,
        ...wrap(drawable(b.label), columns),
      ];
    }
    case 'buttons':
      return styled('cyan', buttons(b.buttons, options));
    case 'code':
      return withMargin(drawable(b.text).split('\n'));
    case 'note':
      return styled('dim', wrap(running(b.text), columns));
    case 'divider':
      return ['─'.repeat(Math.min(columns, 40))];
  }
}

const withMargin = (lines: readonly string[]): readonly string[] => lines.map((l) => `  ${l}`);

/** A message as lines of a terminal, blocks set apart by an empty line where they are more than a line. */
export function render(message: Message, options: RenderOptions): string {
  const parts = message.blocks.map((b) => block(b, options)).filter((lines) => lines.length > 0);
  if (parts.length === 0) return wrap(drawable(message.text), options.columns).join('\n');
  return parts.map((lines) => lines.join('\n')).join('\n\n');
}
