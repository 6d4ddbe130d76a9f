import { ConfigError } from '../../domain/errors.ts';
import type { Role } from '../../domain/people.ts';

export interface TeamsSettings {
  /** The bot's app id in Entra. Empty only in the local demo, where nobody proves who they are. */
  readonly appId: string;
  readonly password?: string;
  /** Whose people may speak to the bot. The first is the one in which the app is registered. */
  readonly tenants: readonly string[];
  readonly port: number;
  readonly host: string;
  readonly path?: string;
  /** By Entra object id. */
  readonly roles: Readonly<Record<Role, readonly string[]>>;
  /** Who stands behind an account: object id or `teams:<tenant>:<object id>` → person. */
  readonly persons?: Readonly<Record<string, string>>;
  /** Hosts that requests may name as the ones to answer to: our credentials are sent there. */
  readonly serviceHosts?: readonly string[];
  /** Where to speak in conversations that were never heard from. */
  readonly serviceUrl?: string;
  /** Where the keys are told with which requests are signed. */
  readonly openIdUrl?: string;
  /** Where the bot's own tokens come from. */
  readonly loginUrl?: string;
  /** The local demo: anybody on this machine may speak as anybody. */
  readonly demo?: boolean;
}

/** Microsoft's hosts for Teams: worldwide and the government community cloud. */
export const usualServiceHosts = ['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com'] as const;
export const usualOpenIdUrl = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
export const usualLoginUrl = 'https://login.microsoftonline.com';
/** It leads to every region. */
export const usualServiceUrl = 'https://smba.trafficmanager.net/teams/';
export const usualPath = '/api/messages';

const loopback = new Set(['127.0.0.1', '::1', '[::1]', 'localhost']);

export const isLoopback = (host: string): boolean => loopback.has(host.toLowerCase());

/** Without an app id anybody could speak for Teams: that is refused before anything listens. */
export function checkSettings(settings: TeamsSettings): void {
  const problems: string[] = [];
  const { appId, password, tenants, host, demo } = settings;
  if (demo === true) {
    if (appId.trim()) problems.push('The local demo of Teams takes no app id: leave it empty.');
    if (!isLoopback(host))
      problems.push('The local demo of Teams believes everybody, so it listens on 127.0.0.1 only.');
  } else {
    if (!appId.trim())
      problems.push('Teams needs the bot’s app id (teams.appId): without it anybody could speak for Teams.');
    if (!password?.trim()) problems.push('Teams needs the app’s client secret (TEAMS_APP_PASSWORD).');
    if (tenants.length === 0)
      problems.push('Teams needs the tenant whose people may speak to the bot (teams.tenants).');
  }
  if (problems.length > 0) throw new ConfigError(problems);
}
