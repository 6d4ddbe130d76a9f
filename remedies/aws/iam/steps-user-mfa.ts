import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/iam/steps-user-mfa',
  title: 'Give the user a second factor',
  cures: ['aws/iam/user-mfa', 'aws/iam/user-console-mfa'],
  why: 'A second factor is something that the person holds, so only the person can register it.',
  steps: [
    'Ask the person to sign in to the console and to open Security credentials from the account menu.',
    'Under Multi-factor authentication they choose Assign MFA device and register a security key, a passkey or an app.',
    'If the person no longer needs the console, take the console password away instead (IAM, the user, Security credentials).',
    'If the user is a program that has only access keys, replace it by a role; a program has no second factor.',
    'To make sure of it, deny everything but registering a device where aws:MultiFactorAuthPresent is false.',
    'AWS renews the report that the check reads within four hours, so the finding may stay open until then.',
  ],
});
