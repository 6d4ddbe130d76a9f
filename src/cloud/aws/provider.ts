import { type Unknown, unknown } from '../../domain/collected.ts';
import { Cancelled } from '../../domain/errors.ts';
import type { Account, Provider } from '../../domain/provider.ts';
import { aws } from './catalog.ts';
import { classify } from './classify.ts';
import { openWriter, readOnly } from './open-writer.ts';
import { discover } from './organizations/discover.ts';
import { memberPermissions, type OrganizationSettings } from './organizations/members.ts';
import { type AwsSettings, openSession, regionPermissions } from './session.ts';

/** AWS over HTTP: scans with read-only credentials, writes with those of a remediation role. */
export function awsProvider(
  configured: readonly Account[],
  settings: AwsSettings,
  organization?: OrganizationSettings,
): Provider {
  let found: readonly Account[] = [];
  let others: readonly string[] = [];
  const isConfigured = ({ id }: Account) => configured.some((own) => own.id !== undefined && own.id === id);
  /** People, and the results of a scan, know an account by its name: a configured one keeps it for itself. */
  const toldApart = (member: Account): Account =>
    configured.some(({ name }) => name === member.name)
      ? { ...member, name: `${member.name} (${member.id})` }
      : member;
  return {
    name: 'aws',
    catalog: aws,
    accounts: () => [...configured, ...found],
    siblings: () => others,
    discovers: [
      ...(settings.regions === 'all' || configured.some(({ regions }) => regions === 'all')
        ? regionPermissions
        : []),
      ...(organization ? memberPermissions(organization) : []),
    ],
    ...(organization?.remediation && { fixes: true as const }),
    ...(organization && {
      async discover(signal: AbortSignal): Promise<Unknown | null> {
        try {
          const members = await discover(settings, organization, signal);
          found = members.scanned.filter((member) => !isConfigured(member)).map(toldApart);
          others = members.others;
          return null;
        } catch (error) {
          if (signal.reason?.name === 'TimeoutError')
            return unknown('failed', "the organization's accounts could not be listed in time");
          if (signal.aborted || error instanceof Cancelled) throw error;
          const { reason, message, permission } = classify(error);
          return unknown(reason, `the organization's accounts could not be listed: ${message}`, permission);
        }
      },
    }),
    open: (account, scope) => openSession(aws, settings, account, scope),
    readOnly,
    openWriter: (account, mandate) => openWriter(aws, settings, account, mandate),
    classify,
  };
}
