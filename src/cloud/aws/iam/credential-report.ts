import { setTimeout as wait } from 'node:timers/promises';
import {
  GenerateCredentialReportCommand,
  GetCredentialReportCommand,
  type GetCredentialReportCommandOutput,
} from '@aws-sdk/client-iam';
import { Cancelled, CloudError } from '../../../domain/errors.ts';
import type { Instant } from '../../../domain/finding.ts';
import { orNone, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { parseReport, type ReportRow } from './report-csv.ts';

export interface CredentialReport {
  /** AWS answers with the same report for up to four hours. */
  readonly reportedAt: Instant;
  readonly rows: readonly ReportRow[];
}

export const reportPermissions = ['iam:GenerateCredentialReport', 'iam:GetCredentialReport'] as const;

/** Every user's password, second factor and keys in one answer: no call per user. */
export const credentialReport = (reader: AwsReader): Promise<CredentialReport> =>
  reader.remember('iam:credential-report', () => ask(reader));

async function ask(reader: AwsReader): Promise<CredentialReport> {
  await reader.iam().send(new GenerateCredentialReportCommand({}));
  const { Content, GeneratedTime } = await finished(reader);
  const csv = new TextDecoder().decode(present(Content, 'the credential report'));
  return {
    reportedAt: present(GeneratedTime, "the credential report's time").toISOString(),
    rows: parseReport(csv),
  };
}

/** A large account's report takes AWS some seconds; a fresh enough one is there at once. */
const waitsMs = [250, 500, 1_000, ...Array<number>(30).fill(2_000)];
const notYet = [
  'ReportExpired',
  'CredentialReportExpiredException',
  'ReportInProgress',
  'CredentialReportNotReadyException',
  'ReportNotPresent',
  'CredentialReportNotPresentException',
];

async function finished(reader: AwsReader): Promise<GetCredentialReportCommandOutput> {
  for (const waitMs of waitsMs) {
    const report = await orNone(reader.iam().send(new GetCredentialReportCommand({})), ...notYet);
    if (report) return report;
    await wait(waitMs, undefined, { signal: reader.signal }).catch((cause) => {
      throw new Cancelled('the scan was cancelled', { cause });
    });
  }
  throw new CloudError('failed', 'AWS did not finish the credential report within a minute');
}
