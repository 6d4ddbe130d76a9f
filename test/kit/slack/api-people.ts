import type { Json } from './json.ts';
import type { UserRecord } from './model.ts';
import { page } from './paging.ts';
import { type Method, refuse, type Slack } from './slack.ts';

export function userJson(slack: Slack, user: UserRecord): Json {
  const mayReadEmail = slack.settings.scopes.includes('users:read.email');
  return {
    id: user.id,
    team_id: user.teamId,
    name: user.name,
    real_name: user.realName,
    deleted: user.deleted,
    tz: user.tz,
    tz_label: user.tz,
    tz_offset: 0,
    is_admin: user.isAdmin,
    is_owner: user.isOwner,
    is_primary_owner: false,
    is_restricted: user.isRestricted,
    is_ultra_restricted: user.isUltraRestricted,
    is_bot: user.isBot,
    is_app_user: false,
    ...(user.isStranger ? { is_stranger: true } : {}),
    profile: {
      real_name: user.realName,
      display_name: user.name,
      team: user.teamId,
      ...(mayReadEmail && !user.isBot ? { email: user.email } : {}),
    },
  };
}

export const peopleMethods: Record<string, Method> = {
  'auth.test': (slack) => ({
    ok: true,
    url: `https://${slack.settings.team.domain}.slack.com/`,
    team: slack.settings.team.name,
    user: slack.bot.name,
    team_id: slack.settings.team.id,
    user_id: slack.bot.id,
    bot_id: 'B000000001',
    is_enterprise_install: false,
  }),
  'team.info': (slack) => ({
    ok: true,
    team: { ...slack.settings.team, email_domain: 'example.com', icon: { image_default: true } },
  }),
  'users.info': (slack, args) => {
    const user = slack.store.users.get(String(args['user']));
    return user ? { ok: true, user: userJson(slack, user) } : refuse('user_not_found');
  },
  'users.list': (slack, args) => {
    const own = [...slack.store.users.values()].filter((user) => !user.isStranger);
    const paged = page(own, args, 1000, 1000);
    if (!paged.ok) return paged.refusal;
    return {
      ok: true,
      members: paged.items.map((user) => userJson(slack, user)),
      response_metadata: { next_cursor: paged.next },
    };
  },
  'usergroups.list': (slack, args) => ({
    ok: true,
    usergroups: [...slack.store.groups.values()]
      .filter((group) => !group.disabled || args['include_disabled'] === true)
      .map((group) => ({
        id: group.id,
        team_id: slack.settings.team.id,
        is_usergroup: true,
        name: group.name,
        handle: group.handle,
        date_delete: group.disabled ? 1 : 0,
        user_count: group.users.size,
        ...(args['include_users'] === true ? { users: [...group.users] } : {}),
      })),
  }),
  'usergroups.users.list': (slack, args) => {
    const group = slack.store.groups.get(String(args['usergroup']));
    if (!group || (group.disabled && args['include_disabled'] !== true)) return refuse('no_such_subteam');
    return { ok: true, users: [...group.users] };
  },
  'apps.connections.open': (slack) => ({ ok: true, url: slack.socketUrl() }),
};
