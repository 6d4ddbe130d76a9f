import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/vpc/subnet-auto-public-ip',
  title: 'Subnet gives new hosts no public IPv4 address unasked',
  severity: 'medium',
  controls: ['164.308(a)(3)(i)', '164.308(a)(4)(ii)(C)', '164.312(a)(1)', '164.312(e)(1)'],
  kind: 'aws.vpc.subnet',
  facts: ['sharedBy', 'mapPublicIpOnLaunch'],
  evaluate: ({ sharedBy, mapPublicIpOnLaunch }) => {
    if (sharedBy !== null) return notApplicable(`account ${sharedBy} shares it, and alone can change it`);
    return mapPublicIpOnLaunch ? fail('mapPublicIpOnLaunch is on') : pass;
  },
});
