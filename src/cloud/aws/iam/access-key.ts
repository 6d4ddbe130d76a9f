import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import type { Instant } from '../../../domain/finding.ts';
import { fromAccount, fromListing, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { keyStatusFacts } from './access-key-status.ts';
import { credentialReport, reportPermissions } from './credential-report.ts';
import { identityPermissions } from './identities.ts';
import { flag, instant, leavesOut, type ReportRow, rootUser } from './report-csv.ts';
import { standingOf } from './user-grants.ts';

export interface AccessKey extends Subject {
  readonly row: ReportRow;
  readonly slot: 1 | 2;
  readonly reportedAt: Instant;
}

/**
 * The report carries no key ids, and none belongs in a finding: a key is its user's first or second. After a rotation the
 * slot holds another key, which is the same question about the same resource.
 */
async function* list(reader: AwsReader): AsyncIterable<AccessKey> {
  const { rows, reportedAt } = await credentialReport(reader);
  const short: string[] = [];
  for (const row of rows) {
    if (row.user === rootUser) continue;
    if (leavesOut(row)) short.push(row.user);
    for (const slot of [1, 2] as const) {
      const isThere =
        flag(row, `access_key_${slot}_active`) || instant(row, `access_key_${slot}_last_rotated`) !== null;
      const name = `${row.user} key ${slot}`;
      if (isThere)
        yield { id: `${row.arn}/access-key-${slot}`, region: 'global', name, row, slot, reportedAt };
    }
  }
  if (short.length > 0)
    throw new CloudError('unsupported', `the credential report leaves out keys of ${short.join(', ')}`);
}

export const accessKey = {
  title: 'IAM access key',
  scope: 'global',
  permissions: reportPermissions,
  pattern: ({ id, partition }) => `arn:${partition}:iam::${id}:user/*/access-key-*`,
  list,
  facts: {
    /** `null`: inactive, so it opens nothing. `usedAt` is `null` when it was never used. */
    live: fromListing(({ row, slot, reportedAt }: AccessKey) => {
      if (!flag(row, `access_key_${slot}_active`)) return null;
      return {
        rotatedAt: present(instant(row, `access_key_${slot}_last_rotated`), "the key's rotation date"),
        usedAt: instant(row, `access_key_${slot}_last_used_date`),
        reportedAt,
      };
    }),
    standing: fromAccount(identityPermissions, (reader, { row }: AccessKey) => standingOf(reader, row.arn)),
    ...keyStatusFacts,
  },
} as const satisfies ResourceKind<AccessKey>;
