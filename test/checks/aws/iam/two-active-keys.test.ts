import check from '../../../../checks/aws/iam/two-active-keys.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'none', facts: { activeKeys: 0 } },
    { name: 'one', facts: { activeKeys: 1 } },
  ],
  fail: [{ name: 'two', facts: { activeKeys: 2 }, because: /2 active/ }],
});
