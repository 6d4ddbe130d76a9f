import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ecr/repository-public',
  title: 'Repository policy lets no stranger in',
  severity: 'critical',
  controls: ['164.312(a)(1)'],
  kind: 'aws.ecr.repository',
  facts: ['openTo'],
  exposes: true,
  evaluate: ({ openTo }) => (openTo === null ? pass : fail(openTo)),
});
