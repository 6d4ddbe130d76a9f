import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/secretsmanager/secret-public',
  title: 'Secret policy lets no stranger in',
  severity: 'critical',
  controls: ['164.312(a)(1)'],
  kind: 'aws.secretsmanager.secret',
  facts: ['openTo'],
  exposes: true,
  evaluate: ({ openTo }) => (openTo === null ? pass : fail(openTo)),
});
