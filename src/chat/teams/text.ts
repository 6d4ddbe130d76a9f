/**
 * Data as it may be shown: no control characters, no half characters, and no marks that turn the reading direction of
 * what follows. Those are shown as a replacement character, so that a name which carried one looks as odd as it is.
 */
export function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
    .replace(/(?![\n\t])\p{Cc}/gu, '');
}

/** Draws nothing; the parser leaves it out when somebody pastes what was shown. */
const joiner = '\u2060';

/**
 * Text that no client takes for a mention, a tag, an entity, a date function or a template, whatever stands next to it:
 * an unseen joiner parts the signs that would begin one. Escapes would be shown where a client reads plain text.
 */
export const defused = (text: string): string =>
  tidy(text)
    .replace(/<(?![\s=\d])/g, `<${joiner}`)
    .replace(/&(?=#?\w+;|$)/g, `&${joiner}`)
    .replace(/\{(?=\{|$)/g, `{${joiner}`)
    .replace(/\$(?=\{|$)/g, `$${joiner}`);

/** For texts in which Teams reads Markdown: card headings, fact sets, paragraphs that mention somebody. */
export const markdown = (text: string): string =>
  defused(text)
    .replace(/[\\`*~[\]]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/^(\s*)([-+>=#])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
    .replace(/\n+/g, '\n\n');

/** At most `max` long; what is cut ends with "…", and no surrogate pair is cut in two. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < 1) return '';
  const kept = text.slice(0, max - 1);
  return `${kept.isWellFormed() ? kept.trimEnd() : kept.slice(0, -1).trimEnd()}…`;
}

export const oneLine = (text: string): string => tidy(text).replace(/\s+/g, ' ').trim();

/** `1 row`, `2 rows`. */
export const count = (n: number, one: string): string =>
  `${n.toLocaleString('en-US')} ${one}${n === 1 ? '' : 's'}`;

/** The largest whole number up to `max` that still fits; 0 where none does. */
export function largest(max: number, fits: (n: number) => boolean): number {
  if (fits(max)) return max;
  let [low, high] = [0, max];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
