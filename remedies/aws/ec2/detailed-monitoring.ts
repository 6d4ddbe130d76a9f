import { defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/ec2/detailed-monitoring',
  title: "Report the instance's metrics every minute",
  cures: ['aws/ec2/instance-detailed-monitoring'],
  kind: 'aws.ec2.instance',
  fact: 'detailedMonitoring',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired: () => to(true),
  consequences: () => [
    harmless('the instance goes on as before, without a restart'),
    harmless('each of its metrics costs a monthly charge in CloudWatch'),
  ],
});
