import { expect, test } from 'vitest';
import { classify, isThrottle } from '../../../src/cloud/aws/classify.ts';
import { CloudError, NotKnown } from '../../../src/domain/errors.ts';

/** An error as the SDK throws it. The text is AWS's own, and must not come through. */
const thrown = (fields: object) =>
  Object.assign(new Error('arn:aws:s3:::b/jane-doe.pdf AKIAIOSFODNN7EXAMPLE'), fields);
const named = (name: string, status?: number) => thrown({ name, $metadata: { httpStatusCode: status } });

test.each([
  ['AccessDenied', 403, 'denied'],
  ['AccessDeniedException', 400, 'denied'],
  ['UnauthorizedOperation', 403, 'denied'],
  ['AllAccessDisabled', 403, 'denied'],
  ['ExpiredToken', 400, 'denied'],
  ['InvalidClientTokenId', 403, 'denied'],
  ['SignatureDoesNotMatch', 403, 'denied'],
  ['UnrecognizedClientException', 400, 'denied'],
  ['CredentialsProviderError', undefined, 'denied'],
  ['SlowDown', 503, 'throttled'],
  ['Throttling', 400, 'throttled'],
  ['ThrottlingException', 400, 'throttled'],
  ['RequestLimitExceeded', 503, 'throttled'],
  ['TooManyRequestsException', 429, 'throttled'],
  ['NotImplemented', 501, 'unsupported'],
  ['UnknownOperationException', 400, 'unsupported'],
  ['OptInRequired', 403, 'unsupported'],
  ['InternalError', 500, 'failed'],
  ['ServiceUnavailable', 503, 'failed'],
  ['TimeoutError', undefined, 'failed'],
  ['NoSuchBucket', 404, 'failed'],
  ['SomethingNobodyHeardOf', 418, 'failed'],
])('%s with status %s is %s', (name, status, reason) => {
  expect(classify(named(name, status))).toMatchObject({ reason });
});

test.each([
  ['403 without a name', thrown({ $metadata: { httpStatusCode: 403 } }), 'denied'],
  ['401 of a gateway', thrown({ name: 'Unknown', $metadata: { httpStatusCode: 401 } }), 'denied'],
  ['429 of a gateway', thrown({ name: 'Unknown', $metadata: { httpStatusCode: 429 } }), 'throttled'],
  ['405', thrown({ $metadata: { httpStatusCode: 405 } }), 'unsupported'],
  ['502 of a gateway', thrown({ $metadata: { httpStatusCode: 502 } }), 'failed'],
  ['an answer that is not XML', thrown({ name: 'SyntaxError', $response: { statusCode: 200 } }), 'failed'],
  ['no such host: no endpoint in this region', thrown({ code: 'ENOTFOUND' }), 'unsupported'],
  ['nobody listens', thrown({ code: 'ECONNREFUSED' }), 'failed'],
  ['nothing at all', undefined, 'failed'],
  ['a text', 'AccessDenied', 'failed'],
])('%s', (_, error, reason) => {
  expect(classify(error)).toMatchObject({ reason });
});

test("S3's Code is stronger than the class that the SDK made of it", () => {
  expect(classify(thrown({ name: 'Unknown', Code: 'AccessDenied' })).reason).toBe('denied');
});

test.each([
  ['ECONNRESET', 'the call failed (ECONNRESET)'],
  ['EPIPE', 'the call failed (EPIPE)'],
  ['ETIMEDOUT', 'the call timed out'],
])('the SDK calls %s a timeout; it is told as what it is', (code, message) => {
  expect(classify(thrown({ name: 'TimeoutError', code }))).toEqual({ reason: 'failed', message });
});

test("the sentence is ours: nothing of AWS's text comes through", () => {
  for (const name of [
    'AccessDenied',
    'SlowDown',
    'ExpiredToken',
    'InternalError',
    'NotImplemented',
    'TimeoutError',
  ])
    expect(classify(named(name, 400)).message).not.toMatch(/jane|AKIA/);
});

test('what is classified already keeps its reason and its permission', () => {
  const known = new CloudError('throttled', 'slowly', 'kms:ListKeys');
  expect(classify(known)).toEqual({ reason: 'throttled', message: 'slowly', permission: 'kms:ListKeys' });
  const passedOn = new NotKnown({
    known: false,
    reason: 'denied',
    message: 'no',
    permission: 'kms:GetKeyPolicy',
  });
  expect(classify(passedOn)).toEqual({ reason: 'denied', message: 'no', permission: 'kms:GetKeyPolicy' });
  expect(classify(new CloudError('failed', 'no'))).toEqual({ reason: 'failed', message: 'no' });
});

test.each([
  ['SlowDown', 503, true],
  ['Unknown', 429, true],
  ['InternalError', 503, false],
])('%s with %i slows the gate: %s', (name, status, slows) => {
  expect(isThrottle(named(name, status))).toBe(slows);
});
