import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { neededScope } from '../../kit/slack/scopes.ts';
import { manifest, scopes } from './bot.ts';

const room = new URL('../../../src/chat/slack/', import.meta.url);
const source = readdirSync(room)
  .map((name) => readFileSync(new URL(name, room), 'utf8'))
  .join('\n');

/** Every Web API method that the adapter calls, read from its source. */
const methods = [
  ...new Set([...source.matchAll(/\bclient\s*\.((?:[a-z]+\.)+[a-zA-Z]+)\(/gi)].map(([, name = '']) => name)),
];
const conversations = (['public', 'private', 'im'] as const).map(
  (kind) => ({ kind }) as unknown as Parameters<typeof neededScope>[1],
);
const events: Record<string, string | undefined> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  app_home_opened: undefined,
};

it('asks for the scopes that the calls, the command and the events need, and for no more', () => {
  expect(methods).toEqual(
    expect.arrayContaining(['chat.postMessage', 'usergroups.users.list', 'conversations.history']),
  );
  const needed = [
    'commands',
    ...methods.flatMap((method) => conversations.map((channel) => neededScope(method, channel))),
    ...manifest.settings.event_subscriptions.bot_events.map((event: string) => {
      expect(events).toHaveProperty([event]);
      return events[event];
    }),
  ].filter((scope) => scope !== undefined);
  expect([...scopes].sort()).toEqual([...new Set(needed)].sort());
});

it('names the command, the Home tab, interactivity and Socket Mode', () => {
  expect(manifest).toMatchObject({
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      slash_commands: [{ command: '/hipaa', usage_hint: expect.any(String), should_escape: true }],
    },
    settings: { interactivity: { is_enabled: true }, socket_mode_enabled: true },
  });
});

it("keeps Slack's lengths", () => {
  const { name, description, long_description: long } = manifest.display_information;
  expect(name.length).toBeLessThanOrEqual(35);
  expect(description.length).toBeLessThanOrEqual(140);
  expect(long.length).toBeGreaterThanOrEqual(175);
  expect(long.length).toBeLessThanOrEqual(4000);
});
