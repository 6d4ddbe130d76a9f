import check from '../../../../checks/aws/iam/group-inline-policies.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'none', facts: { inlinePolicies: [] } }],
  fail: [{ name: 'one', facts: { inlinePolicies: ['own'] }, because: /own: own$/ }],
});
