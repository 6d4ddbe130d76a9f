import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/guardduty/enabled',
  title: 'Threat detection is on in the region',
  severity: 'high',
  controls: [
    '164.308(a)(1)(ii)(A)',
    '164.308(a)(1)(ii)(D)',
    '164.308(a)(3)(ii)(A)',
    '164.308(a)(5)(ii)(C)',
    '164.308(a)(6)(i)',
    '164.308(a)(6)(ii)',
    '164.308(a)(8)',
    '164.312(b)',
    '164.312(e)(2)(i)',
  ],
  kind: 'aws.region',
  facts: ['guardDuty'],
  evaluate: ({ guardDuty }) => {
    if (guardDuty === null) return fail('GuardDuty has no detector here');
    return guardDuty.on ? pass : fail('GuardDuty is suspended here');
  },
});
