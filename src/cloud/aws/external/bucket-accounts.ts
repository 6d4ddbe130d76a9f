import { crossAccount, parsePolicy } from '../../../access/index.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromFacts, knownValue } from '../collect.ts';
import type { Bucket } from '../s3/bucket-subject.ts';
import { isOfAws } from './aws-accounts.ts';

/** Accounts other than the bucket's and AWS's own that the bucket policy lets in by name. */
export const foreignAccounts = fromFacts(
  ['policy'],
  ({ policy }, bucket: Bucket, reader): readonly string[] => {
    const text = knownValue<string | null>(policy);
    if (text === null) return [];
    const context = { service: 's3', resource: bucket.id, accountId: reader.identity.id, now: new Date() };
    const grantees = crossAccount(parsePolicy(text), context);
    if (grantees === 'unknown') throw new CloudError('unsupported', 'the bucket policy was not understood');
    const ids = grantees.flatMap(({ accountId: id }) => (id === undefined || isOfAws(id) ? [] : [id]));
    return [...new Set(ids)].sort();
  },
);
