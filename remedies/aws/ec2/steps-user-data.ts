import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/ec2/steps-user-data',
  title: 'Take the secret out of the boot script, and change it',
  cures: ['aws/ec2/userdata-secrets'],
  why: 'User data can be read by everything that runs on the instance and by everyone who may describe it; a script is never kept here, so it could not be put back.',
  steps: [
    'Look at the script where you keep secrets: `aws ec2 describe-instance-attribute --instance-id INSTANCE --attribute userData --query UserData.Value --output text | base64 -d`.',
    'Put the secret into Secrets Manager or a SecureString parameter, let the role of the instance read it, and have the script fetch it at the start.',
    'Change the script in the launch template too; for the instance itself stop it and run `aws ec2 modify-instance-attribute --instance-id INSTANCE --attribute userData --value file://script.base64`.',
    'Change the secret itself: it must be taken for known. Look into CloudTrail and its service for use by strangers.',
    'If what was found is no secret, accept the finding with that reason.',
  ],
});
