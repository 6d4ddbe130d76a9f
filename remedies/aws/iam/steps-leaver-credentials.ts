import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/iam/steps-leaver-credentials',
  title: 'Deactivate what else lets the person in',
  cures: ['aws/leaver/other-credentials'],
  why: 'A program may use the credential too, and only people know whose it became.',
  steps: [
    'In the IAM console open Users, the user, and Security credentials.',
    'Under API keys, HTTPS Git credentials, Keyspaces credentials, SSH public keys and X.509 signing certificates set every active entry to Inactive.',
    'Watch for a week whether anything fails, then delete the entries.',
    'AWS renews the report that tells of certificates within four hours, so that part of the finding may stay open until then.',
  ],
});
