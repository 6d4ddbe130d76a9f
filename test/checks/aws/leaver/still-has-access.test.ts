import check from '../../../../checks/aws/leaver/still-has-access.ts';
import { daysAgo, testCheck } from '../../../kit/test-check.ts';

const at = daysAgo(3).toISOString();
const console = { usedAt: null, setAt: at, reportedAt: at };

testCheck(check, {
  pass: [
    { name: 'still here', facts: { standing: 'here', console, activeKeys: 1 } },
    { name: 'gone, and locked out', facts: { standing: 'deactivated', console: null, activeKeys: 0 } },
  ],
  fail: [
    {
      name: 'a password',
      facts: { standing: 'deactivated', console, activeKeys: 0 },
      because: /has a console password$/,
    },
    {
      name: 'a key',
      facts: { standing: 'deactivated', console: null, activeKeys: 1 },
      because: /has an active access key$/,
    },
    {
      name: 'all of it',
      facts: { standing: 'deactivated', console, activeKeys: 2 },
      because: /password and 2 active access keys$/,
    },
  ],
  notApplicable: [
    {
      name: 'nobody that is known',
      facts: { standing: 'unmatched', console, activeKeys: 2 },
      because: /nobody in the chat/,
    },
  ],
});
