import { describe, expect, test } from 'vitest';
import type { Account } from '../../src/domain/provider.ts';
import { createDoctor } from '../../src/engine/doctor.ts';
import { bench, bob, cem, channel } from './remediation/kit.ts';

const writable: Account = {
  name: 'one',
  id: '111111111111',
  remediation: { role: 'arn:aws:iam::111111111111:role/r' },
};
const plain: Account = { name: 'one', id: '111111111111' };

describe('where requests are read', () => {
  test.each([
    ['a channel is set', writable, channel, false],
    ['no channel is set', writable, null, true],
    ['no channel is set, and nothing can be fixed', plain, null, false],
  ])('%s', async (_, account, where, warns) => {
    const { engine } = await bench({
      rules: { channel: where },
      provider: (provider) => ({ ...provider, accounts: () => [account] }),
    });
    const symptoms = await createDoctor(engine, { members: async () => [] }, []).examine();
    expect(symptoms.filter(({ area }) => area === 'requests')).toEqual(
      warns
        ? [
            {
              area: 'requests',
              state: 'warning',
              says: 'Requests are posted only where they are made; approvers may not read there.',
              remedy: 'Set remediation.channel to a channel that approvers read.',
            },
          ]
        : [],
    );
  });
});

test.each([
  ['all of the channels are of certain accounts', ['111111111111'], true],
  ['one is of everything', ['111111111111', 'organization'], false],
  ['there are none', [], false],
])('reminders of attestations, where %s', async (_, told, warns) => {
  const { engine } = await bench({ provider: (provider) => ({ ...provider, accounts: () => [plain] }) });
  const alertChannels = ({ id }: { id: string }) => (told.includes(id) ? [channel] : []);
  const attestations = { ...engine.rules.attestations, ask: ['wireless'], channel: null };
  const rules = { ...engine.rules, alertChannels, attestations };
  const symptoms = await createDoctor({ ...engine, rules }, { members: async () => [] }, []).examine();
  expect(symptoms.filter(({ area }) => area === 'attestations').map(({ state }) => state)).toEqual(
    warns ? ['warning'] : [],
  );
});

describe('who approves', () => {
  const remedy =
    'Grant the role to two people at least: nobody approves what they asked for themselves (slack.roles.approver or teams.roles.approver).';
  test.each([
    ['nobody', [], 'warning', 'Nobody holds the role approver. Changes may wait for ever.'],
    ['one', [bob], 'warning', 'Only one person holds the role approver. Changes may wait for ever.'],
    [
      'one with two accounts',
      [bob, { ...cem, person: bob.person }],
      'warning',
      'Only one person holds the role approver. Changes may wait for ever.',
    ],
    ['two', [bob, cem], 'ok', '2 people may approve changes.'],
  ] as const)('%s', async (_, approvers, state, says) => {
    const { engine } = await bench({
      provider: (provider) => ({ ...provider, accounts: () => [writable] }),
    });
    const symptoms = await createDoctor(engine, { members: async () => approvers }, []).examine();
    expect(symptoms.filter(({ area }) => area === 'approvers')).toEqual([
      { area: 'approvers', state, says, ...(state === 'ok' ? {} : { remedy }) },
    ]);
  });
});
