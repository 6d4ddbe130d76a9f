import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/account/security-contact',
  title: 'AWS has a security contact to call',
  severity: 'medium',
  controls: ['164.308(a)(6)(ii)'],
  kind: 'aws.account',
  facts: ['securityContact'],
  evaluate: ({ securityContact }) =>
    securityContact ? pass : fail('the account has no alternate contact for security'),
});
