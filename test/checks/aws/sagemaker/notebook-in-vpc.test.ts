import check from '../../../../checks/aws/sagemaker/notebook-in-vpc.ts';
import { testCheck } from '../../../kit/test-check.ts';

const description = { kmsKey: 'k', directInternetAccess: false, subnet: 'subnet-1' };

testCheck(check, {
  pass: [{ name: 'a subnet', facts: { description } }],
  fail: [{ name: 'none', facts: { description: { ...description, subnet: null } }, because: /no VPC/ }],
});
