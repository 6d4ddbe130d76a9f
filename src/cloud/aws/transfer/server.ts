import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromFacts, itemsOf, knownValue, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { description, type ServerDescription } from './description.ts';
import { logDestinations, protocols } from './settings.ts';

async function* list(reader: AwsReader, region: string): AsyncIterable<Subject> {
  const pages = (await reader.service('transfer', region)).paginateListServers({ MaxResults: 1000 });
  for await (const { Arn, ServerId } of itemsOf(pages, (page) => page.Servers, 'ListServers'))
    yield { id: present(Arn, 'the ARN'), name: present(ServerId, 'ServerId'), region };
}

const loggingRole = fromFacts(
  ['description'],
  (needs, _server: Subject): string | null => knownValue<ServerDescription>(needs['description']).loggingRole,
);

export const server = {
  title: 'Transfer server',
  scope: 'regional',
  permissions: ['transfer:ListServers'],
  pattern: ({ id, partition }, region) => `arn:${partition}:transfer:${region}:${id}:server/*`,
  list,
  facts: { description, loggingRole, logDestinations, protocols },
} as const satisfies ResourceKind<Subject>;
