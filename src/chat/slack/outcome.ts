import { webApi } from '@slack/bolt';
import type { Delivery } from '../adapter.ts';

const minuteMs = 60_000;

/** The message to edit is not there any more, or not ours to edit. */
const goneCodes = new Set(['message_not_found', 'edit_window_closed', 'cant_update_message']);
/** The app itself must be mended; until then nothing can be delivered, and nothing is given up. */
const unfitCodes = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'not_allowed_token_type',
  'org_login_required',
  'ekm_access_denied',
  'team_access_not_granted',
]);
const passingCodes = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'accesslimited',
]);
const blockCodes = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'invalid_attachments',
]);

/** Slack's word for why it refused; null when it did not come to that. */
export const refusal = (error: unknown): string | null =>
  error instanceof webApi.WebAPIPlatformError ? error.data.error : null;

export const blocksRefused = (error: unknown): boolean => blockCodes.has(refusal(error) ?? '');

/** A wrong token or a missing scope: no patience helps, a person must mend the app. */
export const unfit = (error: unknown): boolean => unfitCodes.has(refusal(error) ?? '');

/** What a failed call means for what was to be delivered. `afterMs: 0` leaves the waiting to the outbox. */
export function outcomeOf(error: unknown): Exclude<Delivery, { outcome: 'sent' }> {
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { outcome: 'later', afterMs: Math.max(1, error.retryAfter) * 1000, because: 'rate limited' };
  const code = refusal(error);
  if (code === null) {
    const status = error instanceof webApi.WebAPIHTTPError ? ` (${error.statusCode})` : '';
    return { outcome: 'later', afterMs: 0, because: `Slack was not reached${status}` };
  }
  if (goneCodes.has(code)) return { outcome: 'gone' };
  if (code === 'ratelimited' || code === 'rate_limited')
    return { outcome: 'later', afterMs: minuteMs / 2, because: 'rate limited' };
  if (unfitCodes.has(code))
    return { outcome: 'later', afterMs: 10 * minuteMs, because: `the Slack app: ${code}` };
  if (passingCodes.has(code)) return { outcome: 'later', afterMs: 0, because: code };
  return { outcome: 'refused', because: code };
}
