import type { Clock } from './clock.ts';
import type { Faults } from './faults.ts';
import type { Json } from './json.ts';
import type { Call, Message, UserRecord, Violation } from './model.ts';
import type { Settings } from './options.ts';
import type { ResponseUrls } from './response-url.ts';
import type { Store } from './store.ts';
import type { Triggers } from './triggers.ts';

/** What every part of the server shares. */
export interface Slack {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly store: Store;
  readonly bot: UserRecord;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly faults: Faults;
  readonly mayPost: (channel: string) => boolean;
  readonly calls: Call[];
  readonly violations: Violation[];
  violate(kind: Violation['kind'], method: string, detail: string): void;
  /** The server's own address, known once it listens. */
  origin(): string;
  /** A single-use address for one socket. */
  socketUrl(): string;
}

/** A Web API method: arguments in, answer out; refusals are answers too. */
export type Method = (slack: Slack, args: Json) => Json;

export function refuse(error: string, more: Json = {}): Json {
  return { ok: false, error, ...more };
}

export function refuseWith(error: string, messages: readonly string[]): Json {
  return refuse(error, { response_metadata: { messages } });
}

/** A message as Slack's answers and payloads show it. */
export function messageJson(slack: Slack, message: Message, withMetadata = false): Json {
  const { store, settings } = slack;
  const replies = store.messages.filter(
    (each) =>
      each.channel === message.channel &&
      each.threadTs === message.ts &&
      !each.deletedAt &&
      !each.ephemeralTo,
  );
  const isBot = store.users.get(message.user)?.isBot === true;
  return {
    type: 'message',
    user: message.user,
    ...(isBot ? { bot_id: 'B000000001', app_id: settings.appId } : {}),
    team: settings.team.id,
    ts: message.ts,
    text: message.text,
    ...(message.blocks.length ? { blocks: structuredClone(message.blocks) } : {}),
    ...(message.attachments.length ? { attachments: structuredClone(message.attachments) } : {}),
    ...(message.files.length ? { files: structuredClone(message.files) } : {}),
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    ...(message.broadcast ? { subtype: 'thread_broadcast' } : {}),
    ...(message.editedAt
      ? { edited: { user: message.user, ts: `${Math.floor(message.editedAt / 1000)}.000000` } }
      : {}),
    ...(replies.length
      ? { thread_ts: message.ts, reply_count: replies.length, latest_reply: replies.at(-1)?.ts }
      : {}),
    ...(withMetadata && message.metadata ? { metadata: structuredClone(message.metadata) } : {}),
  };
}
