import {
  GetBucketLocationCommand,
  GetBucketVersioningCommand,
  paginateListBuckets,
} from '@aws-sdk/client-s3';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromCall, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

export interface Bucket extends Subject {
  readonly name: string;
}

/** The global endpoint answers for buckets of every region of the partition. */
const home = 'us-east-1';

async function* list(reader: AwsReader): AsyncIterable<Bucket> {
  // A page size makes S3 page at all, and carry each bucket's region.
  const pages = paginateListBuckets({ client: reader.s3(home), pageSize: 1000 }, {});
  for await (const page of pages) {
    for (const { Name, BucketRegion } of listOf(page.Buckets, 'ListBuckets')) {
      const name = present(Name, 'a bucket name');
      const region = BucketRegion ?? (await regionOf(reader, name));
      yield { id: `arn:${reader.identity.partition}:s3:::${name}`, name, region };
    }
  }
}

async function regionOf(reader: AwsReader, name: string): Promise<string> {
  const { LocationConstraint } = await reader.s3(home).send(new GetBucketLocationCommand({ Bucket: name }));
  if (!LocationConstraint) return 'us-east-1'; // the oldest region has no constraint
  return LocationConstraint === 'EU' ? 'eu-west-1' : LocationConstraint;
}

export const bucket = {
  title: 'S3 bucket',
  scope: 'global',
  permissions: ['s3:ListAllMyBuckets', 's3:GetBucketLocation'],
  pattern: ({ partition }) => `arn:${partition}:s3:::*`,
  list,
  facts: {
    versioning: fromCall(['s3:GetBucketVersioning'], async (reader, bucket: Bucket) => {
      const ask = new GetBucketVersioningCommand({ Bucket: bucket.name });
      const { Status, MFADelete } = await reader.recall(`s3:GetBucketVersioning:${bucket.name}`, () =>
        reader.s3(bucket.region).send(ask),
      );
      return { enabled: Status === 'Enabled', mfaDelete: MFADelete === 'Enabled' };
    }),
  },
} as const satisfies ResourceKind<Bucket>;
