import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/lambda/in-vpc',
  title: 'Function runs in a network of the account',
  severity: 'low',
  controls: ['164.308(a)(3)(i)', '164.308(a)(4)(ii)(C)', '164.312(a)(1)', '164.312(e)(1)'],
  kind: 'aws.lambda.function',
  facts: ['vpcId'],
  evaluate: ({ vpcId }) => (vpcId === null ? fail('the function is in no VPC') : pass),
});
