import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/guardduty/s3-protection',
  title: 'Threat detection looks at what is done with objects in S3',
  severity: 'medium',
  controls: ['164.308(a)(1)(ii)(D)'],
  kind: 'aws.region',
  facts: ['guardDuty'],
  evaluate: ({ guardDuty }) => {
    if (guardDuty === null || !guardDuty.on)
      return notApplicable('GuardDuty is off here, which is a finding of its own');
    return guardDuty.s3 ? pass : fail('S3 protection of GuardDuty is off');
  },
});
