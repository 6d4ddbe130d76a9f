import { fromFacts, knownValue } from '../collect.ts';
import type { Bucket } from '../s3/bucket-subject.ts';
import type { PolicyGrant } from '../s3/facts/policy-grants.ts';
import { isOfAws } from './aws-accounts.ts';

/** Accounts other than the bucket's and AWS's own that the bucket policy lets in by name. */
export const foreignAccounts = fromFacts(
  ['crossAccountGrants'],
  ({ crossAccountGrants }, _bucket: Bucket): readonly string[] => {
    const grants = knownValue<readonly PolicyGrant[]>(crossAccountGrants);
    const ids = grants.flatMap(({ account }) => (account === null || isOfAws(account) ? [] : [account]));
    return [...new Set(ids)].sort();
  },
);
