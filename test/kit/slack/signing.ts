import { createHmac } from 'node:crypto';

/** Ways to get a signed request wrong; each must be answered 401 by the app. */
export type Forgery =
  | 'wrong-secret'
  | 'empty-secret'
  | 'old-timestamp'
  | 'future-timestamp'
  | 'no-signature'
  | 'no-timestamp'
  | 'tampered-body'
  | 'wrong-version';

const SIX_MINUTES_S = 360;

export function signature(secret: string, timestamp: string | number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

/** The two headers Slack signs with, or what a forger would send in their place. */
export function signedHeaders(secret: string, body: string, forgery?: Forgery): Record<string, string> {
  const now = Math.floor(Date.now() / 1000);
  const off =
    forgery === 'old-timestamp' ? -SIX_MINUTES_S : forgery === 'future-timestamp' ? SIX_MINUTES_S : 0;
  const timestamp = String(now + off);
  // An empty HMAC key is legal, so an app with no secret configured would accept this one.
  const key = forgery === 'empty-secret' ? '' : forgery === 'wrong-secret' ? `${secret}-not` : secret;
  const signed = signature(key, timestamp, forgery === 'tampered-body' ? `${body} ` : body);
  return {
    ...(forgery === 'no-timestamp' ? {} : { 'x-slack-request-timestamp': timestamp }),
    ...(forgery === 'no-signature'
      ? {}
      : { 'x-slack-signature': forgery === 'wrong-version' ? signed.replace('v0=', 'v1=') : signed }),
  };
}
