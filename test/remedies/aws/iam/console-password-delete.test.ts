import { expect, test } from 'vitest';
import remedy from '../../../../remedies/aws/iam/console-password-delete.ts';
import { daysAgo } from '../../../kit/test-check.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const current = { setAt: daysAgo(400).toISOString(), mustBeReset: false };
const console = (used: number | null) => ({
  usedAt: used === null ? null : daysAgo(used).toISOString(),
  setAt: current.setAt,
  reportedAt: daysAgo(0).toISOString(),
});

testRemedy(remedy, {
  cures: [
    { name: 'unused for 91 days', current, after: null, facts: { console: console(91) } },
    {
      name: 'of somebody who left',
      current,
      after: null,
      facts: { console: console(1), standing: 'deactivated' },
    },
  ],
  consequences: [
    {
      name: 'used once',
      current,
      facts: { console: console(91), activeKeys: 1 },
      verdict: 'breaks',
      says: [
        ['breaks', /last signed in on 2026-08-21/],
        ['safe', /session that is open now goes on/],
        ['safe', /active access key goes on/],
      ],
    },
    {
      name: 'never used',
      current,
      facts: { console: console(null), activeKeys: 0 },
      verdict: 'safe',
      saysNot: [/access key/],
    },
  ],
});

test('says that it is for good, and what to do then', () => {
  expect(remedy.reversibility).toEqual({
    undo: 'no',
    because: expect.stringMatching(/sets a new password in IAM/),
  });
});
