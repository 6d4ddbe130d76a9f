import type { Message } from '../../domain/message.ts';
import { type Actor, signature } from '../../domain/people.ts';
import { listed, sentences, shown } from './words.ts';

const standings: Readonly<Record<Actor['standing'], string>> = {
  member: 'Member of this workspace',
  guest: 'Guest, who may change nothing',
  stranger: 'From another organisation, and may change nothing',
  bot: 'Bot, which may do nothing',
  deactivated: 'Deactivated, and may do nothing',
};

/** Who the bot takes you for: what to put into the configuration, and what you may say. */
export function whoamiMessage(actor: Actor, verbs: readonly string[]): Message {
  const roles = actor.roles.length === 0 ? 'none' : listed(actor.roles);
  const id = signature(actor);
  const name = shown(actor.name, 60);
  const granted =
    actor.roles.length > 0 || actor.standing !== 'member'
      ? null
      : `Whoever runs the bot can grant a role in its configuration, under slack.roles or teams.roles, to ${id}.`;
  return {
    text: sentences(
      `You are ${name}, known here as ${id}`,
      `Standing: ${standings[actor.standing].toLowerCase()}`,
      `Roles: ${roles}`,
      `You can say: ${listed(verbs)}`,
      granted,
    ),
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: 'Name', value: name },
          { label: 'Known as', value: [{ code: id }] },
          { label: 'Person', value: [{ code: shown(actor.person, 100) }] },
          { label: 'Standing', value: standings[actor.standing] },
          { label: 'Roles', value: roles },
          { label: 'You can say', value: listed(verbs) },
        ],
      },
      ...(granted === null ? [] : [{ kind: 'text' as const, text: granted }]),
    ],
    visibility: 'sender',
    data: actor,
  };
}
