import { expect, test } from 'vitest';
import remedy from '../../../../remedies/aws/kms/key-rotation.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const description = { managedBy: 'customer', state: 'Enabled', deletedOn: null, rotatesNot: null };
const off = { description, rotation: { enabled: false } };

testRemedy(remedy, {
  cures: [
    { name: 'off', current: null, after: 365, facts: off },
    {
      name: 'every 366 days',
      current: 366,
      after: 365,
      facts: { description, rotation: { enabled: true, everyDays: 366 } },
    },
    { name: 'twice a year is asked for', current: null, settings: { maxDays: 180 }, after: 180, facts: off },
  ],
  cannot: [
    { name: 'more often than KMS can', current: null, settings: { maxDays: 89 }, because: /90 to 2560/ },
    { name: 'more seldom than KMS can', current: null, settings: { maxDays: 2561 }, because: /90 to 2560/ },
  ],
  consequences: [{ name: 'nothing breaks', current: null, verdict: 'safe' }],
});

test('never more seldom than now', () => {
  expect(remedy.desired(90, { settings: { maxDays: 365 } } as never)).toEqual({ to: 90 });
});
