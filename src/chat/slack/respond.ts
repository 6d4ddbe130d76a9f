import type { Json } from './wire.ts';

/** A response_url that did not take the message; `code` is Slack's word, where it said one. */
export class RespondError extends Error {
  override readonly name = 'RespondError';
  readonly code: string | null;
  constructor(status: number, code: string | null) {
    super(`the response_url answered ${status}${code ? ` ${code}` : ''}`);
    this.code = code;
  }
}

function codeOf(body: string): string | null {
  try {
    const parsed: Json = JSON.parse(body);
    return typeof parsed['error'] === 'string' ? parsed['error'] : null;
  } catch {
    return /^[a-z_]{3,40}$/.test(body.trim()) ? body.trim() : null;
  }
}

/** One use of a response_url, which lives half an hour and takes five. Slack may say no with status 200. */
export async function respond(url: string, body: Json): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  });
  const text = await answer.text();
  const code = codeOf(text);
  if (!answer.ok || (code !== null && code !== 'ok')) throw new RespondError(answer.status, code);
}
