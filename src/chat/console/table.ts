import { cutTo, endedAt, isolated, padTo, widthOf, wrap } from './width.ts';

const gap = 2;
const narrowest = 8;
const widestWord = 24;
const mostLines = 6;

const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);

/** The widest column gives way first, as long as it is above its floor. Null when that is not enough. */
function narrowed(
  natural: readonly number[],
  floors: readonly number[],
  room: number,
): readonly number[] | null {
  const widths = [...natural];
  for (let total = sum(widths); total > room; total--) {
    const widest = Math.max(...widths.filter((w, i) => w > (floors[i] ?? 0)));
    if (!Number.isFinite(widest)) return null;
    const i = widths.findIndex((w, at) => w === widest && w > (floors[at] ?? 0));
    widths[i] = widest - 1;
  }
  return widths;
}

/** Widths that fit: words stay whole where they can, and no column gets below a few letters. */
function fitted(columnsOf: readonly (readonly string[])[], columns: number): readonly number[] | null {
  const natural = columnsOf.map((cells) => Math.max(...cells.map(widthOf)));
  const words = columnsOf.map((cells) => Math.max(...cells.flatMap((c) => c.split(' ').map(widthOf))));
  const room = columns - gap * (natural.length - 1);
  return (
    narrowed(
      natural,
      words.map((w) => Math.min(w, widestWord)),
      room,
    ) ??
    narrowed(
      natural,
      natural.map((w) => Math.min(w, narrowest)),
      room,
    )
  );
}

/** A cell on as many lines as it needs; only a very long one is cut, so that an id can be read and typed. */
function linesOf(cell: string, columns: number): readonly string[] {
  const lines = wrap(cell, columns);
  if (lines.length <= mostLines) return lines;
  const last = lines.slice(mostLines - 1);
  // A sentence ends early; of a name both ends are told.
  const cut = cell.includes(' ') ? endedAt(last[0] ?? '', columns) : cutTo(last.join(' '), columns);
  return [...lines.slice(0, mostLines - 1), cut];
}

/** Rows under their heads, aligned; one line per cell where the terminal is too narrow for columns. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number,
  strong: (text: string) => string,
): readonly string[] {
  const cells = rows.map((row) => row.map((cell) => cell.replace(/\s+/gu, ' ')));
  const widths = fitted(
    heads.map((head, i) => [head, ...cells.map((row) => row[i] ?? '')]),
    columns,
  );
  if (widths === null)
    return cells.flatMap((row, r) => [
      ...(r === 0 ? [] : ['']),
      ...row.flatMap((cell, i) => wrap(`${heads[i] ?? ''}: ${cell}`, columns)),
    ]);
  const line = (row: readonly string[]) =>
    widths
      .map((w, i) => padTo(isolated(cutTo(row[i] ?? '', w)), w))
      .join(' '.repeat(gap))
      .trimEnd();
  const wrapped = (row: readonly string[]) => {
    const parts = widths.map((w, i) => linesOf(row[i] ?? '', w));
    const height = Math.max(1, ...parts.map((p) => p.length));
    return Array.from({ length: height }, (_, n) => line(parts.map((p) => p[n] ?? '')));
  };
  const rule = widths.map((w) => '─'.repeat(w)).join(' '.repeat(gap));
  return [...wrapped(heads).map(strong), strong(rule), ...cells.flatMap(wrapped)];
}
