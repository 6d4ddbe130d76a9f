import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/elasticbeanstalk/enhanced-health',
  title: 'The environment reports its health in full',
  severity: 'low',
  controls: ['164.312(b)'],
  kind: 'aws.elasticbeanstalk.environment',
  facts: ['options'],
  evaluate: ({ options: { healthSystem } }) =>
    healthSystem === 'enhanced' ? pass : fail('health reporting is basic'),
});
