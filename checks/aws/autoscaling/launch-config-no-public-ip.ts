import { defineCheck, fail, pass, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/autoscaling/launch-config-no-public-ip',
  title: 'Launch configuration gives new hosts no public address',
  severity: 'high',
  controls: [
    '164.308(a)(3)(i)',
    '164.308(a)(3)(ii)(B)',
    '164.308(a)(4)(ii)(C)',
    '164.312(a)(1)',
    '164.312(e)(1)',
  ],
  kind: 'aws.autoscaling.launchConfiguration',
  facts: ['publicAddress', 'usedBy'],
  evaluate: ({ publicAddress, usedBy }) => {
    if (publicAddress === null)
      return passBecause('it leaves it to the subnet, which aws/vpc/subnet-auto-public-ip asks about');
    if (!publicAddress) return pass;
    return fail(`associatePublicIpAddress is on${usedBy === 0 ? '; no group uses it now' : ''}`);
  },
});
