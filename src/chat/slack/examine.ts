import type { Symptom } from '../../engine/services.ts';
import type { SlackSettings } from './settings.ts';

/** The scopes of manifest.yml; a test holds the two against each other. */
export const neededScopes = [
  'commands',
  'chat:write',
  'app_mentions:read',
  'im:write',
  'im:history',
  'channels:history',
  'groups:history',
  'users:read',
  'usergroups:read',
  'files:write',
] as const;

const timeoutMs = 10_000;

const ok = (says: string): Symptom => ({ area: 'slack', state: 'ok', says });
const failed = (says: string, remedy: string): Symptom => ({ area: 'slack', state: 'failed', says, remedy });

/**
 * Tries the tokens once each, without opening a connection: for a doctor who is asked before the bot runs.
 * Never repeats a token; never throws.
 */
export async function examineSlack(settings: SlackSettings): Promise<readonly Symptom[]> {
  const { botToken, appToken, mode, apiUrl = 'https://slack.com/api/' } = settings;

  async function call(
    method: string,
    token: string,
  ): Promise<{ answer: any; scopes: readonly string[] } | null> {
    try {
      const headers = { authorization: `Bearer ${token}` };
      const signal = AbortSignal.timeout(timeoutMs);
      const response = await fetch(new URL(method, apiUrl), { method: 'POST', headers, signal });
      const scopes =
        response.headers
          .get('x-oauth-scopes')
          ?.split(',')
          .map((s) => s.trim()) ?? [];
      return { answer: await response.json(), scopes };
    } catch {
      return null;
    }
  }

  async function bot(): Promise<readonly Symptom[]> {
    const tried = await call('auth.test', botToken);
    if (!tried)
      return [failed('Slack cannot be reached.', 'Check the network, and a proxy if there is one.')];
    const { answer, scopes } = tried;
    if (!answer.ok) {
      const remedy =
        'Copy the bot token (xoxb-…) from the app’s page “OAuth & Permissions” into SLACK_BOT_TOKEN.';
      return [failed(`Slack refuses the bot token (${answer.error}).`, remedy)];
    }
    const missing = scopes.length === 0 ? [] : neededScopes.filter((s) => !scopes.includes(s));
    if (missing.length > 0) {
      const says = `The app lacks ${missing.length === 1 ? 'the scope' : 'the scopes'} ${missing.join(', ')}.`;
      return [failed(says, 'Update the app from manifest.yml and install it to the workspace again.')];
    }
    return [ok(`The bot token works: ${answer.user} in ${answer.team}.`)];
  }

  async function socket(): Promise<readonly Symptom[]> {
    if (mode !== 'socket') return [];
    if (!appToken) {
      const remedy =
        'Make an app-level token (xapp-…) with connections:write, and put it into SLACK_APP_TOKEN.';
      return [failed('Socket Mode needs an app-level token.', remedy)];
    }
    const tried = await call('apps.connections.open', appToken);
    if (!tried) return [];
    if (tried.answer.ok) return [ok('The app-level token opens a connection.')];
    const remedy = 'Switch Socket Mode on in the app, and give the app-level token connections:write.';
    return [failed(`Slack refuses the app-level token (${tried.answer.error}).`, remedy)];
  }

  return [...(await bot()), ...(await socket())];
}
