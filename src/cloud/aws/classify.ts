import type { UnknownReason } from '../../domain/collected.ts';
import { CloudError, NotKnown } from '../../domain/errors.ts';

const denied = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AuthorizationError',
  'AuthorizationErrorException',
  'Forbidden',
  'NotAuthorized',
  'UnauthorizedAccess',
  'UnauthorizedOperation',
  'AllAccessDisabled',
  'AccountProblem',
]);

/** The credentials themselves are no good, here or in this region. */
const refusedCredentials = new Set([
  'AuthFailure',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidAccessKeyId',
  'InvalidClientTokenId',
  'SignatureDoesNotMatch',
  'InvalidSignatureException',
  'IncompleteSignature',
  'MissingAuthenticationToken',
  'UnrecognizedClientException',
  'InvalidToken',
]);

const throttled = new Set([
  'BandwidthLimitExceeded',
  'EC2ThrottledException',
  'LimitExceededException',
  'PriorRequestNotComplete',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'Throttled',
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'TooManyRequestsException',
  'TransactionInProgressException',
]);

const unsupported = new Set([
  'InvalidAction',
  'MethodNotAllowed',
  'NotImplemented',
  'NotImplementedException',
  'OptInRequired',
  'SubscriptionRequiredException',
  'UnknownOperationException',
  'UnsupportedOperation',
  'UnsupportedOperationException',
  'ENOTFOUND', // the service has no endpoint in this region
]);

const timeouts = new Set(['TimeoutError', 'RequestTimeout', 'ETIMEDOUT', 'RequestTimeoutException']);
/** The SDK calls these timeouts too. */
const cuts = new Set(['ECONNRESET', 'EPIPE']);

interface Raw {
  name?: string;
  Code?: string;
  code?: string;
  $metadata?: { httpStatusCode?: number };
  $response?: { statusCode?: number };
}

export const isThrottle = (error: unknown): boolean => {
  const { code, status } = codeAndStatus(error);
  return throttled.has(code) || status === 429;
};

function codeAndStatus(error: unknown): { code: string; status: number | undefined } {
  const raw = (typeof error === 'object' && error !== null ? error : {}) as Raw;
  const status = raw.$metadata?.httpStatusCode ?? raw.$response?.statusCode;
  const named = raw.name && raw.name !== 'Error' && raw.name !== 'SyntaxError' ? raw.name : undefined;
  const unnamed = named === 'Unknown' || named === undefined || cuts.has(raw.code ?? '');
  const code = raw.Code ?? (unnamed ? (raw.code ?? named ?? '') : named);
  return { code, status };
}

/** Why AWS did not answer, by code, class or status; the sentence is ours, AWS's own text may hold names and keys. */
export function classify(error: unknown): { reason: UnknownReason; permission?: string; message: string } {
  if (error instanceof NotKnown) {
    const { reason, message, permission } = error.why;
    return permission === undefined ? { reason, message } : { reason, message, permission };
  }
  if (error instanceof CloudError) {
    const { reason, message, permission } = error;
    return permission === undefined ? { reason, message } : { reason, message, permission };
  }
  const { code, status } = codeAndStatus(error);
  if (code === 'CredentialsProviderError')
    return { reason: 'denied', message: 'there are no AWS credentials' };
  if (denied.has(code)) return { reason: 'denied', message: 'access was denied' };
  if (refusedCredentials.has(code))
    return { reason: 'denied', message: `the credentials were refused (${code})` };
  if (isThrottle(error))
    return { reason: 'throttled', message: `AWS throttled the call (${code || status})` };
  if (unsupported.has(code)) return { reason: 'unsupported', message: `not supported here (${code})` };
  if (timeouts.has(code)) return { reason: 'failed', message: 'the call timed out' };
  if (status === 401 || status === 403) return { reason: 'denied', message: 'access was denied' };
  if (status === 405 || status === 501) return { reason: 'unsupported', message: 'not supported here' };
  return { reason: 'failed', message: `the call failed (${code || status || 'no answer'})` };
}
