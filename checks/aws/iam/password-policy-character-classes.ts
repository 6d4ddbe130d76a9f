import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/password-policy-character-classes',
  title: 'Password policy asks for upper case, lower case, digits and symbols',
  severity: 'medium',
  controls: ['164.308(a)(4)(ii)(B)', '164.308(a)(5)(ii)(D)', '164.312(d)'],
  kind: 'aws.account',
  facts: ['passwordPolicy'],
  evaluate: ({ passwordPolicy: policy }) => {
    if (policy === null)
      return fail('the account has no password policy of its own, so three kinds of characters are enough');
    const { notRequired } = policy;
    return notRequired.length === 0 ? pass : fail(`${notRequired.join(', ')} not asked for`);
  },
});
