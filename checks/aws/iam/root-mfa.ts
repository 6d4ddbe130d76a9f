import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/root-mfa',
  title: 'Root identity has a second factor',
  severity: 'critical',
  controls: ['164.308(a)(3)(ii)(A)', '164.312(d)'],
  kind: 'aws.account',
  facts: ['rootCredentials'],
  evaluate: ({ rootCredentials }) => {
    if (rootCredentials.password === false && !rootCredentials.accessKey)
      return notApplicable('the root identity has neither a password nor an access key');
    if (rootCredentials.mfa) return pass;
    return fail(
      rootCredentials.password === false
        ? 'the root identity has an access key and no second factor'
        : 'the root identity signs in with a password alone',
    );
  },
});
