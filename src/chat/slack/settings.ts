import { ConfigError } from '../../domain/errors.ts';
import type { Role } from '../../domain/people.ts';

export interface SlackSettings {
  readonly botToken: string;
  /** Socket Mode's token (`xapp-…`). */
  readonly appToken?: string;
  /** Proves that an HTTP request is Slack's. */
  readonly signingSecret?: string;
  readonly mode: 'socket' | 'http';
  readonly port: number;
  readonly host?: string;
  /** Where HTTP mode listens for all of Slack's requests. */
  readonly path?: string;
  /** Slack's Web API; another address only in tests. */
  readonly apiUrl?: string;
  /** By user id (`U…`, `W…`) or user group id (`S…`). */
  readonly roles: Readonly<Record<Role, readonly string[]>>;
  /** Who stands behind an account: user id or `slack:<team>:<user>` → person. */
  readonly persons?: Readonly<Record<string, string>>;
  /** What the Home tab shows, as commands. */
  readonly home?: readonly string[];
}

/** An empty secret would let anybody sign for Slack: it is refused before anything listens. */
export function checkSettings(settings: SlackSettings): void {
  const problems: string[] = [];
  if (!settings.botToken.trim()) problems.push('Slack needs the bot token (SLACK_BOT_TOKEN, `xoxb-…`).');
  if (settings.mode === 'socket' && !settings.appToken?.trim())
    problems.push(
      'Socket Mode needs the app-level token (SLACK_APP_TOKEN, `xapp-…`) with `connections:write`.',
    );
  if (settings.mode === 'http' && !settings.signingSecret?.trim())
    problems.push(
      'HTTP mode needs the signing secret (SLACK_SIGNING_SECRET): without it anybody could speak for Slack.',
    );
  if (problems.length > 0) throw new ConfigError(problems);
}
