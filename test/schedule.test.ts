import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSchedule, type Job, NotNow } from '#src/schedule';
import { openStore } from '#src/store/open';
import type { Store } from '../src/domain/store.ts';

const minuteMs = 60_000;
const log = { info: () => {}, warn: () => {}, error: vi.fn() };
let store: Store;
let schedule: ReturnType<typeof createSchedule>;

beforeEach(async () => {
  // SQLite and promises run on; only the clock and its timers are ours.
  vi.useFakeTimers({
    now: new Date('2026-11-20T12:00:00Z'),
    toFake: ['setTimeout', 'setInterval', 'clearInterval', 'clearTimeout', 'Date'],
  });
  log.error.mockClear();
  store = await openStore(':memory:');
});
afterEach(async () => {
  await schedule.stop();
  await store.close();
  vi.useRealTimers();
});

const job = (run: Job['run']): Job => ({ name: 'digest', cron: '0 8 * * *', timezone: 'UTC', run });
const begin = async (run: Job['run']) => {
  await store.slots.set('digest', '2026-11-20T08:00:00.000Z');
  schedule = createSchedule([job(run)], store.slots, log, () => new Date());
  await schedule.start();
};
const due = () => store.slots.get('digest');

test('a missed slot is served late, once', async () => {
  const run = vi.fn(async () => {});
  await begin(run);
  await vi.waitFor(async () => expect(await due()).toBe('2026-11-21T08:00:00.000Z'));
  await vi.advanceTimersByTimeAsync(3 * minuteMs);
  expect(run.mock.calls).toEqual([['2026-11-20T08:00:00.000Z', true]]);
});

test('a slot whose job failed is tried again in a minute, not at the next slot', async () => {
  const run = vi.fn(async () => {});
  run.mockRejectedValueOnce(new Error('the store is busy'));
  await begin(run);
  await vi.waitFor(() => expect(log.error).toHaveBeenCalledOnce());
  expect(await due()).toBe('2026-11-20T08:00:00.000Z');
  await vi.advanceTimersByTimeAsync(minuteMs);
  await vi.waitFor(async () => expect(await due()).toBe('2026-11-21T08:00:00.000Z'));
  expect(run).toHaveBeenCalledTimes(2);
});

test('a slot whose turn has not come is asked for again in a minute, and is no failure', async () => {
  const run = vi.fn(async () => {});
  run.mockRejectedValueOnce(new NotNow());
  await begin(run);
  await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
  expect(await due()).toBe('2026-11-20T08:00:00.000Z');
  await vi.advanceTimersByTimeAsync(minuteMs);
  await vi.waitFor(async () => expect(await due()).toBe('2026-11-21T08:00:00.000Z'));
  expect(log.error).not.toHaveBeenCalled();
});

test('a job that takes long is not begun a second time', async () => {
  let finish = () => {};
  const run = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  await begin(run);
  await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
  await vi.advanceTimersByTimeAsync(5 * minuteMs);
  expect(run).toHaveBeenCalledOnce();
  finish();
  await vi.waitFor(async () => expect(await due()).toBe('2026-11-21T08:00:00.000Z'));
});
