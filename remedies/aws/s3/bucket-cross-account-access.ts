import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/s3/bucket-cross-account-access',
  title: 'Admit only approved AWS accounts',
  cures: ['aws/s3/bucket-cross-account-access'],
  why: 'Whether another account may have access is a matter of contracts (a business associate agreement), which the bucket does not tell.',
  steps: [
    'Find out whose account the finding names, and what the access is for.',
    'If it is agreed, add the account to checks.settings."aws/s3/bucket-cross-account-access".approvedAccounts.',
    'If everyone is admitted, `fix` the finding of aws/s3/bucket-public-policy instead.',
    'If not, save the policy (`aws s3api get-bucket-policy --bucket BUCKET --query Policy --output text > policy.json`), take the account out of the named statement, and run `aws s3api put-bucket-policy --bucket BUCKET --policy file://policy.json`.',
    '`recheck` the finding.',
  ],
});
