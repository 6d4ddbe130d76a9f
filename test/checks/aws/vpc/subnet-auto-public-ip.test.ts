import check from '../../../../checks/aws/vpc/subnet-auto-public-ip.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'off', facts: { mapPublicIpOnLaunch: false } }],
  fail: [{ name: 'on', facts: { mapPublicIpOnLaunch: true }, because: /mapPublicIpOnLaunch is on/ }],
});
