import { remedies } from '#remedies';
import { groupsOf } from '../domain/authority.ts';
import { including, roles } from '../domain/people.ts';
import type { AnyRemedy, Guidance } from '../domain/remedy.ts';
import { isNamed, terminalAccount } from '../terminal-people.ts';
import { readFreeze } from '../time/freeze-windows.ts';
import { minutesOf } from '../time/written-time.ts';
import { howToMakeAKey } from '../vault.ts';
import type { Problem } from './problems.ts';
import type { FileConfig } from './schema.ts';

type Path = readonly PropertyKey[];
const writing = (remedies as readonly (AnyRemedy | Guidance)[]).filter((r) => 'fact' in r);
const known = new Map(writing.map((r) => [r.id, r]));

/** With the scan's own credentials a scan could write: the two must be apart. */
const writerProblems = ({ aws }: FileConfig): readonly Problem[] =>
  (aws.accounts ?? []).flatMap(({ id, role, profile, remediation }, i): readonly Problem[] => {
    if (!remediation) return [];
    const path = ['aws', 'accounts', i, 'remediation'];
    const account = id ?? role?.split(':')[4];
    const writer = remediation.role?.split(':')[4];
    if (!remediation.role && !remediation.profile)
      return [
        { path, says: 'needs a `role` (or a `profile`) of its own: `hipaa policy --remediate` sets one up' },
      ];
    if (remediation.role !== undefined && remediation.role === role)
      return [
        {
          path: [...path, 'role'],
          says: 'is the role for scanning: fixing needs another one, which `hipaa policy --remediate` sets up',
        },
      ];
    if (!remediation.role && remediation.profile === profile)
      return [{ path: [...path, 'profile'], says: 'is the profile for scanning: fixing needs another one' }];
    if (account && writer && writer !== account)
      return [{ path: [...path, 'role'], says: `is a role of account ${writer}, not of ${account}` }];
    return [];
  });

/** The same, for the accounts that are found out. */
const memberProblems = ({ aws: { organization } }: FileConfig): readonly Problem[] =>
  organization?.remediation === undefined || organization.remediation.role !== organization.role
    ? []
    : [
        {
          path: ['aws', 'organization', 'remediation', 'role'],
          says: 'is the role for scanning: fixing needs another one, which `hipaa policy --remediate` sets up',
        },
      ];

/** Whether changes can be made anywhere. */
const canFix = ({ aws }: Pick<FileConfig, 'aws'>): boolean =>
  aws.organization?.remediation !== undefined || (aws.accounts ?? []).some(({ remediation }) => remediation);

/** An account that two persons share would let one of them approve for the other. */
function personProblems({ persons, slack }: FileConfig): readonly Problem[] {
  const owners = new Map<string, string>();
  const sections: [Path, typeof persons][] = [
    [['persons'], persons],
    [['slack', 'persons'], slack.persons],
  ];
  return sections.flatMap(([section, list]) =>
    Object.entries(list).flatMap(([person, accounts]) =>
      accounts.flatMap((account, i): readonly Problem[] => {
        const path = [...section, person, i];
        if (section.length === 1 && !isAccount(account) && !isCloudUser(account))
          return [{ path, says: 'is no account such as slack:T0123:U0123 or terminal:local:ann' }];
        const owner = owners.get(account) ?? person;
        owners.set(account, owner);
        return owner === person
          ? []
          : [{ path, says: `belongs to ${owner} already: an account has one person` }];
      }),
    ),
  );
}

/** Somebody who approves at a terminal under no person's name could be the one who asked in chat. */
function terminalProblems({ persons, slack, terminal, aws }: FileConfig): readonly Problem[] {
  if (!canFix({ aws })) return [];
  const approving = roles.filter((role) => including([role]).includes('approver'));
  return approving.flatMap((role) =>
    (terminal.roles?.[role] ?? []).flatMap((name, i): readonly Problem[] => {
      if (isNamed(name, persons) || isNamed(name, slack.persons)) return [];
      const says = `names "${name}", of whom nothing tells which person they are: add ${terminalAccount(name)} to their accounts in \`persons\``;
      return [{ path: ['terminal', 'roles', role, i], says }];
    }),
  );
}

/** An IAM user speaks in no chat and votes on nothing. */
const isCloudUser = (text: string): boolean => /^aws:\d{12}:[^\s:]+$/.test(text);
const isAccount = (text: string): boolean => /^(slack|teams|terminal):[^\s:]+:[^\s:]+$/.test(text);

/** A group member that nobody can be would leave two groups as one. */
function groupProblems({ persons, slack, remediation }: FileConfig): readonly Problem[] {
  const all = [...Object.entries(persons), ...Object.entries(slack.persons)];
  const names = new Set(all.map(([person]) => person));
  const ownerOf = (account: string) => all.find(([, accounts]) => accounts.includes(account))?.[0];
  return Object.entries(remediation.groups).flatMap(([group, members]) =>
    members.flatMap((member, i): readonly Problem[] => {
      const path = ['remediation', 'groups', group, i];
      const owner = ownerOf(member);
      if (owner !== undefined) return [{ path, says: `is an account of ${owner}: name the person` }];
      if (names.has(member) || isAccount(member)) return [];
      return [{ path, says: 'is nobody in `persons`, and no account such as slack:T0123:U0123' }];
    }),
  );
}

