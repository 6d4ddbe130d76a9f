import type { LoggingStatus } from '@aws-sdk/client-redshift';
import type { Subject } from '../../../domain/catalog.ts';
import { fromCall, fromFacts, knownValue, present, settable } from '../collect.ts';

type AuditLogging =
  | { readonly to: 's3'; readonly bucket: string; readonly prefix: string | null }
  | {
      readonly to: 'cloudwatch';
      readonly logs: readonly ('connectionlog' | 'useractivitylog' | 'userlog')[];
    };

const isLog = (name: string) => name === 'connectionlog' || name === 'useractivitylog' || name === 'userlog';

interface Status {
  readonly destination: AuditLogging | null;
  /** The last delivery, where it failed; null: none did, or one succeeded since. */
  readonly failedAt: string | null;
}

function destinationOf(told: LoggingStatus): AuditLogging | null {
  if (!present(told.LoggingEnabled, 'LoggingEnabled')) return null;
  if (told.LogDestinationType === 'cloudwatch')
    return { to: 'cloudwatch', logs: (told.LogExports ?? []).filter(isLog).sort() };
  return { to: 's3', bucket: present(told.BucketName, 'BucketName'), prefix: told.S3KeyPrefix || null };
}

const isAfter = (a: Date, b: Date | undefined) => b === undefined || a > b;

export const loggingStatus = fromCall(
  ['redshift:DescribeLoggingStatus'],
  async (reader, { name: ClusterIdentifier, region }: Subject): Promise<Status> => {
    const redshift = await reader.service('redshift', region);
    const told = await redshift.describeLoggingStatus({ ClusterIdentifier });
    const { LastFailureTime: failed, LastSuccessfulDeliveryTime: delivered } = told;
    return {
      destination: destinationOf(told),
      failedAt: failed && isAfter(failed, delivered) ? failed.toISOString() : null,
    };
  },
);

/** When a bucket last refused the log, where it has not taken it since; `null`: it takes it, or no bucket is to. */
export const undeliveredSince = fromFacts(['loggingStatus'], ({ loggingStatus }, _cluster: Subject) => {
  const { destination, failedAt } = knownValue<Status>(loggingStatus);
  return destination?.to === 's3' ? failedAt : null;
});

/** Where the cluster's audit log goes; `null`: nowhere. */
export const auditLogging = settable(
  fromFacts(
    ['loggingStatus'],
    ({ loggingStatus }, _cluster: Subject): AuditLogging | null =>
      knownValue<Status>(loggingStatus).destination,
  ),
  {
    permissions: ['redshift:EnableLogging', 'redshift:DisableLogging'],
    implies: (destination): Record<string, unknown> => ({
      loggingStatus: { destination, failedAt: null } satisfies Status,
    }),
    calls: ({ after }) => [after === null ? 'DisableLogging' : 'EnableLogging'],
    async put(client, { name: ClusterIdentifier, region }, value) {
      const redshift = await client.service('redshift', region);
      if (value === null) await redshift.disableLogging({ ClusterIdentifier });
      else if (value.to === 'cloudwatch')
        await redshift.enableLogging({
          ClusterIdentifier,
          LogDestinationType: 'cloudwatch',
          LogExports: [...value.logs],
        });
      else
        await redshift.enableLogging({
          ClusterIdentifier,
          LogDestinationType: 's3',
          BucketName: value.bucket,
          ...(value.prefix !== null && { S3KeyPrefix: value.prefix }),
        });
    },
  },
);
