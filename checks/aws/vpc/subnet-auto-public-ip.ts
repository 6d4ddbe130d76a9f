import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/vpc/subnet-auto-public-ip',
  title: 'Subnet gives new hosts no public address unasked',
  severity: 'medium',
  controls: ['164.308(a)(3)(i)', '164.308(a)(4)(ii)(C)', '164.312(a)(1)', '164.312(e)(1)'],
  kind: 'aws.vpc.subnet',
  facts: ['mapPublicIpOnLaunch'],
  evaluate: ({ mapPublicIpOnLaunch }) => (mapPublicIpOnLaunch ? fail('mapPublicIpOnLaunch is on') : pass),
});
