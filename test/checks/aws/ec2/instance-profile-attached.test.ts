import check from '../../../../checks/aws/ec2/instance-profile-attached.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'a profile', facts: { profile: 'arn:aws:iam::111122223333:instance-profile/web' } }],
  fail: [{ name: 'none', facts: { profile: null }, because: /no instance profile/ }],
});
