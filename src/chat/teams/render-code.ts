import { bytesOf, type Json } from './card.ts';
import { type Drawn, richText } from './render-parts.ts';
import { count, cut, largest, tidy } from './text.ts';
import { runs } from './text-spans.ts';

/** Indents are kept by spaces that do not collapse; the parser reads them as spaces when they are pasted back. */
const spaced = (text: string): string =>
  text.replaceAll('\t', '  ').replace(/^ +| {2,}/gm, (spaces) => '\u00a0'.repeat(spaces.length));

const box = (text: string): Json => ({
  type: 'Container',
  style: 'emphasis',
  items: [richText(runs([{ code: spaced(text) }], Number.POSITIVE_INFINITY))],
});

const most = 400;
const lineLength = 1000;

/** Whole lines from the start, as many as there is room for. */
export function code(text: string, room: number): Drawn {
  const lines = tidy(text).replace(/\n+$/, '').split('\n');
  if (lines.every((line) => line.trim() === '')) return { elements: [], left: null };
  const head = (n: number) =>
    box(
      lines
        .slice(0, n)
        .map((line) => cut(line, lineLength))
        .join('\n'),
    );
  const shown = largest(Math.min(most, lines.length), (n) => n === 0 || bytesOf(head(n)) <= room);
  const left = lines.length - shown;
  const blank = lines.slice(0, shown).every((line) => line.trim() === '');
  return { elements: blank ? [] : [head(shown)], left: left > 0 ? count(left, 'more line') : null };
}
