import { defineCheck, fail, notApplicable, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/org/tag-policy-attached',
  title: 'A tag policy holds for the account',
  severity: 'medium',
  controls: ['164.310(d)(2)(iii)'],
  kind: 'aws.account',
  facts: ['tagPolicy'],
  evaluate: ({ tagPolicy }) => {
    if (!tagPolicy.organization) return notApplicable('the account is in no organization');
    const { keys } = tagPolicy;
    if (keys === null) return fail('no tag policy of the organization holds for the account');
    return keys.length === 0
      ? fail('the tag policy has no rule for any key')
      : passBecause(`rules for ${keys.join(', ')}`);
  },
});
