import { GetAccountSummaryCommand, paginateListVirtualMFADevices } from '@aws-sdk/client-iam';
import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import type { Instant } from '../../../domain/finding.ts';
import { fromAccount, fromFacts, knownValue, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { credentialReport, reportPermissions } from './credential-report.ts';
import { flag, instant, type ReportRow, rootUser } from './report-csv.ts';

export interface RootCredentials {
  readonly accessKey: boolean;
  readonly mfa: boolean;
  /** `null`: AWS does not say. */
  readonly password: boolean | null;
}

async function credentials(reader: AwsReader): Promise<RootCredentials> {
  const answer = await reader.remember('iam:GetAccountSummary', () =>
    reader.iam().send(new GetAccountSummaryCommand({})),
  );
  const summary = present(answer.SummaryMap, 'the account summary');
  // Nobody signs in to GovCloud's console as root.
  const password = reader.identity.partition === 'aws-us-gov' ? 0 : summary['AccountPasswordPresent'];
  return {
    accessKey: present(summary.AccountAccessKeysPresent, 'AccountAccessKeysPresent') > 0,
    mfa: present(summary.AccountMFAEnabled, 'AccountMFAEnabled') > 0,
    password: password === undefined ? null : password > 0,
  };
}

/** No API lists the root's security keys, but every virtual device is listed: with MFA on and none of those, it is a key. */
async function mfaDevice(reader: AwsReader, root: RootCredentials): Promise<'none' | 'virtual' | 'hardware'> {
  if (!root.mfa) return 'none';
  const { partition, id } = reader.identity;
  const pages = paginateListVirtualMFADevices({ client: reader.iam() }, { AssignmentStatus: 'Assigned' });
  for await (const page of pages) {
    for (const device of listOf(page.VirtualMFADevices, 'ListVirtualMFADevices')) {
      const arn = `arn:${partition}:iam::${id}`;
      // Devices of before 2022 may come without their user, under this fixed name.
      if (device.User?.Arn === `${arn}:root` || device.SerialNumber === `${arn}:mfa/root-account-mfa-device`)
        return 'virtual';
    }
  }
  return 'hardware';
}

async function rootRow(reader: AwsReader): Promise<{ row: ReportRow; reportedAt: Instant }> {
  const { rows, reportedAt } = await credentialReport(reader);
  const row = rows.find(({ user }) => user === rootUser);
  if (!row) throw new CloudError('unsupported', 'the credential report does not speak of the root identity');
  return { row, reportedAt };
}

/** The last sign-in or signed call of the root identity; `null`: never, or before AWS kept note. */
async function lastUse(reader: AwsReader): Promise<{ usedAt: Instant | null; reportedAt: Instant }> {
  const { row, reportedAt } = await rootRow(reader);
  const uses = (['password_last_used', 'access_key_1_last_used_date', 'access_key_2_last_used_date'] as const)
    .map((column) => instant(row, column))
    .filter((at) => at !== null);
  return { usedAt: uses.sort().at(-1) ?? null, reportedAt };
}

export const rootFacts = {
  rootCredentials: fromAccount(['iam:GetAccountSummary'], (reader, _account: Subject) => credentials(reader)),
  rootMfaDevice: fromFacts(
    ['rootCredentials'],
    ({ rootCredentials }, _account: Subject, reader) =>
      mfaDevice(reader, knownValue<RootCredentials>(rootCredentials)),
    ['iam:ListVirtualMFADevices'],
  ),
  rootUse: fromAccount(reportPermissions, (reader, _account: Subject) => lastUse(reader)),
  /** X.509 certificates for signing that are active. */
  rootSigningCertificates: fromAccount(reportPermissions, async (reader, _account: Subject) => {
    const { row } = await rootRow(reader);
    return Number(flag(row, 'cert_1_active')) + Number(flag(row, 'cert_2_active'));
  }),
} as const;
