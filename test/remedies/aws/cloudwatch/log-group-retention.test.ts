import { expect, test } from 'vitest';
import remedy from '../../../../remedies/aws/cloudwatch/log-group-retention.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const facts = { class: 'STANDARD' };

testRemedy(remedy, {
  cures: [
    { name: 'a month', current: 30, after: 2192, facts },
    { name: 'a year is asked for', current: 180, settings: { retentionDays: 365 }, after: 365, facts },
    { name: 'the next longer period', current: 180, settings: { retentionDays: 366 }, after: 400, facts },
    { name: 'the longest period', current: 1, settings: { retentionDays: 3653 }, after: 3653, facts },
  ],
  cannot: [
    { name: 'for ever', current: null, because: /never expire/ },
    {
      name: 'longer than can be',
      current: 30,
      settings: { retentionDays: 3654 },
      because: /3653 days at most/,
    },
  ],
  consequences: [{ name: 'it costs', current: 30, verdict: 'safe', says: [['safe', /2192 days.*paid for/]] }],
});

test('never shorter than now', () => {
  expect(remedy.desired(3653, { settings: { retentionDays: 2192 } } as never)).toEqual({ to: 3653 });
});
