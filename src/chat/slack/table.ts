import type { Block, Text } from '../../domain/message.ts';
import { limits } from './limits.ts';
import { literal, plain, rich } from './spans.ts';
import { count, cut } from './text.ts';
import { type Json, visibleLength } from './wire.ts';

type Table = Pick<Extract<Block, { kind: 'table' }>, 'columns' | 'rows'>;

/** What was drawn, and what there was no room for. */
export interface Drawn {
  readonly blocks: Json[];
  readonly left: string | null;
}

const cellText = 300;
const shortCell = 24;
const nothing = '–';
const numeric = /^[-+]?[\d.,]+ ?%?$/;

function cell(text: Text): Json {
  const said = plain(text);
  if (said.trim() === '') return { type: 'raw_text', text: nothing };
  if ((typeof text === 'string' || text.every((span) => typeof span === 'string')) && !said.includes('<'))
    return { type: 'raw_text', text: cut(said, cellText) };
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: rich(text, cellText) }],
  };
}

const leftOut = (rows: number, columns: number): string | null => {
  const parts = [rows > 0 ? count(rows, 'row') : '', columns > 0 ? count(columns, 'column') : ''].filter(
    Boolean,
  );
  return parts.length > 0 ? parts.join(' and ') : null;
};

/** A table block within Slack's size, or null when it cannot be one. */
export function table({ columns, rows }: Table, room: number): Drawn | null {
  const width = Math.min(columns.length, limits.tableColumns);
  if (width === 0) return null;
  const fitting = (cells: readonly Text[]): Json[] =>
    Array.from({ length: width }, (_, i) => cell(cells[i] ?? ''));
  const drawn = [fitting(columns)];
  const characters = Math.min(room, limits.tableCharacters);
  let used = visibleLength(drawn);
  for (const row of rows.slice(0, limits.tableRows - 1)) {
    const cells = fitting(row);
    used += visibleLength(cells);
    if (used > characters) break;
    drawn.push(cells);
  }
  if (used > characters && drawn.length === 1) return null;
  const shown = rows.slice(0, drawn.length - 1);
  const settings = Array.from({ length: width }, (_, i) => {
    const said = shown.map((row) => plain(row[i] ?? '')).filter((each) => each.trim() !== '');
    if (said.length > 0 && said.every((each) => numeric.test(each))) return { align: 'right' };
    // Handles, dates and the like are read faster in one line; Slack lets a wide table be moved sideways.
    return { is_wrapped: said.some((each) => each.length > shortCell) };
  });
  return {
    blocks: [{ type: 'table', rows: drawn, column_settings: settings }],
    left: leftOut(rows.length - shown.length, columns.length - width),
  };
}

/** The same in letters of one width, for where no table block may be. */
export function tableText({ columns, rows }: Table, room: number): Drawn {
  const said = [columns, ...rows].map((row) =>
    columns.map((_, i) => cut(plain(row[i] ?? '').replaceAll('\n', ' '), 48) || nothing),
  );
  const widths = columns.map((_, i) => Math.max(...said.map((row) => (row[i] ?? '').length)));
  const lines = said.map((row) =>
    row
      .map((each, i) => each.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const max = Math.min(room, limits.sectionText);
  let text = '';
  let shown = 0;
  for (const line of lines) {
    if (text.length + line.length + 1 > max) break;
    text += (shown > 0 ? '\n' : '') + line;
    shown++;
  }
  if (text.trim() === '') return { blocks: [], left: leftOut(rows.length, 0) };
  return { blocks: [preformatted(text)], left: leftOut(lines.length - shown, 0) };
}

export const preformatted = (text: string): Json => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_preformatted', elements: literal(text) }],
});
