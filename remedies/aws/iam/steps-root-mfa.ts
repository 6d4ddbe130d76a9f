import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/iam/steps-root-mfa',
  title: 'Give the root identity a second factor',
  cures: ['aws/iam/root-mfa', 'aws/iam/root-hardware-mfa'],
  why: 'Only the root identity itself, signed in to the console, can register its second factor.',
  steps: [
    'A member of an organization with central root access needs no root password at all: in the management account, IAM, Root access management, delete the root user credentials, and leave out the rest.',
    'Get two FIDO2 security keys, and decide who keeps them and where: two people and two places.',
    'Sign in to the AWS console as the root user, and open Security credentials from the account menu.',
    'Under Multi-factor authentication choose Assign MFA device, then Passkey or security key, and register the first key.',
    'Register the second key in the same way, so that a lost key does not lock the account.',
    'Remove any authenticator app that is still registered there.',
    'Sign out, sign in once with each key, and lock the keys away.',
  ],
});
