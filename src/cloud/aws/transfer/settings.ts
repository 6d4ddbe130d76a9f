import type { Protocol } from '@aws-sdk/client-transfer';
import type { Subject } from '../../../domain/catalog.ts';
import { fromFacts, knownValue, settable } from '../collect.ts';
import { type ServerDescription, serverId } from './description.ts';

const inAnyOrder = (a: readonly string[], b: readonly string[]): boolean =>
  a.toSorted().join() === b.toSorted().join();

/** Log groups, by ARN, that take its structured log. */
export const logDestinations = settable(
  fromFacts(
    ['description'],
    (needs, _server: Subject): readonly string[] =>
      knownValue<ServerDescription>(needs['description']).logDestinations,
  ),
  {
    // The log delivery is set up in the caller's name. Source: AWS Transfer Family User Guide, "Creating structured logging".
    permissions: [
      'transfer:UpdateServer',
      'logs:CreateLogDelivery',
      'logs:GetLogDelivery',
      'logs:UpdateLogDelivery',
      'logs:DeleteLogDelivery',
      'logs:ListLogDeliveries',
      'logs:PutResourcePolicy',
      'logs:DescribeResourcePolicies',
      'logs:DescribeLogGroups',
    ],
    // Log deliveries have no ARN to name.
    resources: () => ['*'],
    calls: () => ['UpdateServer'],
    same: inAnyOrder,
    async put(client, server, value) {
      const transfer = await client.service('transfer', server.region);
      await transfer.updateServer({ ServerId: serverId(server), StructuredLogDestinations: [...value] });
    },
  },
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
