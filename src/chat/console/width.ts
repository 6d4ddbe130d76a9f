import { withoutControls } from '../clean.ts';

const none = /^(?:\p{M}|\u200d|[\ufe00-\ufe0f]|[\u2066-\u2069])$/u;
const wide =
  /^[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]$/u;

/** Columns that a text takes in a terminal: an emoji two, a combining accent none. */
export function widthOf(text: string): number {
  let columns = 0;
  for (const c of text) columns += none.test(c) ? 0 : wide.test(c) ? 2 : 1;
  return columns;
}

/** At most `columns` wide; what is cut out of the middle is marked, because both ends tell names apart. */
export function cutTo(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  if (columns < 2) return '…'.slice(0, columns);
  const letters = Array.from(text);
  const tailColumns = Math.floor((columns - 1) / 3);
  let tail = '';
  for (let i = letters.length - 1; widthOf((letters[i] ?? '') + tail) <= tailColumns && i >= 0; i--)
    tail = (letters[i] ?? '') + tail;
  let head = '';
  for (const c of letters) {
    if (widthOf(head) + widthOf(c) > columns - 1 - widthOf(tail)) break;
    head += c;
  }
  return `${head}…${tail}`;
}

/** The beginning of a sentence that goes on, at most `columns` wide with its mark. */
export function endedAt(text: string, columns: number): string {
  const letters = Array.from(text);
  while (letters.length > 0 && widthOf(letters.join('')) > columns - 1) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

export const padTo = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - widthOf(text)));

/** Lines of at most `columns`; a word that is longer than a line is broken. */
export function wrap(text: string, columns: number): readonly string[] {
  const out: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (let word of paragraph.split(' ')) {
      if (line !== '' && widthOf(line) + 1 + widthOf(word) > columns) {
        out.push(line);
        line = '';
      }
      while (widthOf(word) > columns) {
        let part = '';
        for (const c of word) {
          if (widthOf(part) + widthOf(c) > columns) break;
          part += c;
        }
        // Names break where they are joined, if that does not waste half a line.
        const joint = part.search(/[-/:._][^-/:._]*$/u) + 1;
        if (joint > part.length / 2) part = part.slice(0, joint);
        // One letter at least, so that a terminal of one column does not stand still.
        part = part || (Array.from(word)[0] ?? '');
        out.push(part);
        word = word.slice(part.length);
      }
      line = line === '' ? word : `${line} ${word}`;
    }
    out.push(line);
  }
  return out;
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Data as a terminal may draw it: nothing moves the cursor. */
export const drawable = (text: string): string => withoutControls(text).replace(/\t/g, '  ');

/** A right-to-left name turns only itself around, not the columns beside it. */
export const isolated = (text: string): string => (rightToLeft.test(text) ? `\u2068${text}\u2069` : text);
