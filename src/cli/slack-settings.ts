import type { SlackSettings } from '../chat/slack/settings.ts';
import type { Config } from '../config.ts';

/** What Slack needs, from the configuration and the environment; null without a bot token. */
export function slackSettings({ slack, secrets, persons: joined }: Config): SlackSettings | null {
  const { slackBotToken, slackAppToken, slackSigningSecret, slackApiUrl } = secrets;
  if (!slackBotToken) return null;
  const persons = Object.entries(joined).flatMap(([person, ids]) => ids.map((id) => [id, person] as const));
  return {
    botToken: slackBotToken,
    ...(slackAppToken ? { appToken: slackAppToken } : {}),
    ...(slackSigningSecret ? { signingSecret: slackSigningSecret } : {}),
    ...(slackApiUrl ? { apiUrl: slackApiUrl } : {}),
    mode: slack.mode,
    port: slack.port,
    host: slack.host,
    roles: slack.roles,
    persons: Object.fromEntries(persons),
  };
}
