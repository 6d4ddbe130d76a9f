import { defineGuidance } from '#src/remedy';

// UpdateInstanceStorageConfig writes into the policy of Connect's own role in the caller's name (iam:PutRolePolicy).
export default defineGuidance({
  id: 'aws/connect/steps-storage-key',
  title: 'Seal recordings and transcripts with a customer key',
  cures: ['aws/connect/recordings-kms'],
  why: "Connect changes its own role in the caller's name (iam:PutRolePolicy), which the remediation role is not allowed to do.",
  steps: [
    'In KMS, choose or make a symmetric key in the region of the instance, and let those who listen to recordings decrypt with it.',
    'In Amazon Connect, open the instance, then "Data storage".',
    'For call recordings, screen recordings and chat transcripts choose "Edit", keep the bucket and its prefix, and choose the key under "Encryption".',
    'Make a test call and play its recording.',
    'What was recorded before stays as it is: copy it onto itself in S3 with the key where it must be sealed too.',
  ],
});
