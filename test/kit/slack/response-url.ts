import { randomBytes } from 'node:crypto';
import type { Json } from './json.ts';
import { checkContent } from './message-check.ts';
import type { Message } from './model.ts';
import type { Slack } from './slack.ts';

const LIFE_MS = 30 * 60_000;
const USES = 5;

export interface ResponseUrl {
  readonly url: string;
  readonly userId: string;
  readonly channel: string;
  readonly threadTs?: string | undefined;
  readonly issuedAt: number;
  uses: number;
  /** The message `replace_original` and `delete_original` speak of. */
  original: Message | undefined;
  /** What came through it, and through the acknowledgement, in order. */
  readonly messages: Message[];
}

export interface ResponseUrls {
  issue(
    url: Omit<ResponseUrl, 'url' | 'uses' | 'messages' | 'issuedAt'>,
    kind: 'commands' | 'actions',
  ): ResponseUrl;
  find(path: string): ResponseUrl | undefined;
}

export function createResponseUrls(origin: () => string, now: () => number): ResponseUrls {
  const issued = new Map<string, ResponseUrl>();
  return {
    issue: (wanted, kind) => {
      const path = `/${kind}/T/${issued.size + 1}/${randomBytes(12).toString('hex')}`;
      const made: ResponseUrl = {
        ...wanted,
        url: `${origin()}${path}`,
        issuedAt: now(),
        uses: 0,
        messages: [],
      };
      issued.set(path, made);
      return made;
    },
    find: (path) => issued.get(path),
  };
}

/** One POST to a response_url, answered as Slack answers it. */
export function respond(
  slack: Slack,
  target: ResponseUrl | undefined,
  body: Json,
): { status: number; body: Json } {
  const no = (status: number, error: string, more: Json = {}) => {
    slack.violate('response-url-refused', 'response_url', error);
    return { status, body: { ok: false, error, ...more } };
  };
  if (!target) return no(404, 'no_service');
  if (slack.clock.now() - target.issuedAt > LIFE_MS) return no(404, 'expired_url');
  if (target.uses >= USES) return no(404, 'used_url');
  target.uses += 1;
  const refused = place(slack, target, body, 'response_url');
  return refused ? no(400, String(refused['error']), refused) : { status: 200, body: { ok: true } };
}

/** Puts a response (from a response_url or an acknowledgement) where it asked to be; answers a refusal, if any. */
export function place(
  slack: Slack,
  target: ResponseUrl,
  body: Json,
  via: 'response_url' | 'ack',
): Json | undefined {
  const { store } = slack;
  if (body['delete_original'] === true || body['delete_original'] === 'true') {
    if (!target.original) return { error: 'message_not_found' };
    target.original.deletedAt = Date.now();
    return undefined;
  }
  const checked = checkContent(slack, via, body);
  if (!checked.ok) return checked.refusal;
  const { text, blocks, attachments, metadata } = checked.content;
  const original = target.original;
  if (
    (body['replace_original'] === true || body['replace_original'] === 'true') &&
    original &&
    !original.deletedAt
  ) {
    store.edit(original, { text, blocks, attachments });
    target.messages.push(original);
    return undefined;
  }
  const ephemeral = body['response_type'] !== 'in_channel';
  const threadTs = body['thread_ts'] ?? target.threadTs;
  const message = store.post({
    channel: target.channel,
    user: slack.bot.id,
    via,
    text,
    blocks,
    attachments,
    metadata,
    files: [],
    broadcast: false,
    ...(threadTs ? { threadTs } : {}),
    ...(ephemeral ? { ephemeralTo: target.userId } : {}),
  });
  target.original ??= message;
  target.messages.push(message);
  return undefined;
}
