import { type PolicyDocument, parsePolicy } from '../../../../access/index.ts';
import { CloudError } from '../../../../domain/errors.ts';
import { fromFacts, knownValue } from '../../collect.ts';
import type { Bucket } from '../bucket-subject.ts';
import type { CloudFrontOrigin } from './cloudfront-origins.ts';
import type { Open } from './exposure.ts';

type Statement = PolicyDocument['statements'][number];

/** How an origin bucket lets its distributions in; `limited` when nobody else can come in the same way. */
export interface CloudFrontLimit {
  readonly limited: boolean;
  readonly because: string;
}

/** `null` when no distribution serves from the bucket. */
export const cloudFrontLimit = fromFacts(
  ['cloudFrontOrigins', 'policy', 'publicRead'],
  ({ cloudFrontOrigins, policy, publicRead }, _bucket: Bucket, { identity }): CloudFrontLimit | null => {
    const origins = knownValue<readonly CloudFrontOrigin[]>(cloudFrontOrigins);
    if (origins.length === 0) return null;
    if (publicRead?.known && (publicRead.value as Open).public) {
      return { limited: false, because: 'strangers can pass CloudFront by and read the bucket itself' };
    }
    const text = knownValue<string | null>(policy);
    if (text === null) return { limited: true, because: 'there is no policy that lets CloudFront in' };
    const document = parsePolicy(text);
    if ('malformed' in document) throw new CloudError('unsupported', 'the bucket policy was not understood');
    const wide = document.statements.filter((statement) => !narrowed(statement, identity.id));
    knownValue<Open>(publicRead);
    return wide.length === 0
      ? { limited: true, because: "CloudFront is let in only for this account's distributions" }
      : {
          limited: false,
          because: `${wide.map((s) => s.name).join(', ')} lets CloudFront in for distributions of other accounts`,
        };
  },
);

const positive = /^(ForAnyValue:)?(StringEquals|StringEqualsIgnoreCase|StringLike|ArnEquals|ArnLike)$/i;

/** Not about CloudFront at all, or only about distributions of this account. */
function narrowed({ effect, principal, conditions }: Statement, account: string): boolean {
  const admits = principal?.entries.some(
    (p) => p.kind === 'Service' && p.value === 'cloudfront.amazonaws.com',
  );
  if (effect !== 'Allow' || !admits) return true;
  const own = new RegExp(`^${account}$|:cloudfront::${account}:distribution/`);
  return conditions.some(
    ({ operator, key, values }) =>
      positive.test(operator) &&
      /^aws:source(arn|account)$/i.test(key) &&
      values.every((value) => own.test(value)),
  );
}
