import { expect, test } from 'vitest';
import remedy from '../../../../remedies/aws/kms/key-deletion-cancel.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const on = '2026-11-27T00:00:00.000Z';
const description = {
  managedBy: 'customer',
  state: 'PendingDeletion',
  deletedOn: on,
  rotatesNot: 'not in use',
};

testRemedy(remedy, {
  cures: [
    { name: 'in a week', current: { on }, after: null, facts: { description } },
    {
      name: 'a primary key that waits for its replicas',
      current: { on: null },
      after: null,
      facts: { description: { ...description, state: 'PendingReplicaDeletion', deletedOn: null } },
    },
  ],
  cannot: [{ name: 'not queued', current: null, because: /not queued/ }],
  consequences: [{ name: 'the key can be used again', current: { on }, verdict: 'safe' }],
});

test('the bot never schedules a deletion, so there is no undo', () => {
  expect(remedy.reversibility).toEqual({
    undo: 'no',
    because: expect.stringMatching(/never scheduled from here/),
  });
});
