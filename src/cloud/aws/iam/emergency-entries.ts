import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import type { Instant } from '../../../domain/finding.ts';
import { fromAccount } from '../collect.ts';
import { credentialReport, reportPermissions } from './credential-report.ts';
import { identities, identityPermissions } from './identities.ts';
import { flag, instant, type ReportRow, rootUser } from './report-csv.ts';
import { trustIn } from './role-trust.ts';

/** A user or role by which somebody may get in, as far as an emergency would need it. */
export interface EmergencyEntry {
  /** `user/break-glass`, `role/break-glass`. */
  readonly identity: string;
  /** `null`: never, or longer ago than AWS keeps note. */
  readonly usedAt: Instant | null;
  /** Of a role: whoever takes it on must have used a second factor. `null`: that could not be told. */
  readonly mfa: boolean | null;
  /** A user without password and key cannot get in. */
  readonly usable: boolean;
}

const keyColumns = ['access_key_1_last_used_date', 'access_key_2_last_used_date'] as const;

function ofUser(row: ReportRow): EmergencyEntry {
  const columns = [
    ...(flag(row, 'password_enabled') ? (['password_last_used'] as const) : []),
    ...keyColumns,
  ];
  const uses = columns.map((column) => instant(row, column)).filter((at) => at !== null);
  return {
    identity: `user/${row.user}`,
    usedAt: uses.sort().at(-1) ?? null,
    mfa: flag(row, 'mfa_active'),
    usable:
      flag(row, 'password_enabled') || flag(row, 'access_key_1_active') || flag(row, 'access_key_2_active'),
  };
}

/** Every user and every role that people may take on: which of them is for emergencies is known to the configuration. */
export const emergencyEntries = fromAccount(
  [...reportPermissions, ...identityPermissions],
  async (reader, _account: Subject): Promise<readonly EmergencyEntry[]> => {
    const [{ rows }, { roles }] = await Promise.all([credentialReport(reader), identities(reader)]);
    const users = rows.filter(({ user }) => user !== rootUser).map(ofUser);
    const entries = roles.flatMap((role): readonly EmergencyEntry[] => {
      const { identity, usedAt } = { identity: `role/${role.name}`, usedAt: role.usedAt };
      try {
        const { onlyServices, asksMfa } = trustIn(role);
        return onlyServices ? [] : [{ identity, usedAt, mfa: asksMfa, usable: true }];
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        return [{ identity, usedAt, mfa: null, usable: true }];
      }
    });
    return [...users, ...entries];
  },
);
