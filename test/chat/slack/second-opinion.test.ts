import { createEmulator, type Emulator } from 'emulate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSlackAdapter, type SlackAdapter } from '#src/chat/slack/adapter';
import type { Channel, Message } from '#src/domain/message';
import { keptLog } from './bot.ts';

// Somebody else's idea of Slack's Web API: what our own strict server accepts must be accepted here as well.

let slack: Emulator;
let adapter: SlackAdapter;
let channel: Channel;

const token = 'xoxb-second-opinion';

async function call(method: string, body: Record<string, string>): Promise<any> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(`${slack.url}/api/${method}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return answer.json();
}

const message = (text: string): Message => ({
  text,
  blocks: [
    { kind: 'heading', text: 'A finding' },
    { kind: 'text', text: [{ bold: 'Critical. ' }, text] },
    { kind: 'buttons', buttons: [{ label: 'Acknowledge', says: 'ack F-7K3QX', asks: true }] },
  ],
});

beforeAll(async () => {
  slack = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      tokens: {
        [token]: { login: 'ann', scopes: ['chat:write', 'channels:history', 'channels:read', 'im:write'] },
      },
      slack: { channels: [{ name: 'compliance' }], bots: [{ name: 'hipaa' }], users: [{ name: 'ann' }] },
    } as never,
  });
  const { channels } = await call('conversations.list', {});
  const { id } = channels.find((c: { name: string }) => c.name === 'compliance');
  await call('conversations.join', { channel: id });
  adapter = createSlackAdapter(
    {
      botToken: token,
      signingSecret: 'a secret of this test',
      mode: 'http',
      port: 0,
      host: '127.0.0.1',
      apiUrl: `${slack.url}/api/`,
      roles: { viewer: [], responder: [], approver: [], officer: [], admin: [] },
    },
    { log: keptLog() },
  );
  await adapter.start({
    hear: async () => message('heard'),
    form: () => null,
    problems: () => ({}),
  });
  channel = { platform: 'slack', team: await adapter.team(), id };
});
afterAll(async () => {
  await adapter?.stop();
  await slack?.close();
});

test('a card is posted, edited in place, answered in its thread, and found again by its key', async () => {
  const since = new Date(Date.now() - 60_000).toISOString();
  const posted = await adapter.post(channel, message('the bucket is open'), 'key-1');
  if (posted.outcome !== 'sent' || !posted.ref) throw new Error(JSON.stringify(posted));
  const edited = await adapter.update(posted.ref, message('the bucket is closed'));
  expect(edited.outcome).toBe('sent');
  const reply = await adapter.post({ ...channel, thread: posted.ref.id }, message('who closed it'), 'key-2');
  expect(reply.outcome).toBe('sent');

  const { messages } = await call('conversations.history', { channel: channel.id });
  expect(messages).toHaveLength(1);
  expect(messages[0].text).toBe('the bucket is closed');
  expect(messages[0].blocks.map((b: { type: string }) => b.type)).toContain('actions');
  const { messages: thread } = await call('conversations.replies', {
    channel: channel.id,
    ts: posted.ref.id,
  });
  expect(thread.map((m: { text: string }) => m.text)).toEqual(['the bucket is closed', 'who closed it']);
  expect(await adapter.find(channel, 'a key that was never used', since)).toBeNull();
});

test('a message to a channel that there is not is refused for good', async () => {
  const lost = await adapter.post({ ...channel, id: 'C0NOWHERE' }, message('lost'), 'key-3');
  expect(lost.outcome).toBe('refused');
});
