import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/iam/steps-root-signing-certificate',
  title: "Delete the root identity's signing certificates",
  cures: ['aws/iam/root-signing-certificate'],
  why: 'Only the root identity itself can do it, or the management account of an organization that manages root access centrally.',
  steps: [
    'A member of an organization with central root access needs no sign-in: in the management account, IAM, Root access management, the account, take privileged action, and delete the root user credentials.',
    'Sign in to the AWS console as the root user, and open Security credentials from the account menu.',
    'Under X.509 certificates deactivate the certificate. It signs SOAP calls and instance-store images, which hardly anybody makes today.',
    'Watch for a week whether anything fails, then delete it.',
    'AWS renews the report that the check reads within four hours, so the finding may stay open until then.',
  ],
});
