import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/securityhub/steps-enable',
  title: 'Turn Security Hub CSPM on from its administrator account',
  cures: ['aws/securityhub/enabled'],
  why: 'In an organisation the delegated administrator decides for its members, and a member may be refused.',
  steps: [
    'See first that AWS Config records in the region: most checks of Security Hub CSPM need it.',
    'In the account that administers Security Hub CSPM, Configuration, turn on central configuration, with a home region and all linked regions.',
    'For a single account, open Security Hub CSPM in the region of the finding, choose the standards, and enable it.',
  ],
});
