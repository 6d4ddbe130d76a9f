import { expect, test } from 'vitest';
import { accountIds } from '../../../src/chat/lookup.ts';
import { findingCard } from '../../../src/chat/views/finding.ts';
import type { Reader } from '../../../src/chat/views/reader.ts';
import type { Finding } from '../../../src/domain/finding.ts';
import type { Actor } from '../../../src/domain/people.ts';
import type { Account, Provider } from '../../../src/domain/provider.ts';
import { knowAccounts } from '../../../src/engine/context.ts';
import { accountNow, accountOf } from '../../../src/engine/remediation/account-view.ts';
import { ann, bench, person } from './kit.ts';

const one = 'arn:box:one';

const engineWith = (accounts: readonly Account[], names: readonly (readonly [string, string])[] = []) =>
  ({ provider: { accounts: () => accounts }, accountNames: new Map(names) }) as never;
const records = { name: 'records', id: '111111111111' };

test.each([
  ['by number', [records], '111111111111', 'records'],
  ['by name', [records], 'records', 'records'],
  [
    'another that calls itself by the number',
    [{ name: '111111111111', id: '2' }, records],
    '111111111111',
    'records',
  ],
  ['only one that calls itself by the number', [{ name: '111111111111', id: '2' }], '111111111111', null],
  ['one that took the name of an account that left', [{ name: 'left', id: '2' }], '333333333333', null],
  ['one without a number, by what it was found to be', [{ name: 'left' }], '333333333333', 'left'],
] as const)('an account, %s', (_, accounts, id, name) => {
  expect(accountNow(engineWith(accounts, [['333333333333', 'left']]), id)?.name ?? null).toBe(name);
});

/** As after a restart: the accounts are found out only when they are asked for. */
function afterRestart(provider: Provider): Provider & { readonly asked: () => number } {
  let found: readonly Account[] = [];
  let asked = 0;
  return {
    ...provider,
    accounts: () => found,
    asked: () => asked,
    async discover() {
      asked++;
      found = provider.accounts();
      return null;
    },
  };
}

test('an account that is found out is found before anything is planned, and asked for once', async () => {
  const b = await bench({ provider: afterRestart });
  const finding = await b.finding(one);
  expect(await b.desk.recheck(finding, b.from(ann))).toMatchObject({ status: 'open' });
  expect(await accountOf(b.engine, '111111111111')).toMatchObject({ name: 'one' });
  await knowAccounts(b.engine);
  expect((b.engine.provider as ReturnType<typeof afterRestart>).asked()).toBe(1);
});

test('what only an officer can say is neither looked at again nor fixed', async () => {
  const b = await bench();
  const sighting = {
    provider: 'aws',
    account: 'organization',
    region: 'global',
    kind: 'bot.attestation',
    checkId: 'bot/attestation/wireless',
    resource: 'wireless',
  };
  const failed = {
    kind: 'failed',
    at: '2026-11-20T12:00:00.000Z',
    severity: 'medium',
    because: 'x',
  } as const;
  const { finding } = await b.store.findings.apply(sighting, failed, 'system:time');
  const says = { refused: expect.stringContaining('`attest wireless`') };
  expect(await b.desk.recheck(finding?.handle ?? '', b.from(ann))).toMatchObject(says);
  expect(await b.desk.plan({ finding: finding?.handle ?? '' }, b.from(ann))).toMatchObject(says);
});

test('an organization’s findings are asked for by its word, whatever was scanned', async () => {
  const b = await bench();
  expect(await accountIds({ scans: b.store.scans as never }, ['Organization'])).toEqual({
    ids: ['organization'],
  });
});

test('the card of what is not attested offers it to an officer, and to nobody else', async () => {
  const finding = {
    handle: 'F-7K3QX',
    fingerprint: 'f',
    account: 'organization',
    region: 'global',
    kind: 'bot.attestation',
    checkId: 'bot/attestation/wireless',
    resource: 'wireless',
    severity: 'medium',
    status: 'open',
    because: 'nobody has said so yet',
    triage: { kind: 'untriaged' },
    owner: null,
    openedAt: '2026-11-20T12:00:00.000Z',
    lastSeen: '2026-11-20T12:00:00.000Z',
  } as unknown as Finding;
  const seenBy = (actor: Actor) => {
    const reader = {
      actor,
      now: new Date('2026-11-21T12:00:00Z'),
      people: { holding: () => [] },
      nameOf: (id: string) => id,
      accountName: (id: string) => id,
      check: () => null,
      dueAt: () => '2026-12-20T12:00:00.000Z',
      fixable: () => null,
    } as unknown as Reader;
    return JSON.stringify(findingCard(finding, [], reader).blocks).includes('"says":"attest wireless"');
  };
  expect([seenBy(person('Olga', ['officer'])), seenBy(ann)]).toEqual([true, false]);
});
