import type { Message } from '../../domain/message.ts';
import {
  callOf,
  cardOf,
  type Envelope,
  type Json,
  type Mention,
  messageBytes,
  type Rendered,
  rendered,
} from './card.ts';
import { dataOf } from './card-data.ts';
import { limits } from './limits.ts';
import { actionSet, fitsRow, namer, pressing } from './render-buttons.ts';
import { fill, type Pen, partsOf, size, split } from './render-fill.ts';
import { paragraph } from './render-parts.ts';
import { type Caller, calls, text } from './render-text.ts';
import { cut, defused, oneLine } from './text.ts';

export interface RenderOptions {
  /** Whom to call when a text names them. Only for a notice that is public and new. */
  readonly mention?: Caller;
  /** The command that the message answers: said to who wants what did not fit. */
  readonly of?: string;
  /** Adds the Share button, which carries this. */
  readonly share?: string;
  /** The command that makes the card anew when one of these people sees it. */
  readonly refresh?: { readonly says: string; readonly userIds?: readonly string[] };
  /** False where a tenant's clients refused them: the numbers are written out instead. */
  readonly charts?: boolean;
  /** Over the whole message. */
  readonly bytes?: number;
}

/** The notification and what readers hear first: the message's sentence, and what charts and tables say. */
function sentence({ text: said, blocks }: Message): string {
  const summaries = blocks.flatMap((block) =>
    (block.kind === 'table' || block.kind === 'trend') && block.summary && !said.includes(block.summary)
      ? [block.summary]
      : [],
  );
  return oneLine([said, ...summaries].join(' ')) || 'A message without words.';
}

const refreshOf = ({ says, userIds }: NonNullable<RenderOptions['refresh']>): Json => ({
  action: { type: 'Action.Execute', verb: 'refresh', data: dataOf('refresh', says) },
  ...(userIds ? { userIds: userIds.slice(0, limits.refreshUsers) } : {}),
});

/** Beside the last buttons, where there are any and one more has room. */
function withShare(body: readonly Json[], id: string): Json[] {
  const share = pressing('share', id, 'Share');
  const at = body.findLastIndex((each) => each['type'] === 'ActionSet');
  const last = body[at];
  if (!last || !fitsRow(last['actions'], share)) return [...body, actionSet([share])];
  return body.with(at, { ...last, actions: [...last['actions'], share] });
}

/** Pure, and always within the budget, whatever the message holds. */
export function render(message: Message, options: RenderOptions = {}): Rendered {
  const said = sentence(message);
  const line = defused(cut(said, limits.text));
  const called = new Map<string, Mention>();
  const pen: Pen = { name: namer(), call: calls(options.mention, called), of: options.of };
  const parts = partsOf(message.blocks, options.charts !== false);
  // Before the room is measured: who is called takes room as well.
  for (const { block } of parts) if (block.kind === 'text') text(block, Number.POSITIVE_INFINITY, pen.call);
  const envelope: Envelope = {
    fallbackText: defused(cut(said, limits.fallbackText)),
    mentions: [...called.values()],
    ...(options.refresh ? { refresh: refreshOf(options.refresh) } : {}),
  };
  const share = (body: readonly Json[]) => (options.share ? withShare(body, options.share) : [...body]);
  const empty = rendered(line, cardOf(share([]), envelope));
  const room = (options.bytes ?? limits.portableBytes) - messageBytes(empty) - 100;
  const { body, tail } = split(parts);
  const ending = fill(tail, body.length > 0 ? room / 3 : room, pen);
  const drawn = [...fill(body, room - size(ending), pen), ...ending];
  const shown = drawn.length > 0 ? drawn : paragraph(said, undefined, room);
  // Teams refuses an entity whose call did not fit into the text.
  const written = JSON.stringify(shown);
  const mentions = [...called.values()].filter((mention) => written.includes(callOf(mention)));
  return rendered(line, cardOf(share(shown), { ...envelope, mentions }), mentions);
}
