import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/account/steps-security-contact',
  title: 'Name a security contact',
  cures: ['aws/account/security-contact'],
  why: 'It takes the name, the address and the telephone number of somebody who answers, and those are not for a bot to hold.',
  steps: [
    'Choose an address that several people read, such as a list of the security team, and a number that is answered at night.',
    'In the console choose the account name, Account, Alternate contacts, Edit, and fill in Security.',
    'In an organisation do it for all accounts from the management account: `aws account put-alternate-contact --account-id ID --alternate-contact-type SECURITY`.',
  ],
});
