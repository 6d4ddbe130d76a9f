import check from '../../../../checks/aws/session/idle-shell-bounded.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: '20 minutes', facts: { idleShellMinutes: 20 } }],
  fail: [
    { name: '21 minutes', facts: { idleShellMinutes: 21 }, because: /21 idle minutes; the limit is 20/ },
  ],
});
