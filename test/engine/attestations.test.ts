import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayOf } from '../../src/domain/days.ts';
import type { Channel } from '../../src/domain/message.ts';
import { type Actor, including } from '../../src/domain/people.ts';
import type { Store } from '../../src/domain/store.ts';
import { createAttestationDesk } from '../../src/engine/attestation-desk.ts';
import { tendAttestations } from '../../src/engine/attestations.ts';
import type { Engine, Rules } from '../../src/engine/context.ts';
import { openStore } from '../../src/store/open.ts';
import { dayIn } from '../../src/time/zone-time.ts';

const alerts: Channel = { platform: 'slack', team: 'T1', id: 'C1' };
const officer = (name: string, role: 'officer' | 'approver' = 'officer'): Actor => ({
  platform: 'slack',
  team: 'T1',
  id: name,
  name,
  person: name,
  roles: including([role]),
  standing: 'member',
});

let store: Store;
let now: Date;
let rules: Rules['attestations'];
beforeEach(async () => {
  store = await openStore(':memory:');
  now = new Date('2026-11-20T12:00:00Z');
  rules = { ask: ['risk-analysis'], validDays: {}, remindDays: [30, 7, 0], dayAt: dayOf, channel: null };
});
afterEach(() => store.close());

const engine = (): Engine =>
  ({
    store,
    provider: { name: 'aws' },
    accountNames: new Map(),
    rules: { attestations: rules, alertChannels: () => [alerts], quietUntil: () => null },
    notices: {
      attestationDue: ({ id }: { id: string }, latest: object | null, daysLeft: number | null) => ({
        text: `${id} ${latest ? 'said' : 'unsaid'} ${daysLeft}`,
        blocks: [],
      }),
    },
    now: () => now,
    wake: () => {},
  }) as unknown as Engine;

const attest = (given: object = {}, topic = 'risk-analysis', by = officer('olga')) =>
  createAttestationDesk(engine()).attest(topic, given, { actor: by, channel: alerts, now });
const tend = () => tendAttestations(engine());
const findings = async () =>
  (await store.findings.find({ status: 'any' })).findings.map(({ checkId, status, because, resolution }) => [
    checkId,
    status,
    resolution ?? because,
  ]);
const sent = async () => {
  const texts: string[] = [];
  for (;;) {
    const [item] = await store.outbox.due('2099-01-01T00:00:00Z', 1);
    if (!item) return texts;
    texts.push(item.message.text);
    await store.outbox.claim(item.id, now.toISOString());
    await store.outbox.sent(item.id, now.toISOString(), null);
  }
};
const actions = async () => {
  const list: string[] = [];
  for await (const { action } of store.audit.read()) list.push(action);
  return list;
};
const risk = 'bot/attestation/risk-analysis';

test('what is asked for and not said is a finding, and is asked for once a month', async () => {
  await tend();
  await tend();
  expect(await findings()).toEqual([[risk, 'open', 'nobody has said so yet']]);
  expect(await sent()).toEqual(['risk-analysis unsaid null']);
  now = new Date('2026-12-01T12:00:00Z');
  await tend();
  expect(await sent()).toEqual(['risk-analysis unsaid null']);
  expect(await actions()).toEqual(['finding.new']);
});

test('said, it is no finding any more, and the ledger keeps whose word it was', async () => {
  await tend();
  expect(await attest({ on: '2026-11-02', document: 'binder 4' })).toMatchObject({
    state: 'valid',
    latest: { on: '2026-11-02', until: '2027-11-02', byName: 'olga', document: 'binder 4' },
  });
  expect(await findings()).toEqual([[risk, 'resolved', 'fixed']]);
  expect(await actions()).toEqual(['finding.new', 'attestation.given', 'finding.resolved']);
});

