import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ec2/instance-detailed-monitoring',
  title: 'Instance reports its metrics every minute',
  severity: 'low',
  controls: ['164.312(b)'],
  kind: 'aws.ec2.instance',
  facts: ['detailedMonitoring'],
  evaluate: ({ detailedMonitoring }) =>
    detailedMonitoring ? pass : fail('detailed monitoring is off: metrics come every five minutes'),
});
