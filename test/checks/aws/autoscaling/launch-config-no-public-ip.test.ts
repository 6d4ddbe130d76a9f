import check from '../../../../checks/aws/autoscaling/launch-config-no-public-ip.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'off', facts: { publicAddress: false, usedBy: 1 } },
    { name: 'left to the subnet', facts: { publicAddress: null, usedBy: 1 } },
  ],
  fail: [
    { name: 'on', facts: { publicAddress: true, usedBy: 1 }, because: /^associatePublicIpAddress is on$/ },
    { name: 'on, and not used', facts: { publicAddress: true, usedBy: 0 }, because: /no group uses it now/ },
  ],
});
