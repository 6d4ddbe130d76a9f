import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import type { Instant } from '../../../domain/finding.ts';
import { fromAccount, fromListing, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { consolePassword } from './console-password.ts';
import { credentialReport, reportPermissions } from './credential-report.ts';
import { otherCredentials } from './other-credentials.ts';
import { passwordPolicyOf } from './password-policy.ts';
import { flag, instant, leavesOut, type ReportRow, rootUser } from './report-csv.ts';
import { userGrantFacts } from './user-grants.ts';
import { userKeyFacts } from './user-keys.ts';

export interface User extends Subject {
  readonly row: ReportRow;
  readonly reportedAt: Instant;
}

async function* list(reader: AwsReader): AsyncIterable<User> {
  const { rows, reportedAt } = await credentialReport(reader);
  for (const row of rows) {
    if (row.user !== rootUser) yield { id: row.arn, region: 'global', name: row.user, row, reportedAt };
  }
}

/** A person or a program with long-lived credentials. The root identity is not one of them: see `aws.account`. */
export const user = {
  title: 'IAM user',
  scope: 'global',
  permissions: reportPermissions,
  pattern: ({ id, partition }) => `arn:${partition}:iam::${id}:user/*`,
  list,
  facts: {
    /** `null`: no console password. `setAt` falls back to the user's creation, which is not later. */
    console: fromListing(({ row, reportedAt }: User) => {
      if (!flag(row, 'password_enabled')) return null;
      return {
        usedAt: instant(row, 'password_last_used'),
        setAt: instant(row, 'password_last_changed') ?? createdAt(row),
        reportedAt,
      };
    }),
    /** When the password policy forces a new password; `null`: it does not. */
    passwordExpiresAt: fromAccount(['iam:GetAccountPasswordPolicy'], async (reader, { row }: User) => {
      if (!flag(row, 'password_enabled')) return null;
      return row.password_next_rotation === 'not_supported'
        ? expiryByPolicy(reader, row)
        : instant(row, 'password_next_rotation');
    }),
    mfa: fromListing(({ row, reportedAt }: User) => ({ active: flag(row, 'mfa_active'), reportedAt })),
    activeKeys: fromListing(({ row }: User) => {
      if (leavesOut(row))
        throw new CloudError('unsupported', 'the credential report leaves out some of the keys');
      return Number(flag(row, 'access_key_1_active')) + Number(flag(row, 'access_key_2_active'));
    }),
    ...userGrantFacts,
    otherCredentials,
    consolePassword,
    ...userKeyFacts,
  },
} as const satisfies ResourceKind<User>;

const dayMs = 86_400_000;
/** Where the report leaves it out, it follows from the last change and the account's policy. */
async function expiryByPolicy(reader: AwsReader, row: ReportRow): Promise<Instant | null> {
  const maxAgeDays = (await passwordPolicyOf(reader))?.maxAgeDays ?? null;
  if (maxAgeDays === null) return null;
  const changedAt = instant(row, 'password_last_changed');
  if (changedAt === null)
    throw new CloudError('unsupported', 'the credential report does not say when the password was set');
  return new Date(Date.parse(changedAt) + maxAgeDays * dayMs).toISOString();
}

const createdAt = (row: ReportRow): Instant =>
  present(instant(row, 'user_creation_time'), "the user's creation date");
