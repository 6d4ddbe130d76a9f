import type { Problem } from './problems.ts';
import type { FileConfig } from './schema.ts';
import { isTeamsChannel } from './words.ts';

/** Every channel that the configuration names, and where. */
function channelsOf({
  alerts,
  digests,
  remediation,
}: FileConfig): readonly (readonly [Problem['path'], string])[] {
  const approvals = remediation.channel;
  return [
    ...alerts.channels.map((c, i) => [['alerts', 'channels', i, 'channel'], c.channel] as const),
    ...digests.map((d, i) => [['digests', i, 'channel'], d.channel] as const),
    ...(approvals === null ? [] : [[['remediation', 'channel'], approvals] as const]),
  ];
}

/** Ids are compared as they are written: two ways to write one account would make two persons of one. */
const accountProblems = ({ persons, remediation }: FileConfig): readonly Problem[] =>
  (
    [
      [['persons'], persons],
      [['remediation', 'groups'], remediation.groups],
    ] as const
  ).flatMap(([section, lists]) =>
    Object.entries(lists).flatMap(([name, accounts]) =>
      accounts.flatMap((account, i) =>
        account.startsWith('teams:') && account !== account.toLowerCase()
          ? [{ path: [...section, name, i], says: 'has capital letters: write ids of Entra in small ones' }]
          : [],
      ),
    ),
  );

/** Half of what Teams needs would leave it silent, or let nobody in. */
export function teamsProblems(config: FileConfig): readonly Problem[] {
  const { appId, tenants, roles } = config.teams;
  const accounts = accountProblems(config);
  if (appId !== undefined)
    return tenants.length > 0
      ? accounts
      : [
          { path: ['teams', 'tenants'], says: 'is empty: name the tenant whose people may speak to the bot' },
          ...accounts,
        ];
  const granted = Object.values(roles).some((ids) => ids.length > 0);
  return [
    ...accounts,
    ...(granted || tenants.length > 0
      ? [{ path: ['teams', 'appId'], says: 'is missing: without it Teams is not connected' }]
      : []),
    ...channelsOf(config)
      .filter(([, id]) => isTeamsChannel(id))
      .map(([path]) => ({ path, says: 'is a conversation in Teams, and teams.appId is not set' })),
  ];
}
