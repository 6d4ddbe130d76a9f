import type { Json } from './json.ts';
import { refuse } from './slack.ts';

/** Cuts one page out of a list; the cursor is opaque to the app, as Slack's is. */
export function page<T>(
  items: readonly T[],
  args: Json,
  usual: number,
  most: number,
): { ok: true; items: readonly T[]; more: boolean; next: string } | { ok: false; refusal: Json } {
  const limit = Math.min(Number(args['limit'] ?? usual) || usual, most);
  let start = 0;
  if (args['cursor']) {
    const found = /^at:(\d+)$/.exec(Buffer.from(String(args['cursor']), 'base64').toString());
    if (!found) return { ok: false, refusal: refuse('invalid_cursor') };
    start = Number(found[1]);
  }
  const end = start + limit;
  const more = end < items.length;
  const next = more ? Buffer.from(`at:${end}`).toString('base64') : '';
  return { ok: true, items: items.slice(start, end), more, next };
}
