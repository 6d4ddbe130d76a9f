import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/codebuild/plaintext-credentials',
  title: 'The build project carries no AWS keys as plain environment variables',
  severity: 'critical',
  controls: ['164.308(a)(3)(i)', '164.308(a)(4)(ii)(C)', '164.312(a)(1)'],
  kind: 'aws.codebuild.project',
  facts: ['plaintextKeys'],
  evaluate: ({ plaintextKeys }) =>
    plaintextKeys.length === 0 ? pass : fail(`plain variables hold AWS keys: ${plaintextKeys.join(', ')}`),
});
