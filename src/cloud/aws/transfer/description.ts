import type { Subject } from '../../../domain/catalog.ts';
import { fromCall, listOf, present } from '../collect.ts';

export interface ServerDescription {
  readonly protocols: readonly string[];
  /** The role by which it writes its older, plain log; `null`: none. */
  readonly loggingRole: string | null;
  /** Log groups of its structured log. */
  readonly logDestinations: readonly string[];
}

export const serverId = ({ id }: Subject): string => id.split('/').at(-1) ?? '';

export const description = fromCall(
  ['transfer:DescribeServer'],
  async (reader, server: Subject): Promise<ServerDescription> => {
    const transfer = await reader.service('transfer', server.region);
    const { Server } = await transfer.describeServer({ ServerId: serverId(server) });
    const told = present(Server, 'the server');
    return {
      protocols: listOf(told.Protocols, 'DescribeServer'),
      loggingRole: told.LoggingRole || null,
      logDestinations: told.StructuredLogDestinations ?? [],
    };
  },
);
