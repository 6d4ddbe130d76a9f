import check from '../../../../checks/aws/iam/user-direct-policies.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'none', facts: { directPolicies: [] } }],
  fail: [
    { name: 'one', facts: { directPolicies: ['ReadOnlyAccess'] }, because: /directly: ReadOnlyAccess$/ },
    { name: 'many', facts: { directPolicies: ['a', 'b', 'c', 'd', 'e', 'f'] }, because: /e and 1 more/ },
  ],
});
