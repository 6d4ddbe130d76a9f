import { validate as cronIsValid } from 'node-cron';
import { checks } from '#checks';
import type { AnyCheck } from '../domain/check.ts';
import { remediationProblems } from './remediation-problems.ts';
import type { FileConfig } from './schema.ts';
import { teamsProblems } from './teams-problems.ts';

/** What is wrong with one key; `says` goes on after the key's name. */
export interface Problem {
  readonly path: readonly PropertyKey[];
  readonly says: string;
}

type Path = readonly PropertyKey[];
const known = new Map((checks as readonly AnyCheck[]).map((c) => [c.id, c]));

function cronProblems(config: FileConfig): readonly Problem[] {
  const crons: [Path, string | null][] = [
    [['schedule', 'scan'], config.schedule.scan],
    ...config.digests.map((d, i): [Path, string] => [['digests', i, 'cron'], d.cron]),
  ];
  return crons
    .filter(([, expression]) => expression !== null && !cronIsValid(expression))
    .map(([path, expression]) => ({
      path,
      says: `"${expression}" is not a cron expression such as 0 8 * * 1-5`,
    }));
}

/** A route to an account that there is not would swallow its alerts without a word. */
function routeProblems({ aws, alerts, digests }: FileConfig): readonly Problem[] {
  const accounts = aws.accounts;
  // An organization's accounts are only known once it is asked.
  if (!accounts || aws.organization) return [];
  const names = new Set(accounts.flatMap((a) => [a.name, a.id, a.role?.split(':')[4]]));
  const routes: (readonly [Path, readonly string[]])[] = [
    ...alerts.channels.map((c, i) => [['alerts', 'channels', i, 'accounts'], c.accounts] as const),
    ...digests.map((d, i) => [['digests', i, 'accounts'], d.accounts] as const),
  ];
  return routes.flatMap(([path, listed]) =>
    listed
      .filter((name) => !names.has(name))
      .map((name) => ({
        path,
        says: `names an account "${name}" that there is not; there are ${accounts.map((a) => a.name).join(', ')}`,
      })),
  );
}

/** A role in another account than the one it is configured for would be scanned under a wrong name. */
const accountProblems = ({ aws }: FileConfig): readonly Problem[] =>
  (aws.accounts ?? []).flatMap(({ id, role }, i) => {
    const roleAccount = role?.split(':')[4];
    if (!id || !roleAccount || id === roleAccount) return [];
    return [
      { path: ['aws', 'accounts', i, 'role'], says: `is a role of account ${roleAccount}, not of ${id}` },
    ];
  });

/** Whether the organization has it too can be told by its number alone: without one it would be scanned twice. */
const organizationProblems = ({ aws: { accounts, organization } }: FileConfig): readonly Problem[] =>
  organization === undefined
    ? []
    : (accounts ?? []).flatMap(({ id, role }, i) =>
        id === undefined && role === undefined
          ? [{ path: ['aws', 'accounts', i], says: 'needs its `id` beside `aws.organization`' }]
          : [],
      );

/** A mistyped check id would silently leave a check on, or a threshold as it was. */
function checkProblems({ checks: { only, disabled, settings } }: FileConfig): readonly Problem[] {
  const nothing = only.flatMap((named, i) =>
    [...known.keys()].some((id) => (named.endsWith('/') ? id.startsWith(named) : id === named))
      ? []
      : [{ path: ['checks', 'only', i], says: `names no check: "${named}"; \`hipaa checks\` lists them` }],
  );
  const unknown = disabled.flatMap((id, i) =>
    known.has(id)
      ? []
      : [
          {
            path: ['checks', 'disabled', i],
            says: `names a check "${id}" that there is not; \`hipaa checks\` lists them`,
          },
        ],
  );
  const thresholds = Object.entries(settings).flatMap(([id, values]): readonly Problem[] => {
    const path = ['checks', 'settings', id];
    const check = known.get(id);
    if (!check) return [{ path, says: 'is no check; `hipaa checks` lists them' }];
    return Object.entries(values).flatMap(([name, value]) => {
      const own = check.settings?.[name];
      if (own === undefined)
        return [{ path: [...path, name], says: 'is no setting of this check; docs/checks.md lists them' }];
      const kind = Array.isArray(own) ? 'a list of texts' : `a ${typeof own}`;
      if (Array.isArray(own) !== Array.isArray(value) || typeof own !== typeof value) {
        return [{ path: [...path, name], says: `must be ${kind}` }];
      }
      const isCount = typeof value === 'number' && Number.isInteger(value) && value >= 0;
      return typeof value === 'number' && !isCount
        ? [{ path: [...path, name], says: 'must be a whole number, 0 or more' }]
        : [];
    });
  });
  return [...nothing, ...unknown, ...thresholds];
}

/** What no schema sees: names that must exist, and values that must agree. `hasKey`: HIPAA_SECRET_KEY is there. */
export const problemsOf = (config: FileConfig, hasKey: boolean): readonly Problem[] => [
  ...cronProblems(config),
  ...accountProblems(config),
  ...organizationProblems(config),
  ...routeProblems(config),
  ...checkProblems(config),
  ...remediationProblems(config, hasKey),
  ...teamsProblems(config),
];
