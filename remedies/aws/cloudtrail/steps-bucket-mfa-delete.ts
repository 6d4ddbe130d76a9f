import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/cloudtrail/steps-bucket-mfa-delete',
  title: 'Turn on MFA delete of the log bucket',
  cures: ['aws/cloudtrail/bucket-mfa-delete'],
  why: 'S3 takes this from the root identity alone, with a code of its second factor: no role can do it.',
  steps: [
    'Use AWS CloudShell as the root user of the account that owns the log bucket, so that no root access key is needed.',
    'Look up the serial number of the second factor under Security credentials; it must be a device that shows codes.',
    'Run `aws s3api put-bucket-versioning --bucket BUCKET --versioning-configuration Status=Enabled,MFADelete=Enabled --mfa "SERIAL CODE"` with the name, the serial number and a code of your own.',
    'Lifecycle rules cannot be changed while it is on: set those first.',
    'Object lock in compliance mode does the same and needs no code; consider it instead.',
  ],
});
