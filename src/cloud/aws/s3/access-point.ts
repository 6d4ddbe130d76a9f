import { GetAccessPointCommand, paginateListAccessPoints } from '@aws-sdk/client-s3-control';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromAccount, fromCall, fromFacts, fromListing, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { accountBlockOf } from './account-block.ts';
import { blockFrom, effectiveBlock } from './public-access-block.ts';

/** A second door to a bucket, with a name, a policy and a block of its own. */
export interface AccessPoint extends Subject {
  readonly name: string;
  readonly bucket: string | null;
  /** Set when the access point answers only inside this network; then nothing about it is public. */
  readonly vpc: string | null;
}

async function* list(reader: AwsReader, region: string): AsyncIterable<AccessPoint> {
  const { id: AccountId, partition } = reader.identity;
  const pages = paginateListAccessPoints({ client: reader.s3Control(region) }, { AccountId });
  for await (const page of pages) {
    for (const point of listOf(page.AccessPointList, 'ListAccessPoints')) {
      const name = present(point.Name, 'the name of an access point');
      yield {
        id: point.AccessPointArn ?? `arn:${partition}:s3:${region}:${AccountId}:accesspoint/${name}`,
        region,
        name,
        bucket: point.Bucket ?? null,
        vpc: point.NetworkOrigin === 'VPC' ? (point.VpcConfiguration?.VpcId ?? 'its network') : null,
      };
    }
  }
}

export const accessPoint = {
  title: 'S3 access point',
  scope: 'regional',
  permissions: ['s3:ListAccessPoints'],
  pattern: ({ id, partition }, region) => `arn:${partition}:s3:${region}:${id}:accesspoint/*`,
  list,
  facts: {
    vpc: fromListing((point: AccessPoint) => point.vpc),
    publicAccessBlock: fromCall(['s3:GetAccessPoint'], async (reader, { name, region }: AccessPoint) => {
      const ask = new GetAccessPointCommand({ AccountId: reader.identity.id, Name: name });
      return blockFrom((await reader.s3Control(region).send(ask)).PublicAccessBlockConfiguration);
    }),
    accountBlock: fromAccount(['s3:GetAccountPublicAccessBlock'], (reader, _point: AccessPoint) =>
      accountBlockOf(reader),
    ),
    effectiveBlock: fromFacts(
      ['publicAccessBlock', 'accountBlock'],
      ({ publicAccessBlock, accountBlock }, _point: AccessPoint) =>
        effectiveBlock(publicAccessBlock, accountBlock),
    ),
  },
} as const satisfies ResourceKind<AccessPoint>;
