import type { LogsConfig } from '@aws-sdk/client-codebuild';
import type { Subject } from '../../../domain/catalog.ts';
import { fromListing, present } from '../collect.ts';

type Log = { readonly on: boolean } | null;

/** `null`: never set, and CodeBuild then logs to CloudWatch Logs. */
export type Logs = { readonly cloudWatch: Log; readonly s3: Log } | null;

export const logsOf = (told: LogsConfig | undefined): Logs =>
  told === undefined
    ? null
    : {
        cloudWatch: logOf(told.cloudWatchLogs, 'CloudWatch Logs'),
        s3: logOf(told.s3Logs, 'S3 logs'),
      };

const logOf = (told: { readonly status: string | undefined } | undefined, what: string): Log =>
  told ? { on: present(told.status, `the status of ${what}`) === 'ENABLED' } : null;

/** Where the builds' output goes. */
export const logs = fromListing((project: Subject & { readonly logs: Logs }): Logs => project.logs);
