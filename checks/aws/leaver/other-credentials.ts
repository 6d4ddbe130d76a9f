import { defineCheck, fail, notApplicable, pass, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/leaver/other-credentials',
  title: 'Person who left the chat has no key for a single service, SSH key or certificate that works',
  severity: 'critical',
  controls: ['164.308(a)(3)(ii)(C)'],
  control: 'leaver-still-has-access',
  kind: 'aws.iam.user',
  facts: ['standing', 'otherCredentials'],
  evaluate: ({ standing, otherCredentials }) => {
    if (standing === 'unmatched') return notApplicable('nobody in the chat is known to be this user');
    if (standing === 'here' || otherCredentials === null) return pass;
    if (otherCredentials.length === 0) return passBecause('deactivated in the chat, and has none');
    return fail(`deactivated in the chat, and still has ${otherCredentials.join(', ')}`);
  },
});
