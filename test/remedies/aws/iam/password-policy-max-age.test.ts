import { expect, test } from 'vitest';
import remedy from '../../../../remedies/aws/iam/password-policy-max-age.ts';
import { unlessOwn } from '../../../../remedies/aws/iam/password-policy-min-length.ts';
import { daysAgo } from '../../../kit/test-check.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const own = { ...unlessOwn, minimumLength: 20, remembered: 24 };
const since = (user: string, days: number) => ({ user, setAt: daysAgo(days).toISOString() });
const many = ['ann', 'ben', 'cy', 'dee', 'eve', 'flo', 'gus'].map((user) => since(user, 100));

testRemedy(remedy, {
  cures: [
    { name: 'the account has none of its own', current: null, after: { ...unlessOwn, maxAgeDays: 90 } },
    { name: 'they never expire: all else is kept', current: own, after: { ...own, maxAgeDays: 90 } },
    { name: 'after 91 days', current: { ...own, maxAgeDays: 91 }, after: { ...own, maxAgeDays: 90 } },
    {
      name: 'shorter than the check asks for',
      current: own,
      settings: { maxAgeDays: 30 },
      after: { ...own, maxAgeDays: 30 },
    },
  ],
  merges: true,
  consequences: [
    {
      name: 'a password of day 90',
      current: own,
      facts: { consolePasswords: [since('ann', 90)] },
      verdict: 'safe',
      says: [['safe', /no password is older/]],
    },
    {
      name: 'a password of day 91',
      current: own,
      facts: { consolePasswords: [since('ann', 91), since('ben', 1)] },
      verdict: 'breaks',
      says: [['breaks', /expires? at once: ann must set a new password/]],
      saysNot: [/ben/],
    },
    {
      name: 'of many some are named',
      current: own,
      facts: { consolePasswords: many },
      verdict: 'breaks',
      says: [['breaks', /7 passwords .*eve and 2 more/]],
    },
    {
      name: 'hard expiry locks them out',
      current: { ...own, hardExpiry: true },
      facts: { consolePasswords: [since('ann', 91)] },
      verdict: 'breaks',
      says: [['breaks', /cannot sign in until an administrator/]],
    },
    {
      name: 'the report does not say since when',
      current: own,
      facts: { consolePasswords: [{ user: 'ann', setAt: null }] },
      verdict: 'unknown',
      says: [['unknown', /cannot be told for ann/]],
    },
  ],
});

test('never longer than now', () => {
  const at = { settings: { maxAgeDays: 90 } } as never;
  expect(remedy.desired({ ...own, maxAgeDays: 30 }, at)).toEqual({ to: { ...own, maxAgeDays: 30 } });
});
