import type { Delivery } from '../adapter.ts';
import { CredentialsError } from './tokens.ts';

const minuteMs = 60_000;

/** What Teams said when a call failed; null when it did not come to that. */
export interface Said {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly retryAfterMs: number;
}

export function saidOf(error: unknown): Said | null {
  const { statusCode, response } = (error ?? {}) as {
    statusCode?: unknown;
    response?: { bodyAsText?: string | null; headers?: { get(name: string): string | undefined } };
  };
  if (typeof statusCode !== 'number') return null;
  let told: { code?: unknown; message?: unknown } = {};
  try {
    const body = JSON.parse(response?.bodyAsText ?? '{}');
    told = body?.error ?? body ?? {};
  } catch {
    // Some gateway's page.
  }
  const after = Number(response?.headers?.get('retry-after'));
  return {
    status: statusCode,
    code: typeof told.code === 'string' ? told.code.slice(0, 80) : '',
    message: typeof told.message === 'string' ? told.message : '',
    retryAfterMs: Number.isFinite(after) && after > 0 ? after * 1000 : 0,
  };
}

const reasons: Readonly<Record<string, string>> = {
  MessageWritesBlocked:
    'Teams does not let the bot write there: it was blocked or removed. Install the app there again.',
  BotNotInConversationRoster: 'The bot is not in this conversation. Add the app to the team or chat.',
  BotDisabledByAdmin: 'An administrator switched the app off. Allow it in the Teams admin center.',
  ForbiddenOperationException: 'Teams does not let the bot write there. Add the app to the team or chat.',
  ConversationNotFound:
    'There is no such conversation, or the bot is not in it. Check its id in the configuration.',
  MessageSizeTooBig: 'The message is too big for Teams.',
};

const because = ({ status, code }: Said): string =>
  reasons[code] ??
  (status === 403
    ? `Teams does not let the bot write there (${code || status}). Add the app to the team or chat.`
    : `Teams refused the message (${code || status}).`);

/** The card or its size, which a plainer card may cure. */
export const cardRefused = (error: unknown): boolean => {
  const said = saidOf(error);
  return (
    said?.status === 413 || (said?.status === 400 && /card|size|attachment/i.test(said.code + said.message))
  );
};

const passing = new Set([408, 412, 425, 429, 500, 502, 503, 504]);

/** What a failed call means for what was to be delivered. `afterMs: 0` leaves the waiting to the outbox. */
export function outcomeOf(error: unknown, what: 'post' | 'update'): Exclude<Delivery, { outcome: 'sent' }> {
  if (error instanceof CredentialsError)
    return { outcome: 'later', afterMs: error.unfit ? 10 * minuteMs : 0, because: error.message };
  const said = saidOf(error);
  if (!said) return { outcome: 'later', afterMs: 0, because: 'Teams was not reached' };
  const { status, retryAfterMs } = said;
  if (passing.has(status))
    return { outcome: 'later', afterMs: retryAfterMs, because: `Teams answered ${status}` };
  if (status === 401)
    return { outcome: 'later', afterMs: 10 * minuteMs, because: 'Teams does not take the bot’s token (401)' };
  const lost =
    status === 404 ||
    status === 410 ||
    (status === 400 && /deleted|not ?found|unknown activity/i.test(said.code + said.message));
  if (what === 'update' && lost) return { outcome: 'gone' };
  return { outcome: 'refused', because: because(said) };
}