function tierProblems({ remediation, aws }: FileConfig, hasKey: boolean): readonly Problem[] {
  const { tiers, groups } = remediation;
  // Those of an organization's accounts are only known once it is asked.
  const found = aws.organization?.environmentTag !== undefined;
  const environments = new Set(found ? [] : (aws.accounts ?? []).flatMap((a) => a.environment ?? []));
  return tiers.flatMap((tier, i): readonly Problem[] => {
    const path = ['remediation', 'tiers', i];
    const out: Problem[] = [];
    const say = (key: PropertyKey, says: string) => out.push({ path: [...path, key], says });
    const { when } = tier;
    if (tiers.findIndex((t) => t.name === tier.name) < i) say('name', 'is the name of another tier');
    if (Object.keys(when).length === 0 && i < tiers.length - 1)
      say('when', 'fits everything, so the tiers after this one would never apply: put it last');
    if (tier.stepUp && !hasKey)
      say('stepUp', `needs a key that seals the secrets of one-time codes. ${howToMakeAKey}`);
    if (tier.distinctGroups && tier.quorum < 2)
      say('distinctGroups', 'needs `quorum: 2`: one approver cannot come from two groups');
    if (tier.distinctGroups && !hasTwoSides(groups))
      say('distinctGroups', 'needs at least two groups in `remediation.groups`, of different people');
    for (const [n, id] of (when.remedies ?? []).entries())
      if (!fitsARemedy(id))
        out.push({ path: [...path, 'when', 'remedies', n], says: `fits no remedy: "${id}"` });
    // The tiers of everybody's default speak of "production" without knowing the accounts.
    for (const [n, name] of (when.environments ?? []).entries())
      if (name !== 'production' && environments.size > 0 && !environments.has(name))
        out.push({
          path: [...path, 'when', 'environments', n],
          says: `"${name}" is the environment of no account; there are ${[...environments].join(', ')}`,
        });
    return out;
  });
}

/** Whether two people are there of whom each is in a group that the other is not in. */
function hasTwoSides(groups: FileConfig['remediation']['groups']): boolean {
  const people = [...new Set(Object.values(groups).flat())].map((person) => groupsOf(groups, person));
  return people.some((a) =>
    people.some((b) => a.some((g) => !b.includes(g)) && b.some((g) => !a.includes(g))),
  );
}

const fitsARemedy = (id: string): boolean =>
  id.endsWith('*') ? [...known.keys()].some((k) => k.startsWith(id.slice(0, -1))) : known.has(id);

const freezeProblems = ({ remediation: { freezes }, quietHours }: FileConfig): readonly Problem[] => [
  ...freezes.flatMap((freeze, i): readonly Problem[] => {
    const read = readFreeze(freeze);
    return 'wrong' in read ? [{ path: ['remediation', 'freezes', i, read.wrong], says: read.says }] : [];
  }),
  ...(quietHours && minutesOf(quietHours.from) === minutesOf(quietHours.to)
    ? [{ path: ['quietHours', 'to'], says: 'is the same time as `from`: nothing would ever be said' }]
    : []),
];

/** A mistyped setting would silently leave a remedy without its log bucket or key. */
const settingProblems = ({ remediation: { settings } }: FileConfig): readonly Problem[] =>
  Object.entries(settings).flatMap(([id, values]): readonly Problem[] => {
    const path = ['remediation', 'settings', id];
    const remedy = known.get(id);
    if (!remedy) return [{ path, says: 'is no remedy; docs/configuration.md lists those with settings' }];
    return Object.entries(values).flatMap(([name, value]): readonly Problem[] => {
      const own = remedy.settings?.[name];
      if (own === undefined) return [{ path: [...path, name], says: 'is no setting of this remedy' }];
      if (Array.isArray(own) !== Array.isArray(value) || typeof own !== typeof value)
        return [
          {
            path: [...path, name],
            says: `must be ${Array.isArray(own) ? 'a list of texts' : `a ${typeof own}`}`,
          },
        ];
      const isCount = typeof value !== 'number' || (Number.isInteger(value) && value >= 1);
      return isCount ? [] : [{ path: [...path, name], says: 'must be a whole number, 1 or more' }];
    });
  });

/** What no schema sees in how changes are made. `hasKey`: HIPAA_SECRET_KEY is there. */
export const remediationProblems = (config: FileConfig, hasKey: boolean): readonly Problem[] => [
  ...writerProblems(config),
  ...memberProblems(config),
  ...personProblems(config),
  ...terminalProblems(config),
  ...groupProblems(config),
  ...tierProblems(config, hasKey),
  ...freezeProblems(config),
  ...settingProblems(config),
];
