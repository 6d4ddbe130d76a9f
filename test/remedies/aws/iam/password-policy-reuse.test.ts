import { expect, test } from 'vitest';
import { unlessOwn } from '../../../../remedies/aws/iam/password-policy-min-length.ts';
import remedy from '../../../../remedies/aws/iam/password-policy-reuse.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const own = { ...unlessOwn, minimumLength: 20, maxAgeDays: 60, hardExpiry: false };

testRemedy(remedy, {
  cures: [
    { name: 'the account has none of its own', current: null, after: { ...unlessOwn, remembered: 24 } },
    { name: 'none is remembered: all else is kept', current: own, after: { ...own, remembered: 24 } },
    { name: '23 are', current: { ...own, remembered: 23 }, after: { ...own, remembered: 24 } },
  ],
  cannot: [{ name: 'more than AWS remembers', current: own, settings: { remembered: 25 }, because: /24/ }],
  merges: true,
  consequences: [{ name: 'nobody is locked out', current: own, verdict: 'safe' }],
});

test('never fewer than now', () => {
  const at = { settings: { remembered: 12 } } as never;
  expect(remedy.desired({ ...own, remembered: 20 }, at)).toEqual({ to: { ...own, remembered: 20 } });
});
