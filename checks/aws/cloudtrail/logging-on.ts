import { defineCheck, fail, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/cloudtrail/logging-on',
  title: 'API activity is recorded',
  severity: 'critical',
  controls: ['164.308(a)(3)(ii)(A)', '164.308(a)(5)(ii)(C)', '164.312(b)'],
  kind: 'aws.account',
  facts: ['apiRecording'],
  evaluate: ({ apiRecording: { recording, stopped } }) => {
    if (recording.length > 0) return passBecause(`recorded by ${recording.join(', ')}`);
    return fail(
      stopped.length === 0 ? 'there is no trail' : `no trail records: ${stopped.join(', ')} stopped`,
    );
  },
});
