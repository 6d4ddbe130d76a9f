import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '#src/store/open';
import { startWorkspace, textOf, type Workspace } from '../kit/slack/workspace.ts';
import { botHome } from './slack-kit.ts';

// No cloud is needed: a digest without any scan must say so.
const nowhere = 'http://127.0.0.1:9';
const dayMs = 86_400_000;

let workspace: Workspace;
let channel: ReturnType<Workspace['channel']>;
let home: ReturnType<typeof botHome>;

beforeEach(async () => {
  workspace = await startWorkspace({});
  channel = workspace.channel('compliance', []);
});
afterEach(async () => {
  await home.remove();
  await workspace.stop();
});

const digests = () => workspace.messages(channel).filter((m) => /digest/i.test(textOf(m)));

async function queued(): Promise<readonly string[]> {
  const store = await openStore(home.database);
  const slots: string[] = [];
  for await (const r of store.audit.read())
    if (r.action === 'digest.queued') slots.push(String(r.detail['slot']));
  await store.close();
  return slots;
}

test('a slot that was missed is served late, once, and says so', async () => {
  const cron = '0 8 * * *';
  home = botHome(workspace, nowhere, {
    digests: [{ channel: channel.id, cron, timezone: 'America/New_York' }],
  });
  const store = await openStore(home.database);
  const missed = new Date(Date.now() - dayMs / 2).toISOString();
  await store.slots.set(`digest:${channel.id}::${cron}`, missed);
  await store.close();

  let bot = await home.start();
  const digest = await workspace.until(() => digests()[0], 10_000);
  expect(textOf(digest)).toMatch(/late/i);
  expect(textOf(digest)).toMatch(/no scan/i);
  expect(textOf(digest)).not.toMatch(/all clear|compliant/i);
  await bot.kill('SIGKILL');
  bot = await home.start();
  await workspace.connected(1);
  await new Promise((resolve) => setTimeout(resolve, 3000));
  expect(digests()).toHaveLength(1);
  expect(await queued()).toEqual([missed]);
  await bot.kill('SIGTERM');
});

test('every slot is served exactly once, whatever kills the process', async () => {
  home = botHome(workspace, nowhere, { digests: [{ channel: channel.id, cron: '*/2 * * * * *' }] });
  for (const signal of ['SIGKILL', 'SIGKILL', 'SIGTERM'] as const) {
    const bot = await home.start();
    await new Promise((resolve) => setTimeout(resolve, 3300));
    await bot.kill(signal);
  }
  const bot = await home.start();
  await new Promise((resolve) => setTimeout(resolve, 2500));
  await bot.kill('SIGTERM');
  const slots = await queued();
  expect(slots.length).toBeGreaterThan(3);
  expect(new Set(slots).size).toBe(slots.length);
  expect(digests().length).toBeLessThanOrEqual(slots.length);
  const store = await openStore(home.database);
  expect(digests().length + (await store.outbox.depth())).toBe(slots.length);
  await store.close();
});

test('told to end while Slack is not yet reached, it ends in order', async () => {
  home = botHome(workspace, nowhere, {});
  await workspace.goDown();
  const bot = home.startWithoutWaiting();
  await bot.says(/Slack was not reached yet/);
  expect(await bot.end('SIGTERM')).toBe(0);
  expect(bot.log()).toMatch(/ending/);
});
