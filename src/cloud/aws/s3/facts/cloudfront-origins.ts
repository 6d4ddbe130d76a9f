import { distributions } from '../../cloudfront/distributions.ts';
import { fromAccount } from '../../collect.ts';
import type { AwsReader } from '../../reader.ts';
import type { Bucket } from '../bucket-subject.ts';

/** A distribution that serves from this bucket, and how it shows who it is. */
export interface CloudFrontOrigin {
  readonly distribution: string;
  readonly id: string;
  /** `website`: over the bucket's public website address, where CloudFront is a stranger like any other. */
  readonly signs: 'originAccessControl' | 'originAccessIdentity' | 'website' | 'nothing';
}

type OriginsByBucket = ReadonlyMap<string, readonly CloudFrontOrigin[]>;

/** Every S3 origin of every distribution, by bucket; concluded once per account. */
const originsOf = (reader: AwsReader): Promise<OriginsByBucket> =>
  reader.remember('cloudfront:s3-origins', async () => {
    const byBucket = new Map<string, CloudFrontOrigin[]>();
    for (const { id: distribution, name: id, origins } of await distributions(reader))
      for (const { bucket, signs } of origins)
        if (bucket !== null)
          byBucket.set(bucket, [...(byBucket.get(bucket) ?? []), { distribution, id, signs }]);
    return byBucket;
  });

export const cloudFrontOrigins = fromAccount(
  ['cloudfront:ListDistributions'],
  async (reader, bucket: Bucket) => (await originsOf(reader)).get(bucket.name) ?? [],
);
