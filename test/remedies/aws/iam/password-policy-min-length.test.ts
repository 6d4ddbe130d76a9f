import { expect, test } from 'vitest';
import remedy from '../../../../remedies/aws/iam/password-policy-min-length.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const own = {
  minimumLength: 10,
  requireUppercase: false,
  requireLowercase: true,
  requireNumbers: true,
  requireSymbols: false,
  allowUsersToChange: true,
  maxAgeDays: 60,
  remembered: 5,
  hardExpiry: true,
};
const fresh = {
  minimumLength: 14,
  requireUppercase: true,
  requireLowercase: true,
  requireNumbers: true,
  requireSymbols: true,
  allowUsersToChange: false,
  maxAgeDays: null,
  remembered: null,
  hardExpiry: null,
};

testRemedy(remedy, {
  cures: [
    { name: "the account has none of its own: no weaker than AWS's", current: null, after: fresh },
    { name: 'ten characters: all else is kept', current: own, after: { ...own, minimumLength: 14 } },
    {
      name: '13 characters',
      current: { ...own, minimumLength: 13 },
      after: { ...own, minimumLength: 14 },
    },
    {
      name: 'more than the check asks for',
      current: own,
      settings: { minLength: 16 },
      after: { ...own, minimumLength: 16 },
    },
  ],
  cannot: [{ name: 'longer than AWS allows', current: own, settings: { minLength: 129 }, because: /128/ }],
  merges: true,
  consequences: [
    { name: 'nobody is locked out', current: own, verdict: 'safe', says: [['safe', /stay good/]] },
  ],
});

test('what is longer already stays as long', () => {
  const at = { settings: { minLength: 14 } } as never;
  expect(remedy.desired({ ...own, minimumLength: 20 }, at)).toEqual({ to: { ...own, minimumLength: 20 } });
});
