import { crossAccount, parsePolicy, refusesPlainHttp } from '../../../../access/index.ts';
import { CloudError } from '../../../../domain/errors.ts';
import { fromFacts, knownValue } from '../../collect.ts';
import { isOfAws } from '../../external/aws-accounts.ts';
import type { Bucket } from '../bucket-subject.ts';

/** Somebody in particular, outside the account, whom the policy lets in. */
export interface PolicyGrant {
  readonly principal: string;
  readonly kind: 'account' | 'organization' | 'service' | 'canonicalUser' | 'uniqueId' | 'federated';
  readonly account: string | null;
  readonly statement: string;
  /** An account of AWS itself, as those by which load balancers write their logs. */
  readonly ofAws?: true;
}

/** Whom the policy names from outside. The whole world is `publicPolicy`'s to report. */
export const crossAccountGrants = fromFacts(
  ['policy', 'acl'],
  ({ policy, acl }, bucket: Bucket, reader): readonly PolicyGrant[] => {
    const text = knownValue<string | null>(policy);
    if (text === null) return [];
    const context = { service: 's3', resource: bucket.id, accountId: reader.identity.id, now: new Date() };
    const grantees = crossAccount(parsePolicy(text), context);
    if (grantees === 'unknown') throw new CloudError('unsupported', 'the bucket policy was not understood');
    const owner = acl?.known ? acl.value.owner : undefined;
    return grantees
      .filter(({ principal }) => principal !== owner)
      .map(({ principal, kind, accountId, statement }) => ({
        principal,
        kind,
        account: accountId ?? null,
        statement,
        ...(accountId !== undefined && isOfAws(accountId) && { ofAws: true }),
      }));
  },
);

/** Whether the policy turns plain HTTP away, and what it says or leaves out. */
export const plainHttp = fromFacts(['policy'], ({ policy }, bucket: Bucket, reader) => {
  const text = knownValue<string | null>(policy);
  if (text === null) return { refused: false, because: 'there is no bucket policy' };
  const { refused, because } = refusesPlainHttp(parsePolicy(text), bucket.id, reader.identity.id);
  if (refused === 'unknown') throw new CloudError('unsupported', because);
  return { refused, because };
});
