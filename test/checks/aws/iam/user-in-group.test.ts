import check from '../../../../checks/aws/iam/user-in-group.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'one', facts: { groups: ['nurses'] } }],
  fail: [{ name: 'none', facts: { groups: [] }, because: /no group/ }],
});
