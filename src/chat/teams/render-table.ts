import type { Block, Span, Text } from '../../domain/message.ts';
import { bytesOf, type Json } from './card.ts';
import { limits } from './limits.ts';
import { plain, spansOf, words } from './plain.ts';
import { type Drawn, richText } from './render-parts.ts';
import { count, cut, largest, markdown, oneLine } from './text.ts';
import { runs } from './text-spans.ts';

type Table = Pick<Extract<Block, { kind: 'table' }>, 'columns' | 'rows'>;
type Row = readonly Text[];

const nothing = '–';
const numeric = /^[-+]?[\d.,]+ ?%?$/;

const said = (text: Text | undefined): string => (text === undefined ? '' : plain(text).trim());

/** How much of a cell is shown; marks cost more bytes than most cells have words. */
interface Fit {
  readonly max: number;
  readonly marks: boolean;
}

const unmarked = (text: Text): Text =>
  spansOf(text).map((span) => (typeof span === 'string' || 'when' in span ? span : words(span)));

const cellInlines = (text: Text | undefined, { max, marks }: Fit) =>
  text === undefined || said(text) === '' ? [nothing] : runs(marks ? text : unmarked(text), max);

const cell = (item: Json): Json => ({ type: 'TableCell', items: [item] });
const headCell = (text: string): Json =>
  cell({
    type: 'TextBlock',
    text: markdown(cut(oneLine(text), limits.shortCell)) || nothing,
    weight: 'Bolder',
    wrap: true,
  });
const row = (cells: Json[]): Json => ({ type: 'TableRow', cells });

const pixelsOf = (characters: number): number => characters * 8 + 20;

/** Short columns keep their words whole on a phone, where the others share what is left; numbers stand under each other. */
function columnsOf({ columns, rows }: Table): Json[] {
  const values = columns.map((_, i) => rows.map((each) => said(each[i])));
  const longest = columns.map((head, i) =>
    Math.max(head.length, ...(values[i] ?? []).map((each) => each.length)),
  );
  const short = longest.filter((length) => length <= limits.shortColumn);
  const pixels = short.reduce((sum, length) => sum + pixelsOf(length), 0);
  const fixed = short.length < columns.length && pixels <= limits.shortColumnsPixels;
  return longest.map((length, i) => ({
    width:
      fixed && length <= limits.shortColumn
        ? `${pixelsOf(length)}px`
        : Math.min(8, Math.max(2, Math.ceil(length / 6))),
    ...(isNumeric(values[i] ?? []) ? { horizontalCellContentAlignment: 'Right' } : {}),
  }));
}

const isNumeric = (values: readonly string[]): boolean =>
  values.some((value) => value !== '') && values.every((value) => value === '' || numeric.test(value));

function tableOf({ columns, rows }: Table, fit: Fit): Json {
  return {
    type: 'Table',
    firstRowAsHeader: true,
    columns: columnsOf({ columns, rows }),
    rows: [
      row(columns.map(headCell)),
      ...rows.map((each) => row(columns.map((_, i) => cell(richText(cellInlines(each[i], fit)))))),
    ],
  };
}

/** Many columns are too narrow to read: what follows the first few is told in the last, with its names. */
function folded({ columns, rows }: Table): Table {
  if (columns.length <= limits.tableColumns) return { columns, rows };
  const kept = limits.foldedColumns;
  const names = columns.map((head) => cut(oneLine(head), limits.shortCell));
  const rest = (cells: Row): Text =>
    cells.slice(kept, columns.length).flatMap((value, i): readonly Span[] => {
      const head = names[kept + i];
      return said(value) === '' ? [] : [i > 0 ? ' · ' : '', head ? `${head}: ` : '', ...spansOf(value)];
    });
  return {
    columns: [...columns.slice(0, kept), 'More'],
    rows: rows.map((cells) => [...Array.from({ length: kept }, (_, i) => cells[i] ?? ''), rest(cells)]),
  };
}

const fits: readonly Fit[] = [
  { max: limits.cell, marks: true },
  { max: limits.cell, marks: false },
  { max: limits.shortCell, marks: false },
];

/** Marks go before words, long cells are shortened before rows are left out, and rows are left out from the end. */
export function table(given: Table, room: number): Drawn {
  const { columns, rows } = folded(given);
  const draw = (n: number, fit: Fit) => tableOf({ columns, rows: rows.slice(0, n) }, fit);
  if (columns.length === 0) return { elements: [], left: missing(rows.length) };
  const most = Math.min(rows.length, limits.tableRows);
  const whole = fits.find((fit) => bytesOf(draw(most, fit)) <= room);
  const fit = whole ?? { max: limits.shortCell, marks: false };
  const shown = whole ? most : largest(most, (n) => bytesOf(draw(n, fit)) <= room);
  const empty = shown === 0 && (rows.length > 0 || !whole);
  return { elements: empty ? [] : [draw(shown, fit)], left: missing(rows.length - shown) };
}

const missing = (rows: number): string | null => (rows > 0 ? count(rows, 'more row') : null);
