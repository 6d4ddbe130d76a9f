import { defineCheck, fail, notApplicable, pass, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/leaver/still-has-access',
  title: 'Person who left the chat cannot sign in to AWS',
  severity: 'critical',
  controls: ['164.308(a)(3)(ii)(C)'],
  kind: 'aws.iam.user',
  facts: ['standing', 'console'],
  evaluate: ({ standing, console }) => {
    if (standing === 'unmatched') return notApplicable('nobody in the chat is known to be this user');
    if (standing === 'here') return pass;
    if (console === null) return passBecause('deactivated in the chat, and has no console password');
    return fail('deactivated in the chat, and still has a console password');
  },
});
