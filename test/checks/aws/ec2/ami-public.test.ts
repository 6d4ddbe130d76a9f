import check from '../../../../checks/aws/ec2/ami-public.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'not for everyone', facts: { sharedWithAll: false } }],
  fail: [{ name: 'for everyone', facts: { sharedWithAll: true }, because: /every AWS account/ }],
});
