import check from '../../../../checks/aws/ec2/instance-in-vpc.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'in a VPC', facts: { vpc: 'vpc-1' } }],
  fail: [{ name: 'in none', facts: { vpc: null }, because: /no VPC/ }],
});
