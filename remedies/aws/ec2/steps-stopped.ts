import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/ec2/steps-stopped',
  title: 'Decide what becomes of the parked instance',
  cures: ['aws/ec2/instance-stopped-too-long'],
  why: 'Terminating it cannot be undone, and only its owner knows whether it is still needed.',
  steps: [
    'Ask the owner whether it is needed, and whether its volumes hold records that must be kept.',
    'If it is needed, start it where nobody but its administrators reaches it, patch it, and put it back to work.',
    'If not, keep what must be kept (`aws ec2 create-image --instance-id INSTANCE --name NAME`, encrypted), and terminate it: `aws ec2 terminate-instances --instance-ids INSTANCE`.',
    'If it is meant to be parked, say so with an exception that ends, or set maxDays in checks.settings."aws/ec2/instance-stopped-too-long".',
  ],
});
