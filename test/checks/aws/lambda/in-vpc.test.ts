import check from '../../../../checks/aws/lambda/in-vpc.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'in a VPC', facts: { vpcId: 'vpc-1' } }],
  fail: [{ name: 'in none', facts: { vpcId: null }, because: /no VPC/ }],
});
