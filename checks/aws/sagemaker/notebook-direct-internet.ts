import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/sagemaker/notebook-direct-internet',
  title: 'The notebook has no internet path of its own',
  severity: 'high',
  controls: [
    '164.308(a)(1)(ii)(B)',
    '164.308(a)(3)(i)',
    '164.308(a)(4)(ii)(C)',
    '164.312(a)(1)',
    '164.312(e)(1)',
  ],
  kind: 'aws.sagemaker.notebook',
  facts: ['description'],
  evaluate: ({ description: { directInternetAccess } }) =>
    directInternetAccess ? fail('DirectInternetAccess is enabled') : pass,
});
