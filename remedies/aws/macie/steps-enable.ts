import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/macie/steps-enable',
  title: 'Turn Macie on, and let it search',
  cures: ['aws/macie/enabled'],
  why: 'Macie may be administered by another account of the organisation, and what it searches is for people to choose.',
  steps: [
    'In the account that administers Macie, in the region of the finding, Accounts, turn auto-enable on; for a single account choose Get started, Enable Macie.',
    'Turn on automated sensitive data discovery, or make a job for the buckets that may hold PHI.',
    'Keep the results for more than 90 days: name a bucket under Discovery results.',
    'Set up custom identifiers for your own record numbers.',
  ],
});
