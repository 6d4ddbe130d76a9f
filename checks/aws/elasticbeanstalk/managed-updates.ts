import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/elasticbeanstalk/managed-updates',
  title: "The environment's platform is patched automatically",
  severity: 'medium',
  controls: ['164.308(a)(5)(ii)(A)'],
  kind: 'aws.elasticbeanstalk.environment',
  facts: ['options'],
  evaluate: ({ options: { managedUpdates } }) =>
    managedUpdates ? pass : fail('managed platform updates are off'),
});
