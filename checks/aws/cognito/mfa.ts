import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/cognito/mfa',
  title: 'The user pool asks everyone for a second factor',
  severity: 'medium',
  controls: ['164.312(d)'],
  kind: 'aws.cognito.userPool',
  facts: ['mfa'],
  evaluate: ({ mfa: { asks } }) => {
    if (asks === 'ON') return pass;
    return fail(asks === 'OPTIONAL' ? 'a second factor is left to each user' : 'a second factor is off');
  },
});
