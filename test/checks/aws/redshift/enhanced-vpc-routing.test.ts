import check from '../../../../checks/aws/redshift/enhanced-vpc-routing.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'on', facts: { enhancedVpcRouting: true } }],
  fail: [{ name: 'off', facts: { enhancedVpcRouting: false }, because: /is off/ }],
});
