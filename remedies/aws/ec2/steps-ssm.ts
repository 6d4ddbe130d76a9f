import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/ec2/steps-ssm',
  title: 'Let Systems Manager manage the instance',
  cures: ['aws/ec2/instance-ssm-managed'],
  why: 'It takes an agent on the instance, a way to the service and a permission, and which of them is missing shows on the instance alone.',
  steps: [
    'Let Systems Manager manage all instances of the region (Fleet Manager, Default Host Management Configuration), or attach the policy AmazonSSMManagedInstanceCore to the role of the instance.',
    'See that the agent is installed and runs: `systemctl status amazon-ssm-agent`.',
    'See that it reaches the service: by a NAT gateway, or by VPC endpoints for ssm, ssmmessages and ec2messages.',
    'Wait a few minutes, look for it with `aws ssm describe-instance-information`, and start a scan.',
  ],
});