test('people are reminded at each rung, once, and it opens again on the day on which it ends', async () => {
  await attest({ on: '2026-11-02' });
  const at = async (day: string) => {
    now = new Date(`${day}T00:00:00Z`);
    await tend();
    await tend();
    return sent();
  };
  expect(await at('2027-10-02')).toEqual([]);
  expect(await at('2027-10-03')).toEqual(['risk-analysis said 30']);
  expect(await at('2027-10-25')).toEqual([]);
  expect(await at('2027-10-26')).toEqual(['risk-analysis said 7']);
  expect(await at('2027-11-01')).toEqual([]);
  expect(await findings()).toEqual([]);
  expect(await at('2027-11-02')).toEqual(['risk-analysis said 0']);
  expect(await findings()).toEqual([[risk, 'open', 'what olga said holds no longer since 2027-11-02']]);
  expect(await at('2027-12-24')).toEqual([]);
  await attest();
  expect(await findings()).toEqual([[risk, 'resolved', 'fixed']]);
});

test('a topic that nobody asks for may be said, and opens nothing', async () => {
  rules = { ...rules, ask: [] };
  await tend();
  await attest({}, 'training');
  expect(await findings()).toEqual([]);
});

test('what is not asked for any more closes as no longer applying', async () => {
  await tend();
  rules = { ...rules, ask: [] };
  await tend();
  expect(await findings()).toEqual([[risk, 'resolved', 'notApplicable']]);
});

test('how long it holds is policy', async () => {
  rules = { ...rules, validDays: { 'risk-analysis': 90 } };
  expect(await attest({ on: '2026-11-01' })).toMatchObject({ latest: { until: '2027-01-30' } });
});

test.each([
  ['a day to come', { on: '2026-11-22' }, /still to come/],
  ['a day that there is not', { on: '2026-02-30' }, /must be written like/],
  ['words for a day', { on: 'yesterday' }, /must be written like/],
  ['so long ago that it is past', { on: '2025-11-20' }, /would be past already/],
])('refuses %s, and nothing is kept', async (_, given, says) => {
  expect(await attest(given)).toMatchObject({ refused: expect.stringMatching(says) });
  expect(await store.attestations.latest()).toEqual([]);
  expect(await actions()).toEqual([]);
});

test('refuses who is no officer, and a topic that there is not', async () => {
  expect(await attest({}, 'risk-analysis', officer('ravi', 'approver'))).toMatchObject({
    refused: expect.stringMatching(/role officer/),
  });
  expect(await attest({}, 'nonsense')).toMatchObject({
    refused: expect.stringMatching(/Topics: risk-analysis, /),
  });
});

test('what may be patient data is masked before it is kept', async () => {
  await attest({ note: 'Jane, SSN 078-05-1120' });
  const [kept] = await store.attestations.latest();
  expect(kept?.note).not.toContain('078-05-1120');
});

test('a day that has begun in the east is no day to come', async () => {
  expect(await attest({ on: '2026-11-21' })).toMatchObject({ state: 'valid' });
});

test('in the evening of New York it is not tomorrow yet', async () => {
  now = new Date('2026-11-21T01:00:00Z');
  rules = { ...rules, dayAt: (at) => dayIn(at, 'America/New_York') };
  expect(await attest()).toMatchObject({ latest: { on: '2026-11-20' } });
});

test('what ran out while the bot was down is told once, and is a finding again', async () => {
  await attest({ on: '2026-11-01' });
  await sent();
  now = new Date('2027-12-24T12:00:00Z');
  await tend();
  await tend();
  expect(await sent()).toEqual(['risk-analysis said -53']);
  expect(await findings()).toEqual([[risk, 'open', 'what olga said holds no longer since 2027-11-01']]);
});

test('what is said in another process at the same moment is not taken back', async () => {
  await tend();
  const { latest } = store.attestations;
  const late: Store = {
    ...store,
    attestations: {
      ...store.attestations,
      latest: async () => {
        const before = await latest();
        await attest();
        return before;
      },
    },
  };
  await tendAttestations({ ...engine(), store: late });
  expect(await findings()).toEqual([[risk, 'resolved', 'fixed']]);
});
