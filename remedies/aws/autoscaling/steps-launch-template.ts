import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/autoscaling/steps-launch-template',
  title: 'Start hosts from a launch template without public addresses',
  cures: ['aws/autoscaling/launch-config-no-public-ip'],
  why: 'A launch configuration cannot be changed once it is made, and hosts without a public address need another way to what they fetch.',
  steps: [
    'See that the subnets of the group reach what the hosts need by a NAT gateway or endpoints.',
    'Make a launch template of it: EC2 console, Launch configurations, Copy to launch template; set "Auto-assign public IP" to disable.',
    'Let the group use it: `aws autoscaling update-auto-scaling-group --auto-scaling-group-name GROUP --launch-template LaunchTemplateId=TEMPLATE,Version=\\$Latest`.',
    'Replace the hosts one by one: `aws autoscaling start-instance-refresh --auto-scaling-group-name GROUP`.',
    'Delete the launch configuration: `aws autoscaling delete-launch-configuration --launch-configuration-name NAME`, and `recheck` the finding.',
  ],
});
