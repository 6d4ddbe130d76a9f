import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/ec2/steps-ebs-optimized',
  title: 'Give the instance bandwidth of its own for its volumes',
  cures: ['aws/ec2/instance-ebs-optimized'],
  why: 'The instance must be stopped for it, and when that may be is for its owner to say.',
  steps: [
    'Agree on a time with its owner; whatever lies on instance store volumes is lost when it stops, and a lent public address changes.',
    'Stop it, and run `aws ec2 modify-instance-attribute --instance-id INSTANCE --ebs-optimized`; some types charge for it.',
    'Or change it to a type of a newer generation, which has it by default: `aws ec2 modify-instance-attribute --instance-id INSTANCE --instance-type TYPE`.',
    'Start it, look whether everything works, and start a scan.',
  ],
});
