import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ec2/userdata-secrets',
  title: 'Boot script of the instance holds no secret',
  severity: 'critical',
  controls: ['164.312(d)'],
  kind: 'aws.ec2.instance',
  facts: ['userDataSecrets'],
  evaluate: ({ userDataSecrets }) =>
    userDataSecrets.length === 0
      ? pass
      : fail(`the user data looks to hold a secret: ${userDataSecrets.join(', ')}`),
});
