import type { Channel } from './model.ts';

const CONVERSATION = { public: 'channels', private: 'groups', im: 'im' } as const;

const FIXED: Record<string, string> = {
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.delete': 'chat:write',
  'conversations.open': 'im:write',
  'users.info': 'users:read',
  'users.list': 'users:read',
  'usergroups.list': 'usergroups:read',
  'usergroups.users.list': 'usergroups:read',
  'files.getUploadURLExternal': 'files:write',
  'files.completeUploadExternal': 'files:write',
  'team.info': 'team:read',
};

const BY_CHANNEL: Record<string, 'history' | 'read'> = {
  'conversations.history': 'history',
  'conversations.replies': 'history',
  'conversations.info': 'read',
  'conversations.members': 'read',
};

/** The scope a call needs; for conversations it depends on what kind of conversation is asked about. */
export function neededScope(method: string, channel: Channel | undefined): string | undefined {
  const verb = BY_CHANNEL[method];
  return verb ? `${CONVERSATION[channel?.kind ?? 'public']}:${verb}` : FIXED[method];
}
