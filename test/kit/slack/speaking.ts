import type { Json } from './json.ts';
import type { Channel, Delivery, Message, UserRecord } from './model.ts';
import type { EventKind } from './options.ts';
import type { Slack } from './slack.ts';

export type SendEvent = (kind: EventKind, body: Json) => Promise<Delivery | undefined>;

/** Posts what a person says and sends the app the events it subscribed to. */
export async function speak(
  slack: Slack,
  event: SendEvent,
  record: UserRecord,
  channel: Channel,
  text: string,
  thread: Message | undefined,
): Promise<{ message: Message; deliveries: Delivery[] }> {
  const { store } = slack;
  const threadTs = thread ? (thread.threadTs ?? thread.ts) : undefined;
  const message = store.post({
    channel: channel.id,
    user: record.id,
    via: 'person',
    text: escaped(text),
    blocks: [],
    attachments: [],
    files: [],
    broadcast: false,
    ...(threadTs ? { threadTs } : {}),
  });
  if (!channel.members.has(slack.bot.id)) return { message, deliveries: [] };
  const said = {
    user: record.id,
    team: record.teamId,
    text: message.text,
    ts: message.ts,
    ...(threadTs ? { thread_ts: threadTs } : {}),
    channel: channel.id,
    event_ts: message.ts,
    client_msg_id: store.id('c'),
  };
  const type = { public: 'channel', private: 'group', im: 'im' }[channel.kind];
  const kind = ({ public: 'message.channels', private: 'message.groups', im: 'message.im' } as const)[
    channel.kind
  ];
  const sent = [event(kind, { type: 'message', ...said, channel_type: type })];
  if (channel.kind !== 'im' && message.text.includes(`<@${slack.bot.id}>`))
    sent.push(event('app_mention', { type: 'app_mention', ...said }));
  const delivered = await Promise.all(sent);
  return { message, deliveries: delivered.filter((each) => each !== undefined) };
}

/** Keeps mentions and links, escapes the rest, as Slack's own composer does. */
function escaped(text: string): string {
  return text
    .split(/(<[@#!][^>]+>|<https?:[^>]+>)/)
    .map((part, index) =>
      index % 2 ? part : part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    )
    .join('');
}
