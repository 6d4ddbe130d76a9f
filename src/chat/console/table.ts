import { cutTo, padTo, widthOf, wrap } from './width.ts';

const gap = 2;
const narrowest = 6;

/** Widths that fit: the widest column gives way first, and none below a few letters. */
function fitted(natural: readonly number[], columns: number): readonly number[] | null {
  const widths = [...natural];
  const room = columns - gap * (widths.length - 1);
  for (;;) {
    const total = widths.reduce((a, b) => a + b, 0);
    if (total <= room) return widths;
    const widest = Math.max(...widths);
    if (widest <= narrowest) return null;
    const i = widths.indexOf(widest);
    const second = Math.max(narrowest, ...widths.filter((w) => w < widest));
    widths[i] = Math.max(widest - (total - room), Math.min(second, widest - 1));
  }
}

/** Rows under their heads, aligned; one line per cell where the terminal is too narrow for columns. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number,
  strong: (text: string) => string,
): readonly string[] {
  const cells = rows.map((row) => row.map((cell) => cell.replace(/\s+/gu, ' ')));
  const natural = heads.map((head, i) =>
    Math.max(widthOf(head), ...cells.map((row) => widthOf(row[i] ?? ''))),
  );
  const widths = fitted(natural, columns);
  if (widths === null)
    return cells.flatMap((row, r) => [
      ...(r === 0 ? [] : ['']),
      ...row.flatMap((cell, i) => wrap(`${heads[i] ?? ''}: ${cell}`, columns)),
    ]);
  const line = (row: readonly string[]) =>
    widths
      .map((w, i) => padTo(cutTo(row[i] ?? '', w), w))
      .join(' '.repeat(gap))
      .trimEnd();
  return [
    strong(line(heads)),
    strong(widths.map((w) => '─'.repeat(w)).join(' '.repeat(gap))),
    ...cells.map(line),
  ];
}
