import type { Subject } from '../../../domain/catalog.ts';
import type { Instant } from '../../../domain/finding.ts';
import { fromAccount } from '../collect.ts';
import { credentialReport, reportPermissions } from './credential-report.ts';
import { flag, instant, rootUser } from './report-csv.ts';

export interface ConsolePassword {
  readonly user: string;
  /** `null`: the report does not say. */
  readonly setAt: Instant | null;
}

/** Who signs in with a password, and since when it is the same: tells whom a shorter life would lock out. */
export const consolePasswords = fromAccount(
  reportPermissions,
  async (reader, _account: Subject): Promise<readonly ConsolePassword[]> =>
    (await credentialReport(reader)).rows
      .filter((row) => row.user !== rootUser && flag(row, 'password_enabled'))
      .map((row) => ({ user: row.user, setAt: instantOrNone(row) })),
);

const instantOrNone = (row: Parameters<typeof instant>[0]): Instant | null =>
  row.password_last_changed === 'not_supported' ? null : instant(row, 'password_last_changed');
