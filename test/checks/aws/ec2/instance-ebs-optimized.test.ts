import check from '../../../../checks/aws/ec2/instance-ebs-optimized.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'on', facts: { ebsOptimized: true, bandwidthOfType: 'supported' } },
    {
      name: 'off, and the type has it whatever the flag says',
      facts: { ebsOptimized: false, bandwidthOfType: 'default' },
    },
  ],
  fail: [
    {
      name: 'off, and the type could',
      facts: { ebsOptimized: false, bandwidthOfType: 'supported' },
      because: /ebsOptimized is off/,
    },
  ],
  notApplicable: [
    {
      name: 'the type cannot',
      facts: { ebsOptimized: false, bandwidthOfType: 'unsupported' },
      because: /cannot/,
    },
  ],
});
