import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/iam/steps-root-access-key',
  title: "Delete the root identity's access keys",
  cures: ['aws/iam/root-access-key'],
  why: 'Only the root identity itself can do it, or the management account of an organization that manages root access centrally.',
  steps: [
    'A member of an organization with central root access needs no sign-in: in the management account, IAM, Root access management, the account, take privileged action, and delete the root user credentials.',
    'Sign in to the AWS console as the root user, and open Security credentials from the account menu.',
    'Under Access keys see when and for which service each key was last used.',
    'Give whatever uses a key a role of its own, with the permissions that it needs and no more.',
    'Deactivate the key, and watch for a week whether anything fails.',
    'Delete the key.',
  ],
});
