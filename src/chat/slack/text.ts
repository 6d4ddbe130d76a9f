/**
 * Data as it may be shown: no control characters, no half characters, and no marks that turn the reading direction of
 * what follows. Those are shown as a replacement character, so that a name which carried one looks as odd as it is.
 */
export function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
    .replace(/(?![\n\t])\p{Cc}/gu, '');
}

/** Slack reads these three everywhere but in plain_text and rich_text: escaped, no text can mention, link or call. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Pieces are never cut in two, so that no entity and no surrogate pair is. */
function fitted(pieces: Iterable<string>, max: number): string {
  let out = '';
  let safe = '';
  for (const piece of pieces) {
    if (out.length + piece.length > max) return `${safe.trimEnd()}…`;
    out += piece;
    if (out.length < max) safe = out;
  }
  return out;
}

/** At most `max` long; what is cut ends with "…". */
export const cut = (text: string, max: number): string => (text.length <= max ? text : fitted(text, max));

/** Escaped and at most `max` long. */
export const cutEscaped = (text: string, max: number): string =>
  fitted(Iterator.from(text).map(escaped), max);

/** For text that is escaped already. */
export const cutMarked = (text: string, max: number): string =>
  text.length <= max ? text : fitted(text.match(/&[a-z]+;|<[^>]*>|./gsu) ?? [], max);

/** For readers: the middle goes, because labels differ at their ends. */
export function cutMiddle(text: string, max: number): string {
  if (text.length <= max) return text;
  const half = Math.floor((max - 1) / 2);
  const characters = [...text];
  let tail = '';
  for (let i = characters.length - 1; i >= 0 && tail.length + (characters[i]?.length ?? 0) <= half; i--)
    tail = `${characters[i]}${tail}`;
  return cut(text, max - tail.length) + tail;
}

/** `1 row`, `2 rows`. */
export const count = (n: number, one: string): string =>
  `${n.toLocaleString('en-US')} ${one}${n === 1 ? '' : 's'}`;
