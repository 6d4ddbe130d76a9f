import { paginateListBuckets } from '@aws-sdk/client-s3';
import type { ResourceKind } from '../../../domain/catalog.ts';
import { Cancelled } from '../../../domain/errors.ts';
import { fromListing, listOf, present } from '../collect.ts';
import { foreignAccounts } from '../external/bucket-accounts.ts';
import type { AwsReader } from '../reader.ts';
import { type Bucket, homeOf } from './bucket-subject.ts';
import { accessPoints } from './facts/access-points.ts';
import { acl } from './facts/acl.ts';
import { anonymousProbe } from './facts/anonymous-probe.ts';
import { cloudFrontLimit } from './facts/cloudfront-limit.ts';
import { cloudFrontOrigins } from './facts/cloudfront-origins.ts';
import { encryption, encryptionRules } from './facts/encryption.ts';
import { exposedSince } from './facts/exposed-since.ts';
import { exposure, publicPolicy, publicRead, publicWrite } from './facts/exposure.ts';
import { lifecycle } from './facts/lifecycle.ts';
import { loggingSettings, ownLogging } from './facts/logging.ts';
import { notification } from './facts/notification.ts';
import { objectAclSample } from './facts/object-acl-sample.ts';
import { objectLock } from './facts/object-lock.ts';
import { ownership } from './facts/ownership.ts';
import { policy, policyStatus } from './facts/policy.ts';
import { crossAccountGrants, plainHttp } from './facts/policy-grants.ts';
import { accountBlock, effectiveBlock, publicAccessBlock } from './facts/public-access-block.ts';
import { publicWebsite } from './facts/public-website.ts';
import { copiedToOtherRegion, replication, replicationTargets } from './facts/replication.ts';
import { sizeAndObjects } from './facts/size-and-objects.ts';
import { tags } from './facts/tags.ts';
import { versioning } from './facts/versioning.ts';
import { website } from './facts/website.ts';
import { regionOf } from './region-of.ts';

export type { Bucket } from './bucket-subject.ts';

async function* list(reader: AwsReader): AsyncIterable<Bucket> {
  // A page size makes S3 page at all, and carry each bucket's region.
  const pages = paginateListBuckets({ client: reader.s3(homeOf(reader)), pageSize: 1000 }, {});
  for await (const page of pages) {
    for (const { Name, BucketRegion } of listOf(page.Buckets, 'ListBuckets')) {
      const name = present(Name, 'a bucket name');
      const region = BucketRegion ?? (await regionOrHome(reader, name));
      yield { id: `arn:${reader.identity.partition}:s3:::${name}`, name, region };
    }
  }
}

/** One bucket that hides its region must not end the listing: its other answers follow S3's redirects. */
const regionOrHome = (reader: AwsReader, name: string): Promise<string> =>
  regionOf(reader, name).catch((error: unknown) => {
    if (error instanceof Cancelled) throw error;
    return homeOf(reader);
  });

export const bucket = {
  title: 'S3 bucket',
  scope: 'global',
  permissions: ['s3:ListAllMyBuckets', 's3:GetBucketLocation'],
  pattern: ({ partition }) => `arn:${partition}:s3:::*`,
  list,
  facts: {
    location: fromListing((bucket: Bucket) => bucket.region),
    tags,
    versioning,
    encryptionRules,
    encryption,
    publicAccessBlock,
    accountBlock,
    effectiveBlock,
    ownership,
    acl,
    policy,
    policyStatus,
    exposure,
    publicRead,
    publicWrite,
    publicPolicy,
    crossAccountGrants,
    foreignAccounts,
    plainHttp,
    loggingSettings,
    logging: ownLogging,
    website,
    publicWebsite,
    replication,
    replicationTargets,
    copiedToOtherRegion,
    lifecycle,
    notification,
    objectLock,
    cloudFrontOrigins,
    cloudFrontLimit,
    accessPoints,
    sizeAndObjects,
    exposedSince,
    anonymousProbe,
    objectAclSample,
  },
} as const satisfies ResourceKind<Bucket>;
