import { type DistributionSummary, ListDistributionsCommand, type Origin } from '@aws-sdk/client-cloudfront';
import { fromAccount, listOf, present } from '../../collect.ts';
import type { AwsReader } from '../../reader.ts';
import type { Bucket } from '../bucket-subject.ts';

/** A distribution that serves from this bucket, and how it shows who it is. */
export interface CloudFrontOrigin {
  readonly distribution: string;
  readonly id: string;
  /** `website`: over the bucket's public website address, where CloudFront is a stranger like any other. */
  readonly signs: 'originAccessControl' | 'originAccessIdentity' | 'website' | 'nothing';
}

const ofBucket =
  /^(?<bucket>.+)\.s3(?<website>-website)?(?:\.dualstack)?(?:[.-][a-z]{2}(?:-[a-z]+)+-\d+)?\.amazonaws\.com(?:\.cn)?$/;

type OriginsByBucket = ReadonlyMap<string, readonly CloudFrontOrigin[]>;

/** Every S3 origin of every distribution, by bucket; asked once per account. */
const originsOf = (reader: AwsReader): Promise<OriginsByBucket> =>
  reader.remember('cloudfront:ListDistributions:s3-origins', async () => {
    const byBucket = new Map<string, CloudFrontOrigin[]>();
    for await (const distribution of distributions(reader)) {
      for (const origin of listOf(distribution.Origins?.Items, 'ListDistributions')) {
        const { bucket, website } = ofBucket.exec(origin.DomainName ?? '')?.groups ?? {};
        if (bucket === undefined) continue;
        const known = byBucket.get(bucket) ?? [];
        byBucket.set(bucket, [...known, originFrom(distribution, origin, website !== undefined)]);
      }
    }
    return byBucket;
  });

async function* distributions(reader: AwsReader): AsyncIterable<DistributionSummary> {
  let marker: string | undefined;
  do {
    const page = await reader.cloudFront().send(new ListDistributionsCommand({ Marker: marker }));
    const list = present(page.DistributionList, 'the list of distributions');
    // An account without distributions answers Quantity 0 and no Items.
    yield* list.Quantity === 0 ? [] : listOf(list.Items, 'ListDistributions');
    marker = list.IsTruncated ? present(list.NextMarker, 'the next marker') : undefined;
  } while (marker !== undefined);
}

function originFrom({ ARN, Id }: DistributionSummary, origin: Origin, website: boolean): CloudFrontOrigin {
  const signs = website
    ? 'website'
    : origin.OriginAccessControlId
      ? 'originAccessControl'
      : origin.S3OriginConfig?.OriginAccessIdentity
        ? 'originAccessIdentity'
        : 'nothing';
  return { distribution: present(ARN, "a distribution's ARN"), id: present(Id, 'a distribution id'), signs };
}

export const cloudFrontOrigins = fromAccount(
  ['cloudfront:ListDistributions'],
  async (reader, bucket: Bucket) => (await originsOf(reader)).get(bucket.name) ?? [],
);
