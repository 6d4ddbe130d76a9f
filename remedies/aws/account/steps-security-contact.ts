import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/account/steps-security-contact',
  title: 'Say whom AWS calls about security',
  cures: ['aws/account/security-contact'],
  why: 'Who answers is known to people only, and the configuration names nobody whom AWS would take.',
  steps: [
    'Choose an address that several people read, such as a list of the security team, and a number that is answered at night. Nobody need give their own.',
    'Write them as name, title, email and phone of aws/account/security-contact in remediation.settings of the configuration, and ask for the fix again.',
    'Or by hand: in the console choose the account name, Account, Alternate contacts, Edit, and fill in Security.',
    'In an organisation do it for all accounts from the management account: `aws account put-alternate-contact --account-id ID --alternate-contact-type SECURITY`.',
  ],
});
