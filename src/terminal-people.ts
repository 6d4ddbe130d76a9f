import { userInfo } from 'node:os';
import {
  type Actor,
  including,
  may,
  type Persons,
  personOf,
  type Role,
  roles,
  signature,
} from './domain/people.ts';
import type { Directory } from './engine/people-desk.ts';

/** Who may use the `hipaa` program for what, by user name; absent: whoever can run it may do everything. */
export type TerminalRoles = Readonly<Record<Role, readonly string[]>>;

export interface TerminalSettings {
  readonly persons: Persons;
  readonly terminal: { readonly roles?: TerminalRoles | undefined };
}

/** How `persons` names somebody at a terminal. */
export const terminalAccount = (name: string): string => `terminal:local:${name.toLowerCase()}`;

/** Whether the configuration says which person somebody at a terminal is: without that they may ask in chat and approve here. */
export const isNamed = (name: string, persons: Persons): boolean =>
  personOf(persons, terminalAccount(name)) !== null;

/** Somebody at a terminal. Whoever can run this program can read its database, so the operator holds every role. */
export function terminalActor(name: string, granted: readonly Role[] = roles, persons: Persons = {}): Actor {
  const account = terminalAccount(name);
  return {
    platform: 'terminal',
    team: 'local',
    id: name.toLowerCase(),
    name,
    // The bare name could be that of another person in the configuration.
    person: personOf(persons, account) ?? account,
    roles: including(granted),
    standing: 'member',
  };
}

const grantedTo = (name: string, { terminal }: TerminalSettings): readonly Role[] =>
  terminal.roles === undefined
    ? roles
    : roles.filter((role) =>
        terminal.roles?.[role].some((listed) => listed.toLowerCase() === name.toLowerCase()),
      );

/** Who runs this program, as the operating system knows them. */
export function operator(settings: TerminalSettings = { persons: {}, terminal: {} }): Actor {
  let name = 'operator';
  try {
    name = userInfo().username;
  } catch {
    // a container's user may have no name
  }
  return terminalActor(name, grantedTo(name, settings), settings.persons);
}

/** The people of `terminal.roles` whom `persons` names: the bot vouches for them, though they speak from another process. */
export function terminalPeople(settings: TerminalSettings): readonly Actor[] {
  const names = new Set(roles.flatMap((role) => settings.terminal.roles?.[role] ?? []));
  const named = [...names].filter((name) => isNamed(name, settings.persons));
  return named.map((name) => terminalActor(name, grantedTo(name, settings), settings.persons));
}

export const terminalDirectory = (people: readonly Actor[]): Directory => ({
  platform: 'terminal',
  holding: (role) => people.filter((p) => p.roles.includes(role)).map((p) => p.name),
  fresh: async (typed) => people.find((p) => signature(p) === typed) ?? null,
  members: async (role) => people.filter((p) => may(p, role)),
  nameOf: (id) => people.find((p) => p.id === id || p.person === id)?.name ?? null,
  resolve: async (typed) => {
    const wanted = typed.replace(/^@/, '').toLowerCase();
    const found = people.find((p) => p.id === wanted);
    return found ? { id: found.id, name: found.name } : null;
  },
});
