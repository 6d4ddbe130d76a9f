import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/eks/endpoint-public',
  title: "The cluster's control plane is not open to the internet",
  severity: 'high',
  controls: ['164.312(a)(1)'],
  kind: 'aws.eks.cluster',
  facts: ['openTo'],
  exposes: true,
  evaluate: ({ openTo }) =>
    openTo.length === 0 ? pass : fail(`its public endpoint answers ${openTo.join(', ')}`),
});
