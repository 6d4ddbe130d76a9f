import { parsePolicy } from './document.ts';
import { refusesPlainHttp } from './plain-http.ts';
import { isMalformed } from './public-access.ts';

/** S3 takes no bucket policy that is longer. */
export const mostPolicyBytes = 20 * 1024;

export type TlsOnly = { readonly policy: string } | { readonly cannot: string };

/** A statement's id must be its own within the policy. */
function freeSid(taken: readonly unknown[]): string {
  const base = 'DenyPlainHttp';
  if (!taken.includes(base)) return base;
  let n = 2;
  while (taken.includes(`${base}${n}`)) n++;
  return `${base}${n}`;
}

/**
 * The policy with one statement more, which refuses whoever comes over plain HTTP; all else is kept as it was written.
 * The same text where plain HTTP is refused already.
 */
export function withTlsOnly(text: string | null, bucketArn: string, accountId: string): TlsOnly {
  if (text !== null) {
    const document = parsePolicy(text);
    if (isMalformed(document)) return { cannot: `the policy was not understood: ${document.malformed}` };
    if (refusesPlainHttp(document, bucketArn, accountId).refused === true) return { policy: text };
  }
  const written = text === null ? { Version: '2012-10-17' } : JSON.parse(text);
  const statements: readonly { Sid?: unknown }[] = [written.Statement ?? []].flat();
  const refusal = {
    Sid: freeSid(statements.map(({ Sid }) => Sid)),
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [bucketArn, `${bucketArn}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
  const policy = JSON.stringify({ ...written, Statement: [...statements, refusal] });
  const bytes = new TextEncoder().encode(policy).length;
  if (bytes > mostPolicyBytes) {
    return {
      cannot: `with one statement more the policy would have ${bytes} bytes, and S3 takes ${mostPolicyBytes}`,
    };
  }
  return { policy };
}
