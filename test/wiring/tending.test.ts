import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { everything } from '../../src/domain/scan.ts';
import type { Store } from '../../src/domain/store.ts';
import type { Engine } from '../../src/engine/context.ts';
import { openStore } from '../../src/store/open.ts';
import { keepTending } from '../../src/wiring/tending.ts';

let store: Store;
let now: Date;
let stop = () => {};
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  store = await openStore(':memory:');
  now = new Date('2026-11-20T12:00:00Z');
});
afterEach(async () => {
  stop();
  vi.useRealTimers();
  await store.close();
});

test('a scan whose host is gone does not keep others from beginning for ever', async () => {
  const process = { host: 'a container that was replaced', pid: 1, instance: 'i' };
  await store.scans.begin({ id: 'S-1', at: now.toISOString(), by: 'x', filter: everything, process });
  const log = { info: () => {}, warn: vi.fn(), error: () => {} };
  const rules = {
    attestations: { ask: [], validDays: {}, remindDays: [], channel: null },
    alertChannels: () => [],
    quietUntil: () => null,
  };
  const engine = { store, log, now: () => now, rules, accountNames: new Map(), wake: () => {} };
  stop = keepTending(engine as unknown as Engine, async () => {});
  await vi.advanceTimersByTimeAsync(60_000);
  expect((await store.scans.get('S-1'))?.state).toBe('running');
  now = new Date('2026-11-20T12:03:00Z');
  await vi.advanceTimersByTimeAsync(60_000);
  await vi.waitFor(async () => expect((await store.scans.get('S-1'))?.state).toBe('interrupted'));
});
