import type { ResourceKind } from '../../../domain/catalog.ts';
import { fromListing, itemsOf, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { type Piece, pieceOf, sharedBy } from './named.ts';

interface InternetGateway extends Piece {
  readonly attachedTo: readonly string[];
}

async function* list(reader: AwsReader, region: string): AsyncIterable<InternetGateway> {
  const pages = (await reader.service('ec2', region)).paginateDescribeInternetGateways({ MaxResults: 1000 });
  for await (const told of itemsOf(pages, (page) => page.InternetGateways, 'DescribeInternetGateways')) {
    const id = present(told.InternetGatewayId, 'InternetGatewayId');
    yield {
      ...pieceOf(reader, region, 'internet-gateway', id, told),
      attachedTo: listOf(told.Attachments, 'DescribeInternetGateways').map(({ VpcId }) =>
        present(VpcId, 'VpcId'),
      ),
    };
  }
}

export const internetGateway = {
  title: 'Internet gateway',
  scope: 'regional',
  permissions: ['ec2:DescribeInternetGateways'],
  pattern: ({ id, partition }, region) => `arn:${partition}:ec2:${region}:${id}:internet-gateway/*`,
  list,
  facts: { sharedBy, attachedTo: fromListing((gateway: InternetGateway) => gateway.attachedTo) },
} as const satisfies ResourceKind<InternetGateway>;
