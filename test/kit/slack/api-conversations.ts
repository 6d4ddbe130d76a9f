import { destination } from './api-chat.ts';
import type { Json } from './json.ts';
import type { Channel, Message } from './model.ts';
import { page } from './paging.ts';
import { type Method, messageJson, refuse, type Slack } from './slack.ts';

function channelJson(slack: Slack, channel: Channel): Json {
  const is = (kind: Channel['kind']) => channel.kind === kind;
  return {
    id: channel.id,
    ...(is('im') ? { user: channel.userId } : { name: channel.name, name_normalized: channel.name }),
    is_channel: is('public'),
    is_group: is('private'),
    is_im: is('im'),
    is_mpim: false,
    is_private: !is('public'),
    is_archived: channel.isArchived,
    is_shared: channel.isShared,
    is_ext_shared: channel.isShared,
    is_org_shared: false,
    is_member: channel.members.has(slack.bot.id),
    context_team_id: slack.settings.team.id,
    num_members: channel.members.size,
  };
}

function within(message: Message, args: Json): boolean {
  const inclusive = args['inclusive'] === true;
  const ts = Number(message.ts);
  const { oldest, latest } = args;
  if (oldest !== undefined && (inclusive ? ts < Number(oldest) : ts <= Number(oldest))) return false;
  return latest === undefined || (inclusive ? ts <= Number(latest) : ts < Number(latest));
}

function read(slack: Slack, args: Json, pick: (channel: Channel) => Message[] | 'thread_not_found'): Json {
  const channel = destination(slack, args['channel']);
  if (!channel) return refuse('channel_not_found');
  if (!channel.members.has(slack.bot.id)) return refuse('not_in_channel');
  const picked = pick(channel);
  if (picked === 'thread_not_found') return refuse(picked);
  const paged = page(
    picked.filter((message) => within(message, args)),
    args,
    100,
    999,
  );
  if (!paged.ok) return paged.refusal;
  return {
    ok: true,
    messages: paged.items.map((each) => messageJson(slack, each, args['include_all_metadata'] === true)),
    has_more: paged.more,
    ...(paged.more ? { response_metadata: { next_cursor: paged.next } } : {}),
  };
}

const seen = (channel: Channel) => (message: Message) =>
  message.channel === channel.id && !message.deletedAt && !message.ephemeralTo;

export const conversationMethods: Record<string, Method> = {
  'conversations.history': (slack, args) =>
    read(slack, args, (channel) =>
      slack.store.messages
        .filter(seen(channel))
        .filter((message) => message.threadTs === undefined || message.broadcast)
        .reverse(),
    ),
  'conversations.replies': (slack, args) =>
    read(slack, args, (channel) => {
      const all = slack.store.messages.filter(seen(channel));
      const asked = all.find((message) => message.ts === args['ts']);
      if (!asked) return 'thread_not_found';
      const root = asked.threadTs ?? asked.ts;
      return all.filter((message) => message.ts === root || message.threadTs === root);
    }),
  'conversations.info': (slack, args) => {
    const channel = destination(slack, args['channel']);
    return channel ? { ok: true, channel: channelJson(slack, channel) } : refuse('channel_not_found');
  },
  'conversations.members': (slack, args) => {
    const channel = destination(slack, args['channel']);
    if (!channel) return refuse('channel_not_found');
    const paged = page([...channel.members], args, 100, 1000);
    if (!paged.ok) return paged.refusal;
    return { ok: true, members: paged.items, response_metadata: { next_cursor: paged.next } };
  },
  'conversations.open': (slack, args) => {
    const ids = String(args['users'] ?? '')
      .split(',')
      .filter(Boolean);
    if (ids.length === 0) return refuse('users_list_not_supplied');
    if (ids.length > 1) return refuse('too_many_users');
    const user = slack.store.users.get(ids[0] as string);
    if (!user) return refuse('user_not_found');
    if (user.deleted) return refuse('user_disabled');
    if (user.isBot) return refuse('cannot_dm_bot');
    const channel = slack.store.dm(user.id);
    return {
      ok: true,
      channel: args['return_im'] === true ? channelJson(slack, channel) : { id: channel.id },
    };
  },
};
