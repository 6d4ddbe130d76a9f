import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/external/steps-agreements',
  title: 'Record the agreement with the owner of the account, or end its access',
  cures: ['aws/external/account-without-baa', 'aws/external/bucket-account-without-baa'],
  why: 'Whose account it is and what was signed is in no API.',
  steps: [
    'Find out whose account it is: ask who made the role or the bucket policy, and look in CloudTrail at what it did.',
    'If it is your own, put its id into ownAccounts of the check.',
    'If a vendor owns it and can reach protected health information, sign a business associate agreement, and put the id into agreements of the check.',
    'If the vendor can reach none, narrow its access so that it stays so, and accept the finding with that reason.',
    'If nobody knows the account, treat it as an incident: take its statement out of the trust or bucket policy.',
  ],
});
