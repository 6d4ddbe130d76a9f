import check from '../../../../checks/aws/break/glass-ready.ts';
import { daysAgo, testCheck } from '../../../kit/test-check.ts';

const entry = (days: number) => ({
  identity: 'user/break-glass',
  usedAt: daysAgo(days).toISOString(),
  mfa: true,
  usable: true,
});
const settings = { user: 'break-glass' };

testCheck(check, {
  pass: [
    { name: 'a user, day 365', facts: { emergencyEntries: [entry(365)] }, settings },
    {
      name: 'a role by its full name',
      facts: { emergencyEntries: [{ ...entry(1), identity: 'role/rescue' }] },
      settings: { user: 'role/rescue' },
    },
  ],
  fail: [
    {
      name: 'none is named',
      facts: { emergencyEntries: [entry(1)] },
      because: /no identity for emergencies is named/,
    },
    {
      name: 'the one that is named is gone',
      facts: { emergencyEntries: [] },
      settings,
      because: /no user or role break-glass/,
    },
    {
      name: 'no way in',
      facts: { emergencyEntries: [{ ...entry(1), usable: false }] },
      settings,
      because: /neither a console password/,
    },
    {
      name: 'no second factor',
      facts: { emergencyEntries: [{ ...entry(1), mfa: false }] },
      settings,
      because: /without a second factor/,
    },
    {
      name: 'a second factor that cannot be told',
      facts: { emergencyEntries: [{ ...entry(1), mfa: null }] },
      settings,
      because: /whether .* asks for a second factor cannot be told/,
    },
    {
      name: 'never tried',
      facts: { emergencyEntries: [{ ...entry(1), usedAt: null }] },
      settings,
      because: /ever tried/,
    },
    {
      name: 'day 366',
      facts: { emergencyEntries: [entry(366)] },
      settings,
      because: /last used on 2025-11-19; the limit is 365 days/,
    },
  ],
});
