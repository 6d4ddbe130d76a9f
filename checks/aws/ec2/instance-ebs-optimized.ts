import { defineCheck, fail, notApplicable, pass, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/ec2/instance-ebs-optimized',
  title: 'Instance has bandwidth of its own for its volumes',
  severity: 'low',
  controls: ['164.308(a)(7)(i)'],
  kind: 'aws.ec2.instance',
  facts: ['ebsOptimized', 'bandwidthOfType'],
  evaluate({ ebsOptimized, bandwidthOfType }) {
    if (ebsOptimized) return pass;
    if (bandwidthOfType === 'default') return passBecause('its type has it by default');
    if (bandwidthOfType === 'unsupported') return notApplicable('its type cannot have it');
    return fail('ebsOptimized is off, and its type has it only where that is on');
  },
});
