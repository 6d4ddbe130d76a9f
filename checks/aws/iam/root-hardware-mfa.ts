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
      return notApplicable('the root identity has neither a password nor an access key');
    if (rootMfaDevice === 'hardware')
      return passBecause('no app: a security key, a token or a passkey, and AWS does not tell which');
    return fail(
      rootMfaDevice === 'none'
        ? 'no second factor at all'
        : 'one of its second factors is an app, as on a phone',
    );
  },
});
