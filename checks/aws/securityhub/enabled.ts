import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/securityhub/enabled',
  title: 'Security Hub CSPM gathers findings in the region',
  severity: 'medium',
  controls: [
    '164.308(a)(1)(ii)(D)',
    '164.308(a)(3)(ii)(A)',
    '164.308(a)(6)(i)',
    '164.308(a)(6)(ii)',
    '164.308(a)(8)',
    '164.312(b)',
    '164.312(e)(2)(i)',
  ],
  kind: 'aws.region',
  facts: ['securityHubOn'],
  evaluate: ({ securityHubOn }) => (securityHubOn ? pass : fail('Security Hub CSPM is off here')),
});
