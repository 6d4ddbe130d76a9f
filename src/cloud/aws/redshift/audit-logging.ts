import type { Subject } from '../../../domain/catalog.ts';
import { fromCall, present, settable } from '../collect.ts';

type AuditLogging =
  | { readonly to: 's3'; readonly bucket: string; readonly prefix: string | null }
  | {
      readonly to: 'cloudwatch';
      readonly logs: readonly ('connectionlog' | 'useractivitylog' | 'userlog')[];
    };

const isLog = (name: string) => name === 'connectionlog' || name === 'useractivitylog' || name === 'userlog';

/** Where the cluster's audit log goes; `null`: nowhere. */
export const auditLogging = settable(
  fromCall(
    ['redshift:DescribeLoggingStatus'],
    async (reader, { name: ClusterIdentifier, region }: Subject): Promise<AuditLogging | null> => {
      const redshift = await reader.service('redshift', region);
      const told = await redshift.describeLoggingStatus({ ClusterIdentifier });
      if (!present(told.LoggingEnabled, 'LoggingEnabled')) return null;
      if (told.LogDestinationType === 'cloudwatch')
        return { to: 'cloudwatch', logs: (told.LogExports ?? []).filter(isLog).sort() };
      return { to: 's3', bucket: present(told.BucketName, 'BucketName'), prefix: told.S3KeyPrefix || null };
    },
  ),
  {
    permissions: ['redshift:EnableLogging', 'redshift:DisableLogging'],
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
