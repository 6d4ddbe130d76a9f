import { defineCheck, fail, pass } from '#src/check';

const mostNamed = 5;

export default defineCheck({
  id: 'aws/lambda/env-secrets',
  title: 'Function environment holds no secret',
  severity: 'high',
  controls: ['164.312(d)'],
  kind: 'aws.lambda.function',
  facts: ['secretVariables'],
  evaluate: ({ secretVariables }) => {
    if (secretVariables.length === 0) return pass;
    const more = secretVariables.length - mostNamed;
    const named = secretVariables.slice(0, mostNamed).join(', ') + (more > 0 ? ` and ${more} more` : '');
    return fail(
      secretVariables.length === 1
        ? `${named} looks like a secret in plain sight`
        : `${named} look like secrets in plain sight`,
    );
  },
});
