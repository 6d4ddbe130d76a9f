import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/ec2/steps-image-encrypt',
  title: 'Replace the machine image by an encrypted copy',
  cures: ['aws/ec2/ami-encrypted'],
  why: 'An image cannot be encrypted in place, and only its users know where its id is written down.',
  steps: [
    'Copy it encrypted: `aws ec2 copy-image --source-region REGION --source-image-id IMAGE --name NAME --encrypted --kms-key-id KEY`.',
    'Put the new id into the launch templates, pipelines and parameters that name the old one, and try a launch.',
    'Deregister the old image (`aws ec2 deregister-image --image-id IMAGE`), delete the snapshots behind it, and start a scan.',
  ],
});
