import { existsSync } from 'node:fs';
import type { Symptom } from '../../engine/services.ts';
import { isLoopback, type TeamsSettings, usualLoginUrl, usualOpenIdUrl } from './settings.ts';
import { CredentialsError, createTokens } from './tokens.ts';

const area = 'teams';
const ok = (says: string): Symptom => ({ area, state: 'ok', says });
const failed = (says: string, remedy: string): Symptom => ({ area, state: 'failed', says, remedy });
const warning = (says: string, remedy: string): Symptom => ({ area, state: 'warning', says, remedy });

const timeoutMs = 10_000;

async function credentials(settings: TeamsSettings): Promise<Symptom> {
  const { appId, password = '', tenants, loginUrl = usualLoginUrl } = settings;
  try {
    await createTokens({ appId, password, tenant: tenants[0] ?? '', loginUrl }).token();
    return ok('The app’s credentials work: Entra gives the bot a token.');
  } catch (error) {
    const words = error instanceof CredentialsError ? error.message : 'Entra was not reached.';
    const unfit = error instanceof CredentialsError && error.unfit;
    return failed(
      words,
      unfit
        ? 'Check teams.appId and teams.tenants, and make a new client secret for TEAMS_APP_PASSWORD.'
        : 'Check the network, and a proxy if there is one.',
    );
  }
}

/** Without these keys no request can be believed, so none would be answered. */
async function keys({ openIdUrl = usualOpenIdUrl }: TeamsSettings): Promise<Symptom> {
  try {
    const read = async (url: string): Promise<any> => {
      const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
      if (!response.ok) throw new Error(`answered ${response.status}`);
      return response.json();
    };
    const { jwks_uri: url } = await read(openIdUrl);
    const { keys: found } = await read(url);
    if (!Array.isArray(found) || found.length === 0) throw new Error('no keys');
    return ok('The keys that sign Teams’ requests can be read.');
  } catch {
    return failed(
      'The keys that sign Teams’ requests cannot be read.',
      'Check the network, and a proxy if there is one.',
    );
  }
}

/**
 * Asks our own endpoint as somebody without a token: it must answer, and refuse. A whole round trip of a button needs a
 * person in Teams; `whoami` pressed there is one.
 */
async function endpoint(url: string): Promise<Symptom> {
  const remedy = 'Start the bot, and check teams.host and teams.port and what stands in front of them.';
  const account = { id: '29:doctor' };
  const activity = {
    type: 'message',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/teams/',
    from: account,
    recipient: account,
    conversation: { id: 'doctor' },
  };
  try {
    const { status } = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (status === 401) return ok('The endpoint answers, and refuses who brings no token.');
    return failed(
      `The endpoint answered ${status} to a request without a token, where 401 is right.`,
      remedy,
    );
  } catch {
    return failed('The endpoint does not answer.', remedy);
  }
}

/** Tries what Teams needs once each, without posting anything. Never repeats a secret; never throws. */
export async function examineTeams(
  settings: TeamsSettings,
  options: {
    readonly manifest?: string;
    /** The bot's endpoint, where it runs. */
    readonly endpoint?: string;
    /** When the newest press was answered here, if one was. */
    readonly pressedAt?: Date | null;
  } = {},
): Promise<readonly Symptom[]> {
  const { manifest = 'teams/manifest.json', endpoint: url, pressedAt } = options;
  const parts: Symptom[] = [];
  if (settings.demo)
    parts.push(warning('Teams runs as the local demo: it believes everybody.', 'Use it for looking only.'));
  else parts.push(...(await Promise.all([credentials(settings), keys(settings)])));
  if (url && !settings.demo) parts.push(await endpoint(url));
  parts.push(
    existsSync(manifest)
      ? ok('The app’s manifest is there.')
      : warning(
          `There is no ${manifest}.`,
          'Run the doctor where the bot is installed, or build the package again.',
        ),
  );
  if (pressedAt)
    parts.push(
      ok(
        `A button was pressed and answered on ${pressedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
      ),
    );
  else if (pressedAt === null)
    parts.push(
      warning(
        'No button was pressed since the start.',
        'Say `findings` to the bot in Teams and press a button.',
      ),
    );
  if (!settings.demo && isLoopback(settings.host))
    parts.push(
      warning(
        'Teams cannot reach a bot on loopback by itself.',
        'Put a reverse proxy with TLS in front of it, or set teams.host.',
      ),
    );
  return parts;
}
