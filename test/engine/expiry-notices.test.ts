import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Expiry } from '../../src/domain/check.ts';
import type { Channel } from '../../src/domain/message.ts';
import type { Store } from '../../src/domain/store.ts';
import type { Engine } from '../../src/engine/context.ts';
import { createExpiryNotices, rungOf } from '../../src/engine/expiry-notices.ts';
import type { Sight } from '../../src/engine/inspect.ts';
import { openStore } from '../../src/store/open.ts';

const ladder = [30, 14, 7, 3, 1];
const alerts: Channel = { platform: 'slack', team: 'T1', id: 'C1' };
const account = '111122223333';

test.each([
  [31, null],
  [30, 30],
  [15, 30],
  [14, 14],
  [1, 1],
  [0, 1],
  [-1, null],
])('%i days left are on rung %s', (daysLeft, rung) => {
  expect(rungOf(ladder, daysLeft)).toBe(rung);
});

let store: Store;
let now: Date;
beforeEach(async () => {
  store = await openStore(':memory:');
  now = new Date('2026-11-20T12:00:00Z');
});
afterEach(() => store.close());

const engine = (): Engine =>
  ({
    store,
    provider: { name: 'aws' },
    accountNames: new Map([[account, 'production']]),
    rules: {
      persons: { ann: ['slack:T1:U1', 'teams:t:a', 'terminal:local:ann', `aws:${account}:ann`] },
      noticeDays: ladder,
      alertChannels: () => [alerts],
      quietUntil: () => null,
    },
    notices: {
      expiring: (list: readonly { resource: string }[], whose: string) => ({
        text: `${whose}: ${list.map(({ resource }) => resource).join()}`,
        blocks: [],
      }),
    },
    now: () => now,
    wake: () => {},
  }) as unknown as Engine;

const inDays = (days: number): Expiry => ({
  at: new Date(Date.parse('2026-11-20T12:00:00Z') + days * 86_400_000).toISOString(),
  says: 'expires',
  todo: 'Do it.',
});
const seen = (user: string, expiry: Expiry, more: { id?: string; tags?: Record<string, string> } = {}) =>
  ({
    kind: 'resource',
    identity: { id: account, name: 'production', partition: 'aws' },
    subject: {
      id: more.id ?? `arn:aws:iam::${account}:user/${user}`,
      name: user,
      region: 'global',
      ...(more.tags ? { tags: more.tags } : {}),
    },
    facts: {},
    asked: [{ checkId: 'aws/iam/x', expiry }],
  }) as unknown as Sight;

async function scan(...sights: Sight[]): Promise<void> {
  const notices = createExpiryNotices(engine());
  for (const sight of sights) notices.saw(sight);
  await notices.tell();
}
const queued = async () =>
  (await store.outbox.due('2099-01-01T00:00:00Z', 100)).map(
    ({ channel, message }) => `${channel.platform} ${channel.id} ${message.text}`,
  );
const delivered = async () => {
  for (const item of await store.outbox.due('2099-01-01T00:00:00Z', 100)) {
    await store.outbox.claim(item.id, now.toISOString());
    await store.outbox.sent(item.id, now.toISOString(), null);
  }
};

test('the owner is told in every chat, once a rung', async () => {
  const expiry = inDays(14);
  await scan(seen('ann', expiry));
  expect((await queued()).sort()).toEqual(['slack U1 yours: ann', 'teams a yours: ann']);
  await delivered();
  now = new Date('2026-11-24T12:00:00Z');
  await scan(seen('ann', expiry));
  expect(await queued()).toEqual([]);
  now = new Date('2026-11-27T12:00:00Z');
  await scan(seen('ann', expiry));
  expect(await queued()).toHaveLength(2);
});

test('nobody is told long before, nor afterwards', async () => {
  await scan(seen('ann', inDays(31)), seen('ann', inDays(-1)));
  expect(await queued()).toEqual([]);
});

test('a key belongs to its user, with a path or without', async () => {
  await scan(seen('ann key 1', inDays(3), { id: `arn:aws:iam::${account}:user/staff/ann/access-key-1` }));
  expect(await queued()).toContain('slack U1 yours: ann key 1');
});

test('what belongs to somebody who has left is nobody’s', async () => {
  const notices = createExpiryNotices({ ...engine(), standing: async () => 'deactivated' });
  notices.saw(seen('ann', inDays(7)));
  await notices.tell();
  expect(await queued()).toEqual(['slack C1 nobodys: ann']);
});

test('a tag may tell whose it is', async () => {
  await scan(seen('svc', inDays(3), { tags: { Owner: 'ann' } }));
  expect(await queued()).toContain('slack U1 yours: svc');
});

test('what is nobody’s is told where alerts go, together, and once a rung', async () => {
  await scan(seen('deploy', inDays(7)), seen('backup', inDays(7)), seen('other', inDays(3)));
  expect((await queued())[0]).toBe('slack C1 nobodys: deploy,backup');
  await delivered();
  await delivered();
  await scan(seen('backup', inDays(7)), seen('other', inDays(3)));
  expect(await queued()).toEqual([]);
});

test('hundreds at once are one message a day, the nearest first', async () => {
  const keys = Array.from({ length: 12 }, (_, n) => seen(`key-${n}`, inDays(12 - n)));
  await scan(...keys);
  await scan(...keys);
  expect(await queued()).toEqual([
    `slack C1 nobodys: ${Array.from({ length: 12 }, (_, n) => `key-${11 - n}`).join()}`,
  ]);
  await delivered();
  now = new Date('2026-11-21T12:00:00Z');
  await scan(...keys);
  expect(await queued()).toHaveLength(1);
});
