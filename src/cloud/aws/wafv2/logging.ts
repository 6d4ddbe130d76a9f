import type { FieldToMatch, LoggingConfiguration } from '@aws-sdk/client-wafv2';
import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromCall, listOf, orNone, present, settable } from '../collect.ts';

type Logging = {
  /** ARNs of where it logs to. */
  readonly destinations: readonly string[];
  /** Fields that the log leaves out: `query string`, `header cookie`. */
  readonly redacts: readonly string[];
  /** Not every request is kept. */
  readonly filtered: boolean;
};

function fieldName({ SingleHeader, QueryString, UriPath, Method }: FieldToMatch): string {
  if (SingleHeader) return `header ${SingleHeader.Name}`;
  if (QueryString) return 'query string';
  if (UriPath) return 'path';
  return Method ? 'method' : 'another field';
}

function fieldOf(name: string): FieldToMatch {
  if (name === 'query string') return { QueryString: {} };
  if (name === 'path') return { UriPath: {} };
  if (name === 'method') return { Method: {} };
  const [, Name] = /^header (.+)$/.exec(name) ?? [];
  if (Name === undefined) throw new CloudError('unsupported', `a log cannot leave out ${name}`);
  return { SingleHeader: { Name } };
}

const loggingOf = ({
  LogDestinationConfigs,
  RedactedFields,
  LoggingFilter,
}: LoggingConfiguration): Logging => ({
  destinations: listOf(LogDestinationConfigs, 'GetLoggingConfiguration'),
  redacts: (RedactedFields ?? []).map(fieldName).sort(),
  filtered: LoggingFilter !== undefined,
});

/** The log that the account itself has set up; `null`: none. */
export const logging = settable(
  fromCall(
    ['wafv2:GetLoggingConfiguration'],
    async (reader, { id: ResourceArn, region }: Subject): Promise<Logging | null> => {
      const waf = await reader.service('wafV2', region);
      const asked = waf.getLoggingConfiguration({ ResourceArn, LogScope: 'CUSTOMER' });
      const told = await orNone(asked, 'WAFNonexistentItemException');
      return told && loggingOf(present(told.LoggingConfiguration, 'LoggingConfiguration'));
    },
  ),
  {
    permissions: [
      'wafv2:PutLoggingConfiguration',
      'wafv2:DeleteLoggingConfiguration',
      // WAF looks for the stream in the name of whoever asks.
      'firehose:ListDeliveryStreams',
    ],
    resources: ({ id }) => [id],
    calls: ({ after }) => [after === null ? 'DeleteLoggingConfiguration' : 'PutLoggingConfiguration'],
    implies: (value) => ({ logsTo: value?.destinations ?? [] }),
    async put(client, { id: ResourceArn, region }, value) {
      const waf = await client.service('wafV2', region);
      if (value === null) await waf.deleteLoggingConfiguration({ ResourceArn });
      else if (value.filtered) throw new CloudError('unsupported', 'which requests are kept is not set here');
      else
        await waf.putLoggingConfiguration({
          LoggingConfiguration: {
            ResourceArn,
            LogDestinationConfigs: [...value.destinations],
            RedactedFields: value.redacts.map(fieldOf),
          },
        });
    },
  },
);
