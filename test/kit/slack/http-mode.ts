import type { Json } from './json.ts';
import type { EnvelopeKind } from './model.ts';
import { type Forgery, signedHeaders } from './signing.ts';

/** Where the bot listens; Bolt takes all three kinds at one address. */
export interface HttpTarget {
  readonly url: string;
  readonly eventsUrl?: string;
  readonly commandsUrl?: string;
  readonly interactivityUrl?: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

export interface Posting {
  readonly secret: string;
  readonly timeoutMs: number;
  readonly forge?: Forgery | undefined;
  readonly headers?: Record<string, string>;
}

export function wireForm(kind: EnvelopeKind, payload: Json): { body: string; contentType: string } {
  const form = 'application/x-www-form-urlencoded';
  switch (kind) {
    case 'slash_commands':
      return { body: new URLSearchParams(payload).toString(), contentType: form };
    case 'interactive':
      return {
        body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
        contentType: form,
      };
    case 'events_api':
      return { body: JSON.stringify(payload), contentType: 'application/json' };
  }
}

export function addressFor(target: HttpTarget, kind: EnvelopeKind): string {
  switch (kind) {
    case 'slash_commands':
      return target.commandsUrl ?? target.url;
    case 'interactive':
      return target.interactivityUrl ?? target.url;
    case 'events_api':
      return target.eventsUrl ?? target.url;
  }
}

/** One signed POST; a connection that fails or takes too long rejects. */
export async function postSigned(
  url: string,
  { body, contentType }: { body: string; contentType: string },
  posting: Posting,
): Promise<HttpAnswer> {
  const answer = await fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': contentType,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      ...signedHeaders(posting.secret, body, posting.forge),
      ...posting.headers,
    },
    signal: AbortSignal.timeout(posting.timeoutMs),
  });
  const text = await answer.text();
  return { status: answer.status, body: parsed(text), headers: answer.headers };
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return { text };
  }
}
