import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/redshift/enhanced-vpc-routing',
  title: 'Warehouse loads and unloads through its own network',
  severity: 'medium',
  controls: ['164.312(e)(1)'],
  kind: 'aws.redshift.cluster',
  facts: ['enhancedVpcRouting'],
  evaluate: ({ enhancedVpcRouting }) => {
    return enhancedVpcRouting ? pass : fail('enhancedVpcRouting is off: COPY and UNLOAD may leave the VPC');
  },
});
