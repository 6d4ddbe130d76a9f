import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/session/steps-timeouts',
  title: 'Shorten the sessions',
  cures: ['aws/session/permission-set-timeout-bounded', 'aws/session/idle-shell-bounded'],
  why: 'A permission set must be given out to its accounts again, and the preferences of Session Manager hold more than the timeout; a person should see both whole.',
  steps: [
    "Permission set: in IAM Identity Center, in the organization's management account, open it, choose General settings, Edit, and set the session duration.",
    'Identity Center gives it to the accounts by itself; see under Accounts that it says Provisioned. Sessions that run now go on until they end.',
    'Shells: in Systems Manager open Session Manager, Preferences, Edit, and set the idle session timeout.',
    'Do so in each region in which the finding stands.',
    'Set a maximum session duration there as well, if your policy names one.',
  ],
});
