import remedy from '../../../../remedies/aws/iam/password-policy-character-classes.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const all = { requireUppercase: true, requireLowercase: true, requireNumbers: true, requireSymbols: true };
const own = {
  ...all,
  minimumLength: 20,
  requireSymbols: false,
  allowUsersToChange: true,
  maxAgeDays: 60,
  remembered: 5,
  hardExpiry: null,
};

testRemedy(remedy, {
  cures: [
    {
      name: 'the account has none of its own',
      current: null,
      after: {
        ...all,
        minimumLength: 8,
        allowUsersToChange: false,
        maxAgeDays: null,
        remembered: null,
        hardExpiry: null,
      },
    },
    { name: 'one is not asked for: all else is kept', current: own, after: { ...own, ...all } },
  ],
  merges: true,
  consequences: [{ name: 'nobody is locked out', current: own, verdict: 'safe' }],
});
