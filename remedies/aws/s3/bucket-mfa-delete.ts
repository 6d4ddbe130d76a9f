import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/s3/bucket-mfa-delete',
  title: 'Ask for a second factor before a version is purged',
  cures: ['aws/s3/bucket-mfa-delete', 'aws/cloudtrail/bucket-mfa-delete'],
  why: 'S3 takes this from the root identity alone, with a code of its second factor: no role can do it, whatever its policy says.',
  steps: [
    'Consider object lock instead: it protects as well, takes no code and no root access key, and goes with lifecycle rules. Accept this finding then.',
    'Otherwise have versioning on: `fix` the finding of aws/s3/bucket-versioning first, if there is one.',
    'Remove the lifecycle rules of the bucket: S3 does not have both, and what they expire stays from then on.',
    'Make an access key of the root user in the account that owns the bucket. S3 takes the code with no temporary key, such as those of AWS CloudShell.',
    'Look up the serial number of the second factor under Security credentials; it must be a device that shows codes.',
    'Run `aws s3api put-bucket-versioning --bucket BUCKET --versioning-configuration Status=Enabled,MFADelete=Enabled --mfa "SERIAL CODE"` with the name, the serial number and a code of your own.',
    'Delete the access key of the root user at once, and then `recheck` the finding.',
  ],
});
