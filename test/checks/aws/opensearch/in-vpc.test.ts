import check from '../../../../checks/aws/opensearch/in-vpc.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'in a VPC', facts: { vpc: 'vpc-1' } }],
  fail: [{ name: 'in none', facts: { vpc: null }, because: /public/ }],
});
