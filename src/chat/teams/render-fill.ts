import type { Block } from '../../domain/message.ts';
import { bytesOf, type Json } from './card.ts';
import { limits } from './limits.ts';
import { buttons, type Namer } from './render-buttons.ts';
import { code } from './render-code.ts';
import { facts } from './render-facts.ts';
import { type Drawn, heading, note, progress, whole } from './render-parts.ts';
import { allotted, shownOf } from './render-room.ts';
import { table } from './render-table.ts';
import { type Caller, text } from './render-text.ts';
import { trend } from './render-trend.ts';
import { count } from './text.ts';

/** A block, and whether a line parts it from the one before. */
export interface Part {
  readonly block: Block;
  readonly ruled: boolean;
  readonly charts: boolean;
}

export function partsOf(blocks: readonly Block[], charts: boolean): readonly Part[] {
  const out: Part[] = [];
  let ruled = false;
  let drawn = 0;
  for (const block of blocks) {
    if (block.kind !== 'divider')
      out.push({ block, ruled, charts: charts && (block.kind !== 'trend' || drawn++ < limits.charts) });
    ruled = block.kind === 'divider';
  }
  return out;
}

/** Keeps what people act on: the last buttons and notes stay when the middle does not fit. */
export function split(parts: readonly Part[]): {
  readonly body: readonly Part[];
  readonly tail: readonly Part[];
} {
  let from = parts.length;
  while (from > 0 && parts.length - from < 5) {
    const kind = parts[from - 1]?.block.kind;
    if (kind !== 'buttons' && kind !== 'note') break;
    from--;
  }
  return { body: parts.slice(0, from), tail: parts.slice(from) };
}

/** What is the same for every part of one card. */
export interface Pen {
  readonly name: Namer;
  readonly call: Caller;
  readonly of: string | undefined;
}

function drawBlock({ block, charts }: Part, room: number, { name, call }: Pen): Drawn {
  switch (block.kind) {
    case 'heading':
      return whole(heading(block.text));
    case 'text':
      return whole(text(block, room, call));
    case 'facts':
      return facts(block.facts, room);
    case 'table':
      return table(block, room);
    case 'trend':
      return trend(block, room, charts);
    case 'progress':
      return whole(progress(block));
    case 'buttons':
      return buttons(block.buttons, room, name);
    case 'code':
      return code(block.text, room);
    case 'note':
      return whole(note(block.text, room));
    case 'divider':
      return whole([]);
  }
}

/** What is missing, and how to see it. */
function more(left: string, of: string | undefined): Json[] {
  const how =
    of && of.length <= limits.note / 4
      ? `say “hipaa ${of}” in a terminal to see everything, or narrow the question.`
      : 'narrow the question, ask for the next page, or use the “hipaa” program in a terminal.';
  return note(`${left} did not fit: ${how}`, Number.POSITIVE_INFINITY);
}

const ruledBy = 2 * ',"separator":true,"spacing":"Medium"'.length;
const comma = 2;

export const size = (elements: readonly Json[]): number =>
  elements.reduce((sum, each) => sum + bytesOf(each) + comma, 0);

function draw(part: Part, room: number, pen: Pen): Json[] {
  const free = room - (part.ruled ? ruledBy : 0);
  let { elements, left } = drawBlock(part, free - comma * 4, pen);
  if (left !== null) {
    const missing = more(left, pen.of);
    const again = drawBlock(part, free - size(missing) - comma * 4, pen);
    elements = [...again.elements, ...(again.left === null ? [] : more(again.left, pen.of))];
  }
  const [first, ...rest] = elements;
  return first && part.ruled ? [{ ...first, separator: true, spacing: 'Medium' }, ...rest] : elements;
}

/** A row or a line that is left out is missed more than the end of a sentence. */
const weights: Partial<Record<Block['kind'], number>> = { table: 4, trend: 4, code: 2, facts: 2 };

/** Whatever does not fit is counted, so that nobody takes a part for the whole. */
export function fill(parts: readonly Part[], room: number, pen: Pen): Json[] {
  const all = parts.map((part) => draw(part, Number.POSITIVE_INFINITY, pen));
  const wants = parts.map(({ block }, i) => ({
    bytes: size(all[i] ?? []),
    weight: weights[block.kind] ?? 1,
  }));
  if (wants.reduce((sum, { bytes }) => sum + bytes, 0) <= room) return all.flat();
  const spare = size(more(count(parts.length, 'more part'), pen.of)) + 20;
  const shown = shownOf(wants, room - spare, spare * 2);
  const rooms = allotted(wants.slice(0, shown), room - spare);
  const out: Json[] = [];
  let lost = parts.length - shown;
  for (const [i, part] of parts.slice(0, shown).entries()) {
    const given = rooms[i] ?? 0;
    const drawn = wants[i]?.bytes === given ? (all[i] ?? []) : draw(part, given, pen);
    if (size(drawn) <= given && (drawn.length > 0 || wants[i]?.bytes === 0)) out.push(...drawn);
    else lost++;
  }
  return lost > 0 ? [...out, ...more(count(lost, 'more part'), pen.of)] : out;
}
