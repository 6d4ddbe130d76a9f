import { limits } from './limits.ts';
import { type Drawn, preformatted } from './table.ts';
import { count, cut, tidy } from './text.ts';
import type { Json } from './wire.ts';

/** Lines of code in as many blocks as they need and `room` allows; a line is only cut when it alone is too long. */
export function code(text: string, room: number, maxBlocks: number): Drawn {
  const lines = tidy(text).replace(/\n+$/, '').split('\n');
  const blocks: Json[] = [];
  let left = room;
  let at = 0;
  while (at < lines.length && blocks.length < maxBlocks && left > 0) {
    const max = Math.min(left, limits.sectionText);
    let chunk = cut(lines[at] ?? '', max);
    let next = at + 1;
    while (next < lines.length && chunk.length + 1 + (lines[next] ?? '').length <= max)
      chunk += `\n${lines[next++]}`;
    if (chunk.trim() !== '') blocks.push(preformatted(chunk));
    left -= chunk.length;
    at = next;
  }
  return { blocks, left: at < lines.length ? count(lines.length - at, 'line') : null };
}
