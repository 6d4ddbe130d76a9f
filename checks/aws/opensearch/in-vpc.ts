import { defineCheck, fail, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/opensearch/in-vpc',
  title: 'Search domain has no public endpoint',
  severity: 'critical',
  controls: ['164.308(a)(3)(i)', '164.308(a)(4)(ii)(C)', '164.312(a)(1)', '164.312(e)(1)'],
  kind: 'aws.opensearch.domain',
  facts: ['vpc'],
  exposes: true,
  evaluate: ({ vpc }) => {
    return vpc ? passBecause(`it is in ${vpc}`) : fail('it is in no VPC: its endpoint is public');
  },
});
