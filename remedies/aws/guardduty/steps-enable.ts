import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/guardduty/steps-enable',
  title: 'Turn GuardDuty on from its administrator account',
  cures: ['aws/guardduty/enabled', 'aws/guardduty/s3-protection'],
  why: 'In an organisation the delegated administrator decides for its members, and a member may be refused.',
  steps: [
    'Sign in to the account that administers GuardDuty; in an organisation without one, name it in the management account.',
    'In GuardDuty, in each region, Accounts, turn auto-enable on for all accounts, and S3 protection with it.',
    'For a single account, open GuardDuty in the region of the finding and choose Get started, Enable GuardDuty.',
    'See what a month will cost under Usage before the trial of 30 days ends.',
  ],
});
