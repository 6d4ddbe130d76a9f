/** What the bot shows to prove that it is the bot. */
export interface Tokens {
  /** Asks Entra once for many callers, and again shortly before the end. */
  token(): Promise<string>;
}

/** Entra refused the bot's credentials, or could not be asked. */
export class CredentialsError extends Error {
  override readonly name = 'CredentialsError';
  /** True where no patience helps: a person must mend the app. */
  readonly unfit: boolean;
  constructor(message: string, unfit: boolean, options?: ErrorOptions) {
    super(message, options);
    this.unfit = unfit;
  }
}

const scope = 'https://api.botframework.com/.default';
const earlyMs = 5 * 60_000;
const timeoutMs = 10_000;

/** Entra's own word for what is wrong; its descriptions hold ids, so only the number is kept. */
function refusal(answer: { error?: unknown; error_description?: unknown }): string {
  const [number] = /AADSTS\d+/.exec(String(answer.error_description ?? '')) ?? [];
  return [String(answer.error ?? 'refused').slice(0, 60), number].filter(Boolean).join(', ');
}

export function createTokens(
  app: { appId: string; password: string; tenant: string; loginUrl: string },
  now: () => number = Date.now,
): Tokens {
  let known: { readonly token: string; readonly until: number } | null = null;
  let asked: Promise<string> | null = null;

  async function ask(): Promise<string> {
    const { appId, password, tenant, loginUrl } = app;
    const form = { grant_type: 'client_credentials', client_id: appId, client_secret: password, scope };
    const url = `${loginUrl}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`;
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { method: 'POST', body: new URLSearchParams(form), signal }).catch(
      (cause: unknown) => {
        throw new CredentialsError('Entra was not reached.', false, { cause });
      },
    );
    const answer: any = await response.json().catch(() => ({}));
    if (!response.ok || typeof answer.access_token !== 'string') {
      const unfit = response.status >= 400 && response.status < 500 && response.status !== 429;
      throw new CredentialsError(`Entra gave no token (${refusal(answer)}).`, unfit);
    }
    const livesMs = Math.max(0, Number(answer.expires_in) || 0) * 1000;
    known = { token: answer.access_token, until: now() + Math.max(0, livesMs - earlyMs) };
    return known.token;
  }

  return {
    async token() {
      if (known && known.until > now()) return known.token;
      asked ??= ask().finally(() => {
        asked = null;
      });
      return asked;
    },
  };
}
