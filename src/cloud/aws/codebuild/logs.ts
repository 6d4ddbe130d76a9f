import type { LogsConfig } from '@aws-sdk/client-codebuild';
import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromListing, present, settable } from '../collect.ts';

/** Raw, so that it can be put back. `null`: never set, and CodeBuild then logs to CloudWatch Logs. */
export type Logs = {
  readonly cloudWatch: {
    readonly on: boolean;
    readonly group: string | null;
    readonly stream: string | null;
  } | null;
  readonly s3: {
    readonly on: boolean;
    readonly location: string | null;
    readonly encryptionDisabled: boolean | null;
    readonly bucketOwnerAccess: string | null;
  } | null;
} | null;

export const logsOf = (told: LogsConfig | undefined): Logs =>
  told === undefined
    ? null
    : {
        cloudWatch: told.cloudWatchLogs
          ? {
              on: present(told.cloudWatchLogs.status, 'the status of CloudWatch Logs') === 'ENABLED',
              group: told.cloudWatchLogs.groupName ?? null,
              stream: told.cloudWatchLogs.streamName ?? null,
            }
          : null,
        s3: told.s3Logs
          ? {
              on: present(told.s3Logs.status, 'the status of S3 logs') === 'ENABLED',
              location: told.s3Logs.location ?? null,
              encryptionDisabled: told.s3Logs.encryptionDisabled ?? null,
              bucketOwnerAccess: told.s3Logs.bucketOwnerAccess ?? null,
            }
          : null,
      };

const status = (on: boolean) => (on ? 'ENABLED' : 'DISABLED');

const written = ({ cloudWatch, s3 }: NonNullable<Logs>): LogsConfig => ({
  ...(cloudWatch && {
    cloudWatchLogs: {
      status: status(cloudWatch.on),
      ...(cloudWatch.group !== null && { groupName: cloudWatch.group }),
      ...(cloudWatch.stream !== null && { streamName: cloudWatch.stream }),
    },
  }),
  ...(s3 && {
    s3Logs: {
      status: status(s3.on),
      ...(s3.location !== null && { location: s3.location }),
      ...(s3.encryptionDisabled !== null && { encryptionDisabled: s3.encryptionDisabled }),
      ...(s3.bucketOwnerAccess !== null && {
        bucketOwnerAccess: s3.bucketOwnerAccess as 'NONE' | 'READ_ONLY' | 'FULL',
      }),
    },
  }),
});

/** Where the builds' output goes. What else the project says is left alone: CodeBuild changes what it is given. */
export const logs = settable(
  fromListing((project: Subject & { readonly logs: Logs }): Logs => project.logs),
  {
    permissions: ['codebuild:UpdateProject'],
    calls: () => ['UpdateProject'],
    async put(client, { name, region }, value) {
      if (value === null)
        throw new CloudError('unsupported', 'CodeBuild takes no log configuration away again');
      await (await client.service('codeBuild', region)).updateProject({ name, logsConfig: written(value) });
    },
  },
);
