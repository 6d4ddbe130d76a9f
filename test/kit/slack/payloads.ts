import { viewJson } from './api-views.ts';
import { copy, type Json } from './json.ts';
import type { Channel, Message, UserRecord, View } from './model.ts';
import { messageJson, type Slack } from './slack.ts';

function common(slack: Slack, user: UserRecord): Json {
  return {
    token: 'legacy-token-proves-nothing',
    api_app_id: slack.settings.appId,
    team: { id: slack.settings.team.id, domain: slack.settings.team.domain },
    user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
    enterprise: null,
    is_enterprise_install: false,
  };
}

const channelName = (channel: Channel) => (channel.kind === 'private' ? 'privategroup' : channel.name);

export function slashPayload(
  slack: Slack,
  user: UserRecord,
  channel: Channel,
  command: string,
  text: string,
  triggerId: string,
  responseUrl: string,
): Json {
  return {
    token: 'legacy-token-proves-nothing',
    team_id: user.teamId,
    team_domain: user.isStranger ? 'elsewhere' : slack.settings.team.domain,
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: user.id,
    user_name: user.name,
    command,
    text,
    api_app_id: slack.settings.appId,
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: triggerId,
  };
}

export function messageActionsPayload(
  slack: Slack,
  user: UserRecord,
  channel: Channel,
  message: Message,
  rest: { actions: Json[]; state: Json; triggerId: string; responseUrl: string },
): Json {
  const ephemeral = message.ephemeralTo !== undefined;
  return {
    type: 'block_actions',
    ...common(slack, user),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral,
      ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    },
    trigger_id: rest.triggerId,
    channel: { id: channel.id, name: channelName(channel) },
    // Slack does not send an ephemeral message back: its card must carry what it needs in the button.
    ...(ephemeral ? {} : { message: messageJson(slack, message) }),
    state: { values: rest.state },
    response_url: rest.responseUrl,
    actions: rest.actions,
  };
}

export function viewActionsPayload(
  slack: Slack,
  user: UserRecord,
  view: View,
  rest: { actions: Json[]; triggerId: string },
): Json {
  return {
    type: 'block_actions',
    ...common(slack, user),
    container: { type: 'view', view_id: view.id },
    trigger_id: rest.triggerId,
    view: viewJson(slack, view),
    actions: rest.actions,
  };
}

export function submissionPayload(slack: Slack, user: UserRecord, view: View, triggerId: string): Json {
  return {
    type: 'view_submission',
    ...common(slack, user),
    trigger_id: triggerId,
    view: viewJson(slack, view),
    response_urls: [],
  };
}

export function closedPayload(slack: Slack, user: UserRecord, view: View, cleared: boolean): Json {
  return { type: 'view_closed', ...common(slack, user), view: viewJson(slack, view), is_cleared: cleared };
}

export function suggestionPayload(
  slack: Slack,
  user: UserRecord,
  where: { view: View } | { message: Message; channel: Channel },
  ids: { blockId: string; actionId: string },
  value: string,
): Json {
  const place =
    'view' in where
      ? { container: { type: 'view', view_id: where.view.id }, view: viewJson(slack, where.view) }
      : {
          container: { type: 'message', message_ts: where.message.ts, channel_id: where.channel.id },
          channel: { id: where.channel.id, name: channelName(where.channel) },
          message: messageJson(slack, where.message),
        };
  return {
    type: 'block_suggestion',
    ...common(slack, user),
    ...place,
    block_id: ids.blockId,
    action_id: ids.actionId,
    value,
  };
}

export function shortcutPayload(slack: Slack, user: UserRecord, callbackId: string, triggerId: string): Json {
  return {
    type: 'shortcut',
    ...common(slack, user),
    callback_id: callbackId,
    trigger_id: triggerId,
    action_ts: slack.store.ts(),
  };
}

export function messageShortcutPayload(
  slack: Slack,
  user: UserRecord,
  channel: Channel,
  message: Message,
  callbackId: string,
  triggerId: string,
  responseUrl: string,
): Json {
  return {
    type: 'message_action',
    ...common(slack, user),
    callback_id: callbackId,
    trigger_id: triggerId,
    response_url: responseUrl,
    message_ts: message.ts,
    channel: { id: channel.id, name: channelName(channel) },
    message: messageJson(slack, message),
    action_ts: slack.store.ts(),
  };
}

export function eventPayload(slack: Slack, event: Json, fromTeam: string): Json {
  const { settings, store } = slack;
  return {
    token: 'legacy-token-proves-nothing',
    team_id: settings.team.id,
    context_team_id: settings.team.id,
    context_enterprise_id: null,
    api_app_id: settings.appId,
    event: copy(event),
    type: 'event_callback',
    event_id: store.id('Ev'),
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: settings.team.id,
        user_id: slack.bot.id,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: fromTeam !== settings.team.id,
    event_context: `4-${store.id('E')}`,
  };
}
