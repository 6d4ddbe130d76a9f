import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/iam/steps-password-expiry',
  title: 'Have the person set a new password',
  cures: ['aws/iam/password-expiry-notice'],
  why: 'Only the person may know the new password.',
  steps: [
    'Tell the person on which day the password expires.',
    'They sign in to the console, open Security credentials from the account menu, and choose Update console password.',
    'If they are not allowed to, grant iam:ChangePassword on their own user.',
    'AWS renews the report that the check reads within four hours, so the finding may stay open until then.',
  ],
});
