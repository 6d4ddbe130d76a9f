import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { itemsOf } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { description, tags } from './description.ts';
import { endpointAccess, openTo } from './endpoint-access.ts';

const arnOf = ({ id, partition }: { id: string; partition: string }, region: string, name: string) =>
  `arn:${partition}:eks:${region}:${id}:cluster/${name}`;

async function* list(reader: AwsReader, region: string): AsyncIterable<Subject> {
  const pages = (await reader.service('eks', region)).paginateListClusters({ maxResults: 100 });
  for await (const name of itemsOf(pages, (page) => page.clusters, 'ListClusters'))
    yield { id: arnOf(reader.identity, region, name), name, region };
}

export const cluster = {
  title: 'EKS cluster',
  scope: 'regional',
  permissions: ['eks:ListClusters'],
  pattern: (account, region) => arnOf(account, region, '*'),
  list,
  facts: { description, tags, endpointAccess, openTo },
} as const satisfies ResourceKind<Subject>;
