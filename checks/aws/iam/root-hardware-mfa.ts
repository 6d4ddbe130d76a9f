import { defineCheck, fail, notApplicable, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/iam/root-hardware-mfa',
  title: "Root identity's second factor is a hardware device",
  severity: 'high',
  controls: ['164.308(a)(3)(ii)(A)', '164.312(d)'],
  kind: 'aws.account',
  facts: ['rootCredentials', 'rootMfaDevice'],
  evaluate: ({ rootCredentials, rootMfaDevice }) => {
    if (rootCredentials.password === false && !rootCredentials.accessKey)
      return notApplicable('the root identity has no credentials: the organisation manages it centrally');
    if (rootMfaDevice === 'hardware')
      return passBecause('its second factor is on, and is none of the virtual devices');
    return fail(
      rootMfaDevice === 'none' ? 'no second factor at all' : 'the second factor is an app on a phone',
    );
  },
});
