import { onTestFinished } from 'vitest';
import { createSlackAdapter } from '../../../src/chat/slack/adapter.ts';
import { keptLog, manifest, scopes, settingsFor } from '../../chat/slack/bot.ts';
import { isRecord } from '../slack/json.ts';
import { type Message, type Person, startWorkspace, textOf } from '../slack/workspace.ts';
import type { OpenChat, Who } from '../test-adapter.ts';

const callers = ['user', 'usergroup', 'broadcast', 'channel'];

/** Whom Slack would call: by an element made for it, or by a mark in text that it reads. */
function calledIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(calledIn);
  if (!isRecord(value)) return [];
  const { type } = value;
  if (callers.includes(type)) return [value['user_id'] ?? JSON.stringify(value)];
  const marked = type === 'mrkdwn' ? (value['text'].match(/<[@!#][^>]*>/g) ?? []) : [];
  return [...marked, ...Object.values(value).flatMap(calledIn)];
}

/** A strict workspace with the manifest's scopes and events. */
export const openSlack: OpenChat = async (ears) => {
  const events = manifest.settings.event_subscriptions.bot_events;
  const workspace = await startWorkspace({ scopes, events, rate: 'off' });
  onTestFinished(() => workspace.stop());
  const people: Record<Who, Person> = {
    ann: workspace.user('ann'),
    bob: workspace.user('bob'),
    gus: workspace.user('gus', { isRestricted: true }),
  };
  const { ann, bob, gus } = people;
  const channel = workspace.channel('security', [ann, bob, gus]);
  const roles = { viewer: [], responder: [ann.id, gus.id], approver: [], officer: [], admin: [] };
  const adapter = createSlackAdapter(settingsFor(workspace, { roles }), { log: keptLog() });
  await adapter.start(ears);
  await workspace.connected();
  const ours = (where: string): Message[] =>
    workspace.messages(where).filter((message) => message.user === workspace.bot.id);
  const at = (id: string): Message => {
    const message = ours(channel.id).find(({ ts }) => ts === id);
    if (!message) throw new Error(`no message ${id}`);
    return message;
  };
  return {
    adapter,
    room: { platform: 'slack', team: workspace.team.id, id: channel.id },
    idOf: (who) => people[who].id,
    async say(who, line) {
      await people[who].slash('/hipaa', line, { channel });
    },
    async repeat() {
      const last = workspace.deliveries.at(-1);
      if (last) await workspace.redeliver(last, { attempt: 1, reason: 'timeout' });
    },
    async press(who, ref, label) {
      await people[who].click(at(ref.id), label);
    },
    async fill(who, answers) {
      await people[who].submit(await workspace.until(() => people[who].modal()), answers);
    },
    everybody: () => ours(channel.id).map(textOf),
    alone: (who) => [...people[who].ephemerals(channel), ...ours(people[who].dm().id)].map(textOf),
    removed(ref) {
      at(ref.id).deletedAt = Date.now();
      return ref;
    },
    called: () =>
      ours(channel.id).flatMap(({ text, blocks }) => calledIn([{ type: 'mrkdwn', text }, blocks])),
  };
};
