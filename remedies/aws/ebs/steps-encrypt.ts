import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/ebs/steps-encrypt',
  title: 'Replace the plain volume or snapshot by an encrypted one',
  cures: ['aws/ebs/volume-encrypted', 'aws/ebs/snapshot-encrypted'],
  why: 'EBS cannot encrypt what exists: an encrypted copy is made, a person moves its users over, and the plain one is deleted, which cannot be undone.',
  steps: [
    'Turn on encryption by default first: `fix` the finding of aws/ebs/default-encryption.',
    'For a volume, agree on a time with its owner, stop the instance, and take a snapshot: `aws ec2 create-snapshot --volume-id VOLUME`.',
    'Copy the snapshot encrypted: `aws ec2 copy-snapshot --source-region REGION --source-snapshot-id SNAPSHOT --encrypted --kms-key-id KEY`.',
    'For a volume, make a new one from the copy in the same zone (`aws ec2 create-volume --snapshot-id COPY --availability-zone ZONE`), detach the plain one, attach the new one under the same device name, and start the instance.',
    'Look whether everything works, and whether the retention rules let the plain one go.',
    'Delete the plain volume and the plain snapshots, those that were made on the way included, and start a scan.',
  ],
});
