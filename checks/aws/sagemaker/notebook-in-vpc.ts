import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/sagemaker/notebook-in-vpc',
  title: 'The notebook is attached to a subnet of the account',
  severity: 'medium',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  kind: 'aws.sagemaker.notebook',
  facts: ['description'],
  evaluate: ({ description: { subnet } }) => (subnet === null ? fail('it stands in no VPC') : pass),
});
