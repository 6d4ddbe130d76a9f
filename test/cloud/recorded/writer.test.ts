import { expect, test } from 'vitest';
import type { Inventory } from '../../../src/cloud/recorded/inventory.ts';
import { recordedProvider } from '../../../src/cloud/recorded/provider.ts';
import type { AnyCatalog, Collector, Subject, Writing } from '../../../src/domain/catalog.ts';
import { type Collected, known, unknown } from '../../../src/domain/collected.ts';
import type { Mandate } from '../../../src/domain/provider.ts';
import { mandateFor } from './kit.ts';

const key: Subject = { id: 'arn:aws:iam::1:user/u/key/1', region: 'global', name: 'u/1' };

const fact = (from: Collector['from'], more: Partial<Collector> = {}): Collector => ({
  from,
  permissions: [],
  read: () => {
    throw new Error('a recording does not ask');
  },
  ...more,
});

const status: Writing = {
  permissions: ['iam:UpdateAccessKey', 'iam:ListAccessKeys'],
  calls: () => ['UpdateAccessKey'],
  resources: () => ['arn:aws:iam::1:user/u'],
  // The report that tells of the key is hours old, and tells of a key that is live again as of one made today.
  implies: (value, { status }) => ({
    live: value === 'Inactive' ? null : { since: 'today' },
    verdict: status?.known ? `surely ${status.value}` : 'who knows',
  }),
  put: async () => {},
};

const catalog: AnyCatalog = {
  'aws.key': {
    title: 'key',
    scope: 'global',
    permissions: [],
    pattern: () => '*',
    async *list() {},
    facts: {
      live: fact('listing'),
      status: fact('call', { write: status }),
      slot: fact('call', { write: { ...status, implies: (value) => ({ live: value }) } }),
      verdict: fact('facts', { needs: ['status'], read: (_, __, { status }) => status }),
      open: fact('facts', {
        needs: ['live'],
        read: (_, __, { live }) => (live?.known ? live.value !== null : 'who knows'),
      }),
      usedBy: fact('facts', { needs: ['live'], read: (reader) => reader.iam().send({}) }),
      whose: fact('facts', { needs: ['live'], read: ({ identity, optIns }) => [identity.id, [...optIns]] }),
      shared: fact('facts', { needs: ['live'], read: ({ remember }) => remember('x', async () => 'asked') }),
    },
  },
};

const recordedFacts: Readonly<Record<string, Collected<unknown>>> = {
  live: known({ since: '2026' }),
  status: known('Active'),
  slot: known(1),
  verdict: known('active'),
  open: known(true),
  usedBy: known('a lambda'),
  whose: known(['1', []]),
  shared: known('recorded'),
};

const account = { id: '1', name: 'one' };
const inventory = (facts = recordedFacts): Inventory => ({
  format: 'hipaa-inventory/1',
  provider: 'aws',
  recordedAt: '2026-11-20T09:00:00Z',
  accounts: [
    {
      ...account,
      partition: 'aws',
      regions: ['us-east-1'],
      listings: [{ kind: 'aws.key', region: 'global' }],
      resources: [{ kind: 'aws.key', subject: { ...key }, facts: { ...facts } }],
    },
    {
      id: '2',
      name: 'two',
      partition: 'aws',
      regions: [],
      refused: unknown('denied', 'no access'),
      listings: [],
      resources: [],
    },
  ],
});

const cloud = (facts = recordedFacts) => recordedProvider(inventory(facts), catalog, { writable: true });
const mandate = (more: Partial<Mandate> = {}) =>
  mandateFor(status, { resources: ['arn:aws:iam::1:user/*'], ...more });
const scope = { signal: new AbortController().signal, optIns: new Set(['probe']) };

async function deactivated(facts = recordedFacts) {
  const provider = cloud(facts);
  const writer = await provider.openWriter(account, mandate());
  await writer.write('aws.key', 'status', key, 'Inactive');
  return { provider, writer, session: await provider.open(account, scope) };
}

test('a write that may be made is made, and told with those on whose word it was', async () => {
  const { provider, writer, session } = await deactivated();
  expect(writer.identity).toEqual({ ...account, partition: 'aws' });
  expect(await session.read('aws.key', 'status', key, {})).toBe('Inactive');
  const one = { account: '1', kind: 'aws.key', fact: 'status', resource: key.id, value: 'Inactive' };
  expect(provider.writes).toEqual([{ ...one, remediation: 'R-1', requester: 'ann', approvers: ['bob'] }]);
});

test.each([
  ['one action is missing', mandate({ actions: ['iam:UpdateAccessKey'] }), key, /ListAccessKeys/, 'denied'],
  ['another user is meant', mandate({ resources: ['arn:aws:iam::1:user/other'] }), key, /user\/u/, 'denied'],
  ['a dot is no wildcard', mandate({ resources: ['arn:aws:iam::1:user.u'] }), key, /user\/u/, 'denied'],
  ['nothing is meant', mandate({ resources: [] }), key, /user\/u/, 'denied'],
  ['it is not there', mandate(), { ...key, id: 'gone', name: 'gone' }, /has no gone/, 'failed'],
  ['it was cancelled', mandate({ signal: AbortSignal.abort() }), key, /cancelled/, 'failed'],
] as const)('nothing is written when %s', async (_, given, of, says, reason) => {
  const provider = cloud();
  const writer = await provider.openWriter(account, given);
  const error = await writer.write('aws.key', 'status', of, 'Inactive').catch((e: unknown) => e);
  expect(String(error)).toMatch(says);
  expect(provider.classify(error).reason).toBe(reason);
  expect(provider.writes).toEqual([]);
  expect(await (await provider.open(account, scope)).read('aws.key', 'status', key, {})).toBe('Active');
});

