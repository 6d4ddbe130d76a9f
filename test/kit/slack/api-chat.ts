import { checkContent } from './message-check.ts';
import type { Channel } from './model.ts';
import { type Method, messageJson, refuse, type Slack } from './slack.ts';

/** A channel id, a #name, or a person's id, which stands for the DM with them. */
export function destination(slack: Slack, wanted: unknown): Channel | undefined {
  if (typeof wanted === 'string' && slack.store.users.has(wanted)) return slack.store.dm(wanted);
  const channel = slack.store.channel(wanted);
  // A private channel the bot was not invited to does not exist for it.
  return channel?.kind === 'private' && !channel.members.has(slack.bot.id) ? undefined : channel;
}

/** Why the bot may not speak there, in Slack's words. */
function barred(slack: Slack, channel: Channel | undefined): string | undefined {
  if (!channel) return 'channel_not_found';
  if (channel.isArchived) return 'is_archived';
  return channel.members.has(slack.bot.id) ? undefined : 'not_in_channel';
}

const postMessage: Method = (slack, args) => {
  const channel = destination(slack, args['channel']);
  const why = barred(slack, channel);
  if (!channel || why) return refuse(why ?? 'channel_not_found');
  const threadTs = args['thread_ts'];
  if (threadTs !== undefined && !slack.store.message(channel.id, threadTs)) return refuse('thread_not_found');
  const checked = checkContent(slack, 'chat.postMessage', args);
  if (!checked.ok) return checked.refusal;
  const message = slack.store.post({
    ...checked.content,
    channel: channel.id,
    user: slack.bot.id,
    via: 'api',
    files: [],
    broadcast: args['reply_broadcast'] === true,
    ...(threadTs !== undefined ? { threadTs } : {}),
  });
  return { ok: true, channel: channel.id, ts: message.ts, message: messageJson(slack, message, true) };
};

const update: Method = (slack, args) => {
  const channel = destination(slack, args['channel']);
  if (!channel) return refuse('channel_not_found');
  const message = slack.store.message(channel.id, args['ts']);
  // Slack keeps no ephemeral message to update.
  if (!message || message.ephemeralTo) return refuse('message_not_found');
  if (message.user !== slack.bot.id) return refuse('cant_update_message');
  if (Date.now() - message.postedAt > slack.settings.editWindowMs || slack.settings.editWindowMs === 0)
    return refuse('edit_window_closed');
  const checked = checkContent(slack, 'chat.update', args);
  if (!checked.ok) return checked.refusal;
  const { text, blocks, attachments, metadata } = checked.content;
  // Text alone drops the blocks; metadata alone is kept until it is sent empty.
  slack.store.edit(message, {
    text,
    blocks,
    attachments,
    ...(metadata === undefined ? {} : { metadata: Object.keys(metadata).length ? metadata : undefined }),
  });
  return { ok: true, channel: channel.id, ts: message.ts, text, message: messageJson(slack, message, true) };
};

const postEphemeral: Method = (slack, args) => {
  const channel = destination(slack, args['channel']);
  const why = barred(slack, channel);
  if (!channel || why) return refuse(why ?? 'channel_not_found');
  if (!channel.members.has(String(args['user']))) return refuse('user_not_in_channel');
  const checked = checkContent(slack, 'chat.postEphemeral', args);
  if (!checked.ok) return checked.refusal;
  const message = slack.store.post({
    ...checked.content,
    channel: channel.id,
    user: slack.bot.id,
    via: 'api',
    files: [],
    broadcast: false,
    ephemeralTo: String(args['user']),
    ...(args['thread_ts'] ? { threadTs: String(args['thread_ts']) } : {}),
  });
  return { ok: true, message_ts: message.ts };
};

const remove: Method = (slack, args) => {
  const channel = destination(slack, args['channel']);
  if (!channel) return refuse('channel_not_found');
  const message = slack.store.message(channel.id, args['ts']);
  if (!message || message.ephemeralTo) return refuse('message_not_found');
  if (message.user !== slack.bot.id) return refuse('cant_delete_message');
  message.deletedAt = Date.now();
  return { ok: true, channel: channel.id, ts: message.ts };
};

const getPermalink: Method = (slack, args) => {
  const channel = destination(slack, args['channel']);
  if (!channel) return refuse('channel_not_found');
  const message = slack.store.message(channel.id, args['message_ts']);
  if (!message || message.ephemeralTo) return refuse('message_not_found');
  const path = `archives/${channel.id}/p${message.ts.replace('.', '')}`;
  const thread = message.threadTs ? `?thread_ts=${message.threadTs}&cid=${channel.id}` : '';
  return {
    ok: true,
    channel: channel.id,
    permalink: `https://${slack.settings.team.domain}.slack.com/${path}${thread}`,
  };
};

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': postMessage,
  'chat.update': update,
  'chat.postEphemeral': postEphemeral,
  'chat.delete': remove,
  'chat.getPermalink': getPermalink,
};
