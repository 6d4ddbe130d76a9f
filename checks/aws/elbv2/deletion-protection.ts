import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/elbv2/deletion-protection',
  title: 'Load balancer is protected from deletion',
  severity: 'medium',
  controls: ['164.308(a)(1)(ii)(B)', '164.308(a)(7)(i)', '164.308(a)(7)(ii)(C)'],
  kind: 'aws.elbv2.loadBalancer',
  facts: ['deletionProtection'],
  evaluate: ({ deletionProtection }) => (deletionProtection ? pass : fail('deletion protection is off')),
});