test.each([['*'], ['arn:aws:iam::1:user/u'], ['arn:aws:iam::?:user/*']])('%s covers it', async (pattern) => {
  const provider = cloud();
  const writer = await provider.openWriter(account, mandate({ resources: [pattern] }));
  await writer.write('aws.key', 'status', key, 'Inactive');
  expect(provider.writes).toHaveLength(1);
});

test('a fact that cannot be set is not set', async () => {
  const writer = await cloud().openWriter(account, mandate());
  await expect(writer.write('aws.key', 'live', key, null)).rejects.toThrow('live of aws.key cannot be set');
});

test('what people recorded of their own account is not changed, and it says why', async () => {
  const provider = recordedProvider(inventory(), catalog);
  expect(provider.readOnly(account)).toMatch(/a recording cannot be changed$/);
  await expect(provider.openWriter(account, mandate())).rejects.toMatchObject({
    reason: 'denied',
    message: provider.readOnly(account),
  });
  expect(cloud().readOnly(account)).toBeNull();
});

test.each([
  [{ id: '2', name: 'two' }, 'denied', 'no access'],
  [{ id: '3', name: 'three' }, 'notRecorded', 'account three is not in the recording'],
] as const)('account %o is opened for writing no more than for reading', async (of, reason, message) => {
  await expect(cloud().openWriter(of, mandate())).rejects.toMatchObject({ reason, message });
  await expect(cloud().open(of, scope)).rejects.toMatchObject({ reason, message });
});

test('what follows from a write is told: a listing, and what is concluded from the listing', async () => {
  const { session } = await deactivated();
  expect(await session.read('aws.key', 'live', key, {})).toBeNull();
  expect(await session.read('aws.key', 'verdict', key, { status: known('Inactive') })).toBe(
    'surely Inactive',
  );
  const live = known(null);
  expect(await session.read('aws.key', 'open', key, { live })).toBe(false);
  expect(await session.read('aws.key', 'whose', key, { live })).toEqual(['1', ['probe']]);
  expect(await session.read('aws.key', 'shared', key, { live })).toBe('asked');
  await expect(session.read('aws.key', 'usedBy', key, { live })).rejects.toMatchObject({
    reason: 'notRecorded',
    message: 'usedBy was not recorded as it is after a change',
  });
});

test('put back, everything is as recorded, what was asked of the cloud included', async () => {
  const { provider, writer, session } = await deactivated();
  await writer.write('aws.key', 'status', key, 'Active');
  expect(provider.writes).toHaveLength(2);
  for (const [name, answer] of Object.entries(recordedFacts))
    expect(await session.read('aws.key', name, key, recordedFacts)).toEqual(answer.known && answer.value);
});

test('of two writes that say something of the same fact the later one is right', async () => {
  const { writer, session } = await deactivated();
  await writer.write('aws.key', 'slot', key, 2);
  expect(await session.read('aws.key', 'live', key, {})).toBe(2);
  await writer.write('aws.key', 'status', key, 'Unheard');
  expect(await session.read('aws.key', 'live', key, {})).toEqual({ since: 'today' });
});

test('facts as they were before the change, supposed again, give the recorded conclusion', async () => {
  const { session } = await deactivated();
  expect(await session.read('aws.key', 'verdict', key, { status: known('Active') })).toBe('active');
  expect(await session.read('aws.key', 'verdict', key, { status: known('Odd') })).toEqual(known('Odd'));
  const { live } = recordedFacts;
  expect(await session.read('aws.key', 'open', key, { live })).toBe(true);
  expect(await session.read('aws.key', 'usedBy', key, { live })).toBe('a lambda');
});

test.each<[string, Record<string, Collected<unknown>>, unknown, unknown]>([
  [
    'unknown as before',
    { live: unknown('denied', 'no'), open: known('old') },
    unknown('denied', 'no'),
    'old',
  ],
  [
    'unknown for another reason',
    { live: unknown('denied', 'no'), open: known('old') },
    unknown('failed', 'no'),
    'who knows',
  ],
  ['known since', { live: unknown('denied', 'no'), open: known('old') }, known(null), false],
  ['unknown since', { live: known(null), open: known(false) }, unknown('denied', 'no'), 'who knows'],
  ['never recorded', { open: known('old') }, unknown('notRecorded', 'live was not recorded'), 'old'],
])('a conclusion from a fact that is %s', async (_, facts, live, answer) => {
  const session = await cloud(facts).open(account, scope);
  expect(await session.read('aws.key', 'open', key, { live })).toEqual(answer);
});
