import type { HttpTarget } from './http-mode.ts';

export type EventKind =
  | 'app_mention'
  | 'app_home_opened'
  | 'message.channels'
  | 'message.groups'
  | 'message.im';

export interface WorkspaceOptions {
  /** A fixed port lets a bot process be killed and started again against the same workspace. */
  port?: number;
  botToken?: string;
  appToken?: string;
  signingSecret?: string;
  team?: { id: string; name: string; domain: string };
  /** What the bot token was granted; a call that needs more is answered missing_scope. */
  scopes?: readonly string[] | 'all';
  /** The subscribed events; everything else people do stays unseen by the app. */
  events?: readonly EventKind[];
  /** Deliver by signed HTTP instead of Socket Mode. */
  http?: HttpTarget;
  /** Slack's waiting times run this many times faster. */
  clockScale?: number;
  /** What Socket Mode sends again when nobody acknowledged it. */
  redeliver?: 'all' | 'events' | 'none';
  retryDelaysMs?: readonly number[];
  /** More than `burst` posts a second in one channel are answered 429. */
  rate?: { burst: number } | 'strict' | 'off';
  editWindowMs?: number;
  maxSockets?: number;
  pingEveryMs?: number;
}

export interface Settings {
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly scopes: readonly string[];
  readonly events: readonly EventKind[];
  readonly redeliver: 'all' | 'events' | 'none';
  readonly retryDelaysMs: readonly number[];
  readonly burst: number;
  readonly maxSockets: number;
  readonly pingEveryMs: number;
  readonly appId: string;
  http: HttpTarget | undefined;
  editWindowMs: number;
}

export const ALL_SCOPES = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'team:read',
  'usergroups:read',
  'users:read',
  'users:read.email',
] as const;

export function settle(options: WorkspaceOptions): Settings {
  const { rate = 'off', scopes = 'all' } = options;
  return {
    botToken: options.botToken ?? 'xoxb-test-bot',
    appToken: options.appToken ?? 'xapp-test-app',
    signingSecret: options.signingSecret ?? 'test-signing-secret',
    team: options.team ?? { id: 'T000000001', name: 'Clinic', domain: 'clinic' },
    scopes: scopes === 'all' ? ALL_SCOPES : scopes,
    events: options.events ?? ['app_mention', 'app_home_opened', 'message.im'],
    redeliver: options.redeliver ?? 'all',
    retryDelaysMs: options.retryDelaysMs ?? [0, 60_000, 300_000],
    burst: rate === 'off' ? Number.POSITIVE_INFINITY : rate === 'strict' ? 4 : rate.burst,
    maxSockets: options.maxSockets ?? 10,
    pingEveryMs: options.pingEveryMs ?? 10_000,
    appId: 'A000000001',
    http: options.http,
    editWindowMs: options.editWindowMs ?? Number.POSITIVE_INFINITY,
  };
}
