import { onTestFinished } from 'vitest';
import { createTeamsAdapter } from '../../../src/chat/teams/adapter.ts';
import { openStore } from '../../../src/store/open.ts';
import { keptLog, noRoles, said, settingsFor } from '../../chat/teams/bot.ts';
import {
  buttonsIn,
  type Conversation,
  type Json,
  type Person,
  parts,
  startTeams,
  tenant,
} from '../teams/teams.ts';
import type { OpenChat, Who } from '../test-adapter.ts';

/** A strict Bot Connector, with a channel in which everybody also has a chat with the bot. */
export const openTeams: OpenChat = async (ears) => {
  const teams = await startTeams();
  const store = await openStore(':memory:');
  const people: Record<Who, Person> = {
    ann: teams.ann,
    bob: teams.bob,
    gus: teams.model.person('Gus', { userRole: 'guest' }),
  };
  teams.channel.members.add(people.gus.id);
  for (const person of Object.values(people)) teams.chat(person);
  const roles = { ...noRoles, responder: [people.ann.aadObjectId, people.gus.aadObjectId] };
  const ports = { log: keptLog(), conversations: store.conversations };
  const adapter = createTeamsAdapter(settingsFor(teams, { roles }), ports);
  onTestFinished(async () => {
    await adapter.stop();
    await teams.close();
    await store.close();
  });
  await adapter.start(ears);
  teams.endpoint = `http://127.0.0.1:${adapter.port()}/api/messages`;

  const { channel, deliver } = teams;
  let last: Json = {};
  teams.deliver = (activity, wish) => {
    last = activity;
    return deliver(activity, wish);
  };
  let form: { readonly id: string; readonly card: Json } | undefined;
  const ours = (where: Conversation) =>
    [...where.messages.values()].filter((kept) => kept.from === teams.model.bot);
  const at = (id: string) => {
    const kept = channel.messages.get(id);
    if (!kept) throw new Error(`no message ${id}`);
    return kept;
  };
  return {
    adapter,
    room: { platform: 'teams', team: tenant, id: channel.id },
    idOf: (who) => people[who].aadObjectId,
    async say(who, line) {
      await teams.say(people[who], channel, line);
    },
    async repeat() {
      await teams.deliver(last);
    },
    async press(who, ref, label) {
      const { body } = await teams.press(people[who], channel, at(ref.id), label);
      form = { id: ref.id, card: body.value };
    },
    async fill(who, answers) {
      const { id, card } = form ?? { id: '', card: {} };
      const submit = buttonsIn(card).find((button) => button['verb'] === 'fill');
      if (!submit) throw new Error(`no form in: ${JSON.stringify(card)}`);
      const inputs = Object.fromEntries(Object.entries(answers).map(([name, a]) => [`answer:${name}`, a]));
      await teams.press(people[who], channel, at(id), submit['title'], { card, inputs });
    },
    everybody: () => ours(channel).map(said),
    alone: (who) => ours(teams.chat(people[who])).map(said),
    removed(ref) {
      channel.messages.delete(ref.id);
      return ref;
    },
    called: () =>
      ours(channel).flatMap(({ activity }) =>
        parts(activity).flatMap((part) => (part['type'] === 'mention' ? [part['mentioned'].id] : [])),
      ),
  };
};
