import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/leaver/key-still-active',
  title: 'Person who left the chat has no active access key',
  severity: 'critical',
  controls: ['164.308(a)(3)(ii)(C)'],
  control: 'leaver-still-has-access',
  kind: 'aws.iam.accessKey',
  facts: ['standing', 'live'],
  evaluate: ({ standing, live }) => {
    if (live === null) return notApplicable('the key is inactive');
    if (standing === 'unmatched') return notApplicable('nobody in the chat is known to be its user');
    return standing === 'here' ? pass : fail('its user is deactivated in the chat, and the key still works');
  },
});
