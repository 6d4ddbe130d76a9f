import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/root-access-key',
  title: 'Root identity has no access key',
  severity: 'critical',
  controls: [
    '164.308(a)(1)(ii)(B)',
    '164.308(a)(3)(i)',
    '164.308(a)(3)(ii)(B)',
    '164.308(a)(4)(ii)(C)',
    '164.312(a)(1)',
    '164.312(a)(2)(i)',
  ],
  kind: 'aws.account',
  facts: ['rootCredentials'],
  evaluate: ({ rootCredentials }) =>
    rootCredentials.accessKey ? fail('the root identity has an access key') : pass,
});
