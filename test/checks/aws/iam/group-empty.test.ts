import check from '../../../../checks/aws/iam/group-empty.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'one member', facts: { members: 1 } }],
  fail: [{ name: 'none', facts: { members: 0 }, because: /nobody/ }],
});
