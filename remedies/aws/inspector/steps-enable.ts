import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/inspector/steps-enable',
  title: 'Turn Inspector on from its administrator account',
  cures: ['aws/inspector/enabled'],
  why: 'In an organisation the delegated administrator decides for its members, and a member may be refused.',
  steps: [
    'In the account that administers Inspector, in the region of the finding, Account management, activate the scans for the account, and for new ones automatically.',
    'For a single account, open Inspector in the region and choose Get started, Activate Inspector.',
    'See under Coverage that servers are managed by Systems Manager or scanned without an agent.',
  ],
});
