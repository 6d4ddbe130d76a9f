import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ec2/instance-in-vpc',
  title: 'Instance is in a VPC',
  severity: 'medium',
  controls: ['164.308(a)(3)(i)', '164.308(a)(4)(ii)(C)', '164.312(a)(1)', '164.312(e)(1)'],
  kind: 'aws.ec2.instance',
  facts: ['vpc'],
  evaluate: ({ vpc }) => (vpc === null ? fail('it is in no VPC') : pass),
});
