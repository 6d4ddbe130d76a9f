import check from '../../../../checks/aws/leaver/still-has-access.ts';
import { daysAgo, testCheck } from '../../../kit/test-check.ts';

const at = daysAgo(3).toISOString();
const console = { usedAt: null, setAt: at, reportedAt: at };

testCheck(check, {
  pass: [
    { name: 'still here', facts: { standing: 'here', console } },
    { name: 'gone, and locked out', facts: { standing: 'deactivated', console: null } },
  ],
  fail: [
    {
      name: 'gone, with a password',
      facts: { standing: 'deactivated', console },
      because: /console password$/,
    },
  ],
  notApplicable: [
    {
      name: 'nobody that is known',
      facts: { standing: 'unmatched', console },
      because: /nobody in the chat/,
    },
  ],
});
