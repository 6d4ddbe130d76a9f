import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaultPhiRule } from '../../src/domain/phi.ts';
import { everything } from '../../src/domain/scan.ts';
import type { Store } from '../../src/domain/store.ts';
import type { Engine } from '../../src/engine/context.ts';
import { createScanDesk } from '../../src/engine/scan-desk.ts';
import { openStore } from '../../src/store/open.ts';
import { people } from '../kit/sample-people.ts';
import { smallCheck, smallCloud, subject } from '../story/kit/small-cloud.ts';

const channel = { platform: 'slack', team: 'T1', id: 'C1' } as const;
const from = { actor: people.ann, channel, now: new Date('2026-11-20T12:00:00Z') };

let store: Store;
/** Listings wait for it. */
let open: Promise<void>;
let go = () => {};
beforeEach(async () => {
  store = await openStore(':memory:');
  open = Promise.resolve();
  go = () => {};
});
afterEach(() => store.close());

const hold = () => {
  open = new Promise((resolve) => (go = resolve));
};

function deskOver(count: number) {
  const accounts = Array.from({ length: count }, (_, n) => ({
    name: `ward-${n}`,
    id: String(300_000_000_000 + n),
  }));
  const { provider } = smallCloud(
    {
      'aws.thing': {
        async *list(_region, { id }) {
          await open;
          yield subject(`thing-of-${id}`);
        },
        facts: { fact: { read: () => 'bad' } },
      },
    },
    { accounts },
  );
  const engine = {
    store,
    provider,
    checks: [smallCheck('aws/x/thing', 'aws.thing', ['fact'], { severity: 'high' })],
    remedies: [],
    guidances: [],
    rules: {
      phi: defaultPhiRule,
      optIns: new Set(),
      disabled: new Set(),
      settings: {},
      accountsAtOnce: 4,
      resourcesAtOnce: 8,
      alertAt: 'high',
      alertChannels: () => [channel],
      noticeDays: [],
      persons: {},
      quietUntil: () => null,
    },
    notices: {
      scanProgress: ({ accounts: list }: { accounts: readonly object[] }) => ({
        text: `progress of ${list.length}`,
        blocks: [],
      }),
      scanEnded: () => ({ text: 'ended', blocks: [] }),
      alert: (findings: readonly object[], more: number) => ({
        text: `alert of ${findings.length} and ${more}`,
        blocks: [],
      }),
    },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    process: { host: 'here', pid: 1, instance: 'i' },
    accountNames: new Map(),
    now: () => from.now,
    wake: () => {},
  } as unknown as Engine;
  return createScanDesk(engine);
}

const queued = async () => {
  const texts: string[] = [];
  for (
    let item = (await store.outbox.due('2099', 1))[0];
    item;
    item = (await store.outbox.due('2099', 1))[0]
  ) {
    texts.push(item.message.text);
    await store.outbox.claim(item.id, '2026');
    await store.outbox.sent(item.id, '2026', null);
  }
  return texts;
};
const running = () => vi.waitFor(async () => expect(await store.scans.latest(1, 'running')).toHaveLength(1));

test('a message for each account while they are few', async () => {
  expect(await deskOver(10).scheduled()).toBe(true);
  expect(await queued()).toEqual(Array.from({ length: 10 }, () => 'alert of 1 and 0'));
});

test('one message for two hundred accounts, and not two hundred', async () => {
  await deskOver(200).scheduled();
  expect(await queued()).toEqual(['alert of 5 and 195']);
});

test('the scheduled scan waits for a narrower one, and is left out for one of everything', async () => {
  for (const [filter, isServed] of [
    [{ ...everything, accounts: ['ward-1'] }, false],
    [everything, true],
  ] as const) {
    hold();
    const desk = deskOver(2);
    await desk.start(filter, from);
    await running();
    expect(await desk.scheduled()).toBe(isServed);
    go();
    await desk.settled();
  }
});

test('it waits for one that another process is at, or has died over', async () => {
  const process = { host: 'elsewhere', pid: 2, instance: 'j' };
  await store.scans.begin({
    id: 'S-0',
    at: '2026-11-20T11:00:00.000Z',
    by: 'x',
    filter: everything,
    process,
  });
  expect(await deskOver(1).scheduled()).toBe(false);
});

test('stopped in its middle, the scheduled scan is still to be made', async () => {
  hold();
  const desk = deskOver(1);
  const served = desk.scheduled();
  await running();
  const stopped = desk.stop();
  go();
  await stopped;
  expect(await served).toBe(false);
  expect(await desk.scheduled()).toBe(false);
  expect(await store.scans.latest(1, 'running')).toEqual([]);
});

test('its first message counts the accounts that were asked for, and no others', async () => {
  const desk = deskOver(200);
  hold();
  await desk.start({ ...everything, accounts: ['ward-7'] }, from);
  await running();
  expect((await queued())[0]).toBe('progress of 1');
  go();
  await desk.settled();
});
