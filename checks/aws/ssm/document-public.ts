import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ssm/document-public',
  title: 'Systems Manager document is not shared with everyone',
  severity: 'critical',
  controls: [
    '164.308(a)(3)(i)',
    '164.308(a)(3)(ii)(B)',
    '164.308(a)(4)(i)',
    '164.308(a)(4)(ii)(B)',
    '164.308(a)(4)(ii)(C)',
    '164.312(a)(1)',
    '164.312(e)(1)',
  ],
  kind: 'aws.ssm.document',
  facts: ['sharedWith'],
  exposes: true,
  evaluate: ({ sharedWith }) =>
    Object.keys(sharedWith).some((account) => account.toLowerCase() === 'all')
      ? fail('shared with all AWS accounts')
      : pass,
});
