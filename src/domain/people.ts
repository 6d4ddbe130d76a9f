/** What a person may do. Each role includes the ones before it, except `admin`, who runs the bot but accepts no risk. */
export type Role = 'viewer' | 'responder' | 'approver' | 'officer' | 'admin';
export const roles: readonly Role[] = ['viewer', 'responder', 'approver', 'officer', 'admin'];

/** Who spoke, as the platform vouches for them. */
export interface Actor {
  readonly platform: 'slack' | 'teams' | 'terminal' | 'system';
  /** Workspace or tenant: ids are only unique within one. */
  readonly team: string;
  readonly id: string;
  readonly name: string;
  /** The person behind the account; two accounts of one person share it. */
  readonly person: string;
  readonly roles: readonly Role[];
  /** Guests, strangers from shared channels, bots and the deactivated can change nothing. */
  readonly standing: 'member' | 'guest' | 'stranger' | 'bot' | 'deactivated';
}

export const may = (actor: Pick<Actor, 'roles' | 'standing'>, role: Role): boolean =>
  actor.standing === 'member' && actor.roles.includes(role);

/** The roles that a granted role brings with it: an officer may also respond and look. */
export function including(granted: readonly Role[]): readonly Role[] {
  const order: readonly Role[] = ['viewer', 'responder', 'approver', 'officer'];
  const out = new Set<Role>();
  for (const role of granted) {
    if (role === 'admin') for (const r of ['viewer', 'admin'] as const) out.add(r);
    else for (const r of order.slice(0, order.indexOf(role) + 1)) out.add(r);
  }
  return roles.filter((r) => out.has(r));
}

/** How the audit log names an actor: platform:team:id, never a display name alone. */
export const signature = (a: Pick<Actor, 'platform' | 'team' | 'id'>): string =>
  `${a.platform}:${a.team}:${a.id}`;

/** The accounts of each person: `ann: [slack:T1:U1, terminal:local:ann]`. */
export type Persons = Readonly<Record<string, readonly string[]>>;

/** The person to whom the configuration gives the account; null if it names none. */
export const personOf = (persons: Persons, account: string): string | null =>
  Object.entries(persons).find(([, accounts]) => accounts.includes(account))?.[0] ?? null;

/** An IAM user, as the cloud knows it. */
export interface CloudUser {
  readonly account: string;
  readonly user: string;
  readonly tags: Readonly<Record<string, string>>;
}

const personTags = ['person', 'owner'];

/** Whose an IAM user is: `aws:<account>:<user>` among a person's accounts, or a tag Person or Owner that names one. */
export function personOfUser(persons: Persons, { account, user, tags }: CloudUser): string | null {
  const named = personOf(persons, `aws:${account}:${user}`);
  if (named !== null) return named;
  // Owner is a team as often as a person: the one tag must not hide the other.
  const told = personTags.flatMap((wanted) =>
    Object.entries(tags).flatMap(([key, value]) => (key.toLowerCase() === wanted ? [value] : [])),
  );
  return told.find((name) => Object.hasOwn(persons, name)) ?? null;
}

/** The accounts of a person by which a chat can reach them. */
export const chatAccountsOf = (persons: Persons, person: string): readonly string[] =>
  (persons[person] ?? []).filter((account) => /^(slack|teams):/.test(account));
