import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/ec2/steps-into-vpc',
  title: 'Launch the instance anew in a VPC',
  cures: ['aws/ec2/instance-in-vpc'],
  why: 'An instance cannot be moved into a VPC: it is launched anew there.',
  steps: [
    'Make an image of it: `aws ec2 create-image --instance-id INSTANCE --name NAME`.',
    'Launch the image in a private subnet with security groups of its own, and look whether everything works.',
    'Move its users over, terminate the old instance with its owner, and start a scan.',
  ],
});
