import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/cloudtrail/steps-bucket-mfa-delete',
  title: 'Turn on MFA delete of the log bucket',
  cures: ['aws/cloudtrail/bucket-mfa-delete'],
  why: 'S3 takes this from the root identity alone, with a code of its second factor: no role can do it.',
  steps: [
    'Consider object lock in compliance mode instead: it protects as well, takes no code and no root access key, and goes with lifecycle rules. Accept this finding then.',
    'Otherwise remove the lifecycle rules of the log bucket first: S3 does not have both, and what they expire stays from then on.',
    'Make an access key of the root user in the account that owns the log bucket. S3 takes the code with no temporary key, such as those of AWS CloudShell.',
    'Look up the serial number of the second factor under Security credentials; it must be a device that shows codes.',
    'Run `aws s3api put-bucket-versioning --bucket BUCKET --versioning-configuration Status=Enabled,MFADelete=Enabled --mfa "SERIAL CODE"` with the name, the serial number and a code of your own.',
    'Delete the access key of the root user at once.',
  ],
});
