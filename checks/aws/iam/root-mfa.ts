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
      return notApplicable('the root identity has no credentials: the organisation manages it centrally');
    return rootCredentials.mfa ? pass : fail('the root identity signs in with a password alone');
  },
});
