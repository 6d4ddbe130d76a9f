/** One cell of a table: no pipe, no line break and no angle bracket may end or open anything. */
export const cell = (text: string): string =>
  text
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('<', '&lt;')
    .trim() || '–';

/** Inside backticks only the pipe needs care. */
export const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

export type Row = readonly string[];

/** Cells are written as they are: pass text through `cell`, and literals through `code`. */
export function table(headings: Row, rows: readonly Row[]): string {
  for (const row of rows)
    if (row.length !== headings.length) throw new Error(`a row has ${row.length} cells: ${row.join(' | ')}`);
  const line = (cells: Row) => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

export const page = (title: string, ...parts: readonly string[]): string =>
  `# ${title}\n\n<!-- Written by \`npm run docs\` from the code: change the code, not this page. -->\n\n${parts.join('\n\n')}\n`;

/** As a heading's link is made of it. */
export const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s/g, '-');

export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
