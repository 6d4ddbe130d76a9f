import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/s3/bucket-mfa-delete',
  title: 'Ask for a second factor before a version is purged',
  cures: ['aws/s3/bucket-mfa-delete'],
  why: 'Only the root user, with its own MFA device, can switch MFA delete; no role can, whatever its policy says. S3 accepts no lifecycle rule beside it, so weigh object lock instead.',
  steps: [
    'Have versioning on: `fix` the finding of aws/s3/bucket-versioning first, if there is one.',
    'Remove the lifecycle rules of the bucket, or decide for object lock instead of MFA delete.',
    'Sign in as the root user and open AWS CloudShell, so that no root access key is needed.',
    'Run `aws s3api put-bucket-versioning --bucket BUCKET --versioning-configuration Status=Enabled,MFADelete=Enabled --mfa "arn:aws:iam::ACCOUNT:mfa/DEVICE CODE"`.',
    'Sign out, and then `recheck` the finding.',
  ],
});
