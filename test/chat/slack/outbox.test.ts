import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Channel, Message } from '#src/domain/message';
import type { Store } from '#src/domain/store';
import { createOutbox, type Outbox } from '#src/engine/outbox';
import { openStore } from '#src/store/open';
import { type Bot, keptLog, startBot } from './bot.ts';

const say = (text: string): Message => ({ text, blocks: [{ kind: 'text', text }] });

let folder: string;
let store: Store;
let outbox: Outbox;
let bot: Bot;
let to: Channel;

const open = () =>
  createOutbox({
    store,
    adapters: [bot.slack],
    log: keptLog(),
    pace: { postEveryMs: 100, updateEveryMs: 100 },
    graceMs: 500,
  });
const add = async (key: string, card?: string) => {
  const at = new Date().toISOString();
  await store.outbox.add({ key, channel: to, message: say(key), at, ...(card ? { card } : {}) });
  outbox.wake();
};
const texts = () => bot.workspace.messages(to.id).map(({ text }) => text);
const empty = (ms = 15_000) => bot.workspace.until(async () => (await outbox.depth()) === 0, ms);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'slack-outbox-'));
  store = await openStore(join(folder, 'hipaa.db'));
});
afterEach(async () => {
  await outbox.stop();
  await store.close();
  rmSync(folder, { recursive: true });
});

async function begin(workspace: Parameters<typeof startBot>[0] = {}) {
  bot = await startBot(workspace);
  const ann = bot.workspace.user('ann');
  const channel = bot.workspace.channel('security', [ann]);
  to = { platform: 'slack', team: bot.workspace.team.id, id: channel.id };
  outbox = open();
  await outbox.start();
  return { ann, channel };
}

it('Retry-After is obeyed, nothing is lost, the order is kept', async () => {
  await begin();
  bot.workspace.fault({ method: 'chat.postMessage', retryAfter: 1 });
  for (const key of ['a', 'b', 'c']) await add(key);
  await empty();
  expect(texts()).toEqual(['a', 'b', 'c']);
  const [refused, first] = bot.workspace.calls('chat.postMessage');
  expect((first?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(1000);
});

it("at the usual pace Slack's own limit is never met", async () => {
  await begin({ workspace: { rate: { burst: 1 } } });
  await outbox.stop();
  outbox = createOutbox({ store, adapters: [bot.slack], log: keptLog() });
  await outbox.start();
  for (const key of ['a', 'b', 'c', 'd']) await add(key);
  await empty();
  expect(texts()).toEqual(['a', 'b', 'c', 'd']);
  expect(bot.workspace.calls('chat.postMessage').map(({ status }) => status)).toEqual([200, 200, 200, 200]);
});

it('a message whose answer was lost is not posted twice', async () => {
  await begin();
  bot.workspace.fault({ method: 'chat.postMessage', drop: 'after' });
  await add('a', 'scan:1');
  await add('b');
  await empty();
  expect(texts()).toEqual(['a', 'b']);
  expect(await store.outbox.refs('scan:1')).toHaveLength(1);
});

it('nor is one that was posted just before the process died', async () => {
  await begin();
  await outbox.stop();
  await add('a', 'scan:1');
  await add('b');
  const [due] = await store.outbox.due(new Date().toISOString(), 1);
  const item = await store.outbox.claim(due?.id ?? '', new Date().toISOString());
  if (!item) throw new Error('not claimed');
  await bot.slack.post(item.channel, item.message, item.id);
  await store.close();
  store = await openStore(join(folder, 'hipaa.db'));
  outbox = open();
  await outbox.start();
  await empty();
  expect(texts()).toEqual(['a', 'b']);
  expect(await store.outbox.refs('scan:1')).toHaveLength(1);
});

it('one that the process died before posting is posted', async () => {
  await begin();
  await outbox.stop();
  await add('a');
  const [due] = await store.outbox.due(new Date().toISOString(), 1);
  await store.outbox.claim(due?.id ?? '', new Date().toISOString());
  outbox = open();
  await outbox.start();
  await empty();
  expect(texts()).toEqual(['a']);
});

it('a deleted card is posted anew once, and edited from then on', async () => {
  await begin();
  await add('a', 'scan:1');
  await empty();
  const [old] = bot.workspace.messages(to.id);
  if (old) old.deletedAt = Date.now();
  for (const text of ['b', 'c']) {
    await store.outbox.updateCard('scan:1', say(text), new Date().toISOString());
    outbox.wake();
    await empty();
  }
  expect(texts()).toEqual(['c']);
  expect(bot.workspace.messages(to.id)[0]?.edits).toHaveLength(1);
});

it('a card that may no longer be edited is posted anew', async () => {
  await begin();
  await add('a', 'scan:1');
  await empty();
  bot.workspace.editWindow(0);
  await store.outbox.updateCard('scan:1', say('b'), new Date().toISOString());
  outbox.wake();
  await empty();
  expect(texts()).toEqual(['a', 'b']);
});

it('while Slack is away everything waits; then all of it comes, in order', async () => {
  await begin();
  await bot.workspace.goDown();
  for (const key of ['a', 'b', 'c', 'd']) await add(key);
  await bot.workspace.until(async () => ((await store.outbox.due('9999', 9))[0]?.attempts ?? 0) >= 2, 15_000);
  await bot.workspace.comeUp();
  await empty(25_000);
  expect(texts()).toEqual(['a', 'b', 'c', 'd']);
});

it('a channel that is gone does not hold up the others', async () => {
  const { ann, channel } = await begin();
  const other = bot.workspace.channel('other', [ann]);
  channel.isArchived = true;
  await add('a');
  await store.outbox.add({
    key: 'b',
    channel: { ...to, id: other.id },
    message: say('b'),
    at: new Date().toISOString(),
  });
  outbox.wake();
  await empty();
  expect(bot.workspace.messages(other).map(({ text }) => text)).toEqual(['b']);
});
