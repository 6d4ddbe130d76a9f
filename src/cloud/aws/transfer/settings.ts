import type { Protocol } from '@aws-sdk/client-transfer';
import type { Subject } from '../../../domain/catalog.ts';
import { fromFacts, knownValue, settable } from '../collect.ts';
import { type ServerDescription, serverId } from './description.ts';

const inAnyOrder = (a: readonly string[], b: readonly string[]): boolean =>
  a.toSorted().join() === b.toSorted().join();

/** Log groups, by ARN, that take its structured log. */
export const logDestinations = fromFacts(
  ['description'],
  (needs, _server: Subject): readonly string[] =>
    knownValue<ServerDescription>(needs['description']).logDestinations,
);

/** What it speaks: `SFTP`, `FTPS`, `FTP`, `AS2`. */
export const protocols = settable(
  fromFacts(
    ['description'],
    (needs, _server: Subject): readonly string[] =>
      knownValue<ServerDescription>(needs['description']).protocols,
  ),
  {
    permissions: ['transfer:UpdateServer'],
    calls: () => ['UpdateServer'],
    same: inAnyOrder,
    async put(client, server, value) {
      const transfer = await client.service('transfer', server.region);
      await transfer.updateServer({ ServerId: serverId(server), Protocols: [...value] as Protocol[] });
    },
  },
);
