import { defineCheck, fail, notApplicable, pass, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/leaver/still-has-access',
  title: 'Person who left the chat has no access to AWS',
  severity: 'critical',
  controls: ['164.308(a)(3)(ii)(C)'],
  kind: 'aws.iam.user',
  facts: ['standing', 'console', 'activeKeys'],
  evaluate: ({ standing, console, activeKeys }) => {
    if (standing === 'unmatched') return notApplicable('nobody in the chat is known to be this user');
    if (standing === 'here') return pass;
    const left = [
      ...(console === null ? [] : ['a console password']),
      ...(activeKeys === 0
        ? []
        : [activeKeys === 1 ? 'an active access key' : `${activeKeys} active access keys`]),
    ];
    if (left.length === 0)
      return passBecause('deactivated in the chat, and has no password and no active key');
    return fail(`deactivated in the chat, and still has ${left.join(' and ')}`);
  },
});
