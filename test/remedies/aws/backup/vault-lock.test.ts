import remedy from '../../../../remedies/aws/backup/vault-lock.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const any = { minRetentionDays: null, maxRetentionDays: null };
const current = { on: false, forGoodFrom: null, ...any };
const on = { on: true, forGoodFrom: null, ...any };
const facts = { type: 'BACKUP_VAULT' };
const days = (least: number, most: number) => ({
  current,
  settings: { minRetentionDays: least, maxRetentionDays: most },
});

testRemedy(remedy, {
  cures: [
    { name: 'no bounds', current, after: on, facts },
    { name: 'a least', ...days(7, 0), after: { ...on, minRetentionDays: 7 }, facts },
    { name: 'a most', ...days(0, 400), after: { ...on, maxRetentionDays: 400 }, facts },
    { name: 'as many', ...days(35, 35), after: { ...on, minRetentionDays: 35, maxRetentionDays: 35 }, facts },
    { name: 'all that AWS takes', ...days(0, 36_500), after: { ...on, maxRetentionDays: 36_500 }, facts },
  ],
  cannot: [
    { name: 'locked', current: on, because: /locked already/ },
    {
      name: 'locked for good',
      current: { ...on, forGoodFrom: '2026-12-01T00:00:00.000Z' },
      because: /locked already/,
    },
    { name: 'the least above the most', ...days(36, 35), because: /the least first/ },
    { name: 'more than AWS takes', ...days(0, 36_501), because: /0 \(no bound\) to 36500/ },
    { name: 'below nought', ...days(-1, 0), because: /are not days/ },
    { name: 'half a day', ...days(0.5, 0), because: /are not days/ },
  ],
  consequences: [
    {
      name: 'no bounds',
      current,
      verdict: 'unknown',
      says: [
        ['unknown', /is refused until the lock is off/],
        ['safe', /not the lock for good/],
      ],
      saysNot: [/jobs/],
    },
    {
      name: 'both bounds',
      ...days(7, 400),
      verdict: 'unknown',
      says: [
        ['unknown', /less than 7 days fail/],
        ['unknown', /more than 400 days, or for ever, fail/],
      ],
    },
  ],
});
