import { fileURLToPath } from 'node:url';
import type { TeamsSettings } from '../chat/teams/settings.ts';
import type { Config } from '../config.ts';

/** The manifest that comes with the program. */
export const teamsManifest = fileURLToPath(new URL('../../teams/manifest.json', import.meta.url));

/** What Teams needs, from the configuration and the environment; null without an app id. */
export function teamsSettings({ teams, secrets, persons: joined }: Config): TeamsSettings | null {
  const { appId, tenants, host, port, roles, serviceHosts } = teams;
  if (appId === undefined) return null;
  const { teamsPassword, teamsServiceUrl, teamsOpenIdUrl, teamsLoginUrl } = secrets;
  const persons = Object.entries(joined).flatMap(([person, ids]) => ids.map((id) => [id, person] as const));
  return {
    appId,
    tenants,
    host,
    port,
    roles,
    persons: Object.fromEntries(persons),
    ...(teamsPassword ? { password: teamsPassword } : {}),
    ...(serviceHosts ? { serviceHosts } : {}),
    ...(teamsServiceUrl ? { serviceUrl: teamsServiceUrl } : {}),
    ...(teamsOpenIdUrl ? { openIdUrl: teamsOpenIdUrl } : {}),
    ...(teamsLoginUrl ? { loginUrl: teamsLoginUrl } : {}),
  };
}
