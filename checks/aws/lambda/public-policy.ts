import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/lambda/public-policy',
  title: 'Function policy lets no stranger invoke the function',
  severity: 'critical',
  controls: [
    '164.308(a)(1)(ii)(B)',
    '164.308(a)(3)(i)',
    '164.308(a)(4)(ii)(C)',
    '164.312(a)(1)',
    '164.312(e)(1)',
  ],
  kind: 'aws.lambda.function',
  facts: ['openTo'],
  exposes: true,
  evaluate: ({ openTo }) => (openTo === null ? pass : fail(openTo)),
});
