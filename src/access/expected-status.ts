import { parsePolicy } from './document.ts';
import { publicAccess } from './public-access.ts';

/** What AWS will call a bucket's policy once it is set: public or not, as far as it can be foretold. */
export function expectedStatus(text: string): boolean | 'unknown' {
  // A bucket's policy may speak of that bucket only, so it tells itself which one that is.
  const bucket = /arn:[a-z-]+:s3:::[^/*?"\\]+/.exec(text)?.[0] ?? 'arn:aws:s3:::bucket';
  return publicAccess(parsePolicy(text), { service: 's3', resource: bucket, accountId: '' }).any.public;
}
