import type { Command } from '../command.ts';
import { type Actor, may, type Role } from '../domain/people.ts';
import type { PeopleDesk, RefusedCall } from '../engine/services.ts';
import type { Spoken } from './arguments.ts';
import { listed } from './views/words.ts';

export interface Denied extends RefusedCall {
  /** Why, and who can. */
  readonly says: string;
}

/** What a command asks of the person who says it with these values. */
export const roleFor = (command: Command<any>, values: unknown): Role =>
  command.needs?.(values as never) ?? command.role;

const standings: Readonly<Record<Exclude<Actor['standing'], 'member'>, string>> = {
  guest: 'Guests cannot do this here.',
  stranger: 'People from another organisation cannot do this here.',
  bot: 'Bots cannot do this here.',
  deactivated: 'This account has been deactivated, so it can do nothing here.',
};

const article = (role: Role): string => (/^[aeiou]/.test(role) ? 'an' : 'a');

/** The people who hold a role, in a sentence; tells what to do when nobody does. */
export function holders(role: Role, people: Pick<PeopleDesk, 'holding'>): string {
  const names = people.holding(role);
  if (names.length === 0)
    return `Nobody has it yet: it is granted in the configuration, under slack.roles or teams.roles.`;
  const few = names.length > 5 ? [...names.slice(0, 4), `${names.length - 4} others`] : names;
  return `${listed(few)} ${names.length === 1 ? 'has' : 'have'} it.`;
}

/** The only place that decides who may say what: commands, buttons and help all ask here. Null: allowed. */
export function denied(
  actor: Actor,
  command: Spoken,
  role: Role,
  people: Pick<PeopleDesk, 'holding'>,
): Denied | null {
  const verb = command.name;
  const deed = command.to ?? `say “${verb}”`;
  if (actor.standing === 'bot' || actor.standing === 'deactivated')
    return { verb, because: 'standing', needs: role, says: standings[actor.standing] };
  if (command.open && !command.changes) return null;
  if (may(actor, role) || (command.also !== undefined && may(actor, command.also))) return null;
  if (actor.standing !== 'member') {
    const says = `${standings[actor.standing]} To ${deed}, ask ${article(role)} ${role} of this workspace.`;
    return { verb, because: 'standing', needs: role, says };
  }
  const either = command.also === undefined ? role : `${role} or ${command.also}`;
  const says = `You need the role ${either} to ${deed}. ${holders(role, people)}`;
  return { verb, because: 'role', needs: role, says };
}

/** The commands that a person may say; some of their arguments may ask for more. */
export const allowed = (commands: readonly Spoken[], actor: Actor): readonly Spoken[] =>
  commands.filter((c) => denied(actor, c, c.role, { holding: () => [] }) === null);
