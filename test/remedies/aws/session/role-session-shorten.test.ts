import remedy from '../../../../remedies/aws/session/role-session-shorten.ts';
import { daysAgo } from '../../../kit/test-check.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const trust = { open: null, outsiders: [], onlyServices: false, asksMfa: false };
const facts = { madeBy: 'customer', trust };

testRemedy(remedy, {
  cures: [
    { name: 'twelve hours', current: 12, after: 8, facts },
    { name: 'a little more than eight', current: 8.5, after: 8, facts },
  ],
  cannot: [
    { name: 'less than IAM takes', current: 12, settings: { maxHours: 0.5 }, because: /1 to 12 hours/ },
    { name: 'more than IAM takes', current: 12, settings: { maxHours: 13 }, because: /13 are asked for/ },
  ],
  consequences: [
    {
      name: 'in use',
      current: 12,
      facts: { usedAt: daysAgo(1).toISOString() },
      verdict: 'unknown',
      says: [['unknown', /2026-11-19: whoever asks for a session of more than 8 hours/]],
    },
    { name: 'not used', current: 12, facts: { usedAt: null }, verdict: 'safe' },
    { name: 'not told', current: 12, verdict: 'unknown' },
  ],
});
