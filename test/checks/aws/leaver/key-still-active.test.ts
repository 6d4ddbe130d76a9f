import check from '../../../../checks/aws/leaver/key-still-active.ts';
import { daysAgo, testCheck } from '../../../kit/test-check.ts';

const at = daysAgo(3).toISOString();
const live = { rotatedAt: at, usedAt: null, reportedAt: at };

testCheck(check, {
  pass: [{ name: 'still here', facts: { standing: 'here', live } }],
  fail: [{ name: 'gone, with a key', facts: { standing: 'deactivated', live }, because: /still works$/ }],
  notApplicable: [
    { name: 'an inactive key', facts: { standing: 'deactivated', live: null }, because: /inactive/ },
    { name: 'nobody that is known', facts: { standing: 'unmatched', live }, because: /nobody in the chat/ },
  ],
});
