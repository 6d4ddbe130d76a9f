import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/elb/classic-cross-zone',
  title: 'Classic load balancer spreads its load across zones',
  severity: 'low',
  controls: ['164.308(a)(7)(i)', '164.308(a)(7)(ii)(C)'],
  kind: 'aws.elb.loadBalancer',
  facts: ['crossZone', 'zones'],
  evaluate: ({ crossZone, zones }) => {
    if (crossZone) return pass;
    if (zones.length < 2) return notApplicable('it is in one zone only');
    return fail(`cross-zone load balancing is off, over ${zones.length} zones`);
  },
});
