import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/org/ai-services-opt-out',
  title: "AWS's AI services may not keep the account's content",
  severity: 'high',
  controls: ['164.308(b)(1)', '164.502(e)'],
  kind: 'aws.account',
  facts: ['aiOptOut'],
  evaluate: ({ aiOptOut }) => {
    if (!aiOptOut.organization)
      return fail('the account is in no organization, and only the policy of an organization can opt out');
    const { choice } = aiOptOut;
    if (choice === null)
      return fail('no opt-out policy holds for the account, so AI services may keep and use its content');
    if (choice.optedIn.length > 0)
      return fail(`the opt-out policy lets ${choice.optedIn.join(', ')} keep and use content`);
    if (choice.byDefault !== 'optOut')
      return fail('the opt-out policy does not opt out of services that it does not name');
    return pass;
  },
});
