import { PassThrough } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { progressBar } from '../../src/cli/progress.ts';
import type { ScanProgress } from '../../src/engine/services.ts';

type Account = ScanProgress['accounts'][number];
const account: Account = {
  name: 'clinic',
  id: '111122223333',
  state: 'scanning',
  kindsDone: 3,
  kinds: 9,
  resources: 40,
  failing: 2,
  notAssessed: 1,
};
const progress = (...accounts: readonly Partial<Account>[]): ScanProgress => ({
  id: 'S-1',
  startedAt: '2026-01-01T00:00:00.000Z',
  accounts: accounts.map((more) => ({ ...account, ...more })),
  resources: 40,
  calls: 100,
});

function barOn(isTTY: boolean) {
  const written: string[] = [];
  const stream = Object.assign(new PassThrough(), { isTTY, write: (text: string) => written.push(text) });
  return { bar: progressBar(stream as never), written };
}

test('draws over one line, not more often than anybody can read', () => {
  vi.useFakeTimers({ now: 1_000_000 });
  const { bar, written } = barOn(true);
  bar.show(progress({}));
  bar.show(progress({}));
  vi.advanceTimersByTime(100);
  bar.show(progress({}, {}));
  bar.clear();
  vi.useRealTimers();
  expect(written).toHaveLength(3);
  expect(written[0]?.startsWith('\r\u001b[2K')).toBe(true);
  expect(written[0]).toMatch(/█{8}░{16} 40 resources, 2 failing, 1 not assessed/);
  expect(written[1]).toContain('0/2 accounts, 40 resources, 4 failing, 2 not assessed');
  expect(written[2]).toBe('\r\u001b[2K');
});

test('never more than whole, also when accounts could not be opened', () => {
  const { bar, written } = barOn(true);
  bar.show(progress({ kindsDone: 12 }));
  expect(written[0]).toContain(`${'█'.repeat(24)} `);
});

test('says nothing into a pipe or a log', () => {
  const { bar, written } = barOn(false);
  bar.show(progress({}));
  bar.clear();
  expect(written).toEqual([]);
});
