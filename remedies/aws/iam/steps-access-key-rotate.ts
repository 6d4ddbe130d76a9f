import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/iam/steps-access-key-rotate',
  title: 'Replace the access key',
  cures: ['aws/iam/access-key-expiry-notice', 'aws/iam/access-key-age'],
  why: 'The new secret must reach the program that uses the key, and secrets are not passed through chat.',
  steps: [
    'Ask whether the program can take a role instead (an instance profile, IRSA, OIDC): then no key is needed.',
    "Make the user's second key, and put it where the program reads its credentials.",
    'See in IAM that the new key is used and the old one no longer is (Last used).',
    'Deactivate the old key, wait a week, and delete it.',
  ],
});
