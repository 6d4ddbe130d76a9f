import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/s3/bucket-policy-external-grantee',
  title: 'Let the bucket policy name only approved principals',
  cures: ['aws/s3/bucket-policy-external-grantee'],
  why: 'Whether somebody outside may have access is a matter of contracts (a business associate agreement), which the bucket does not tell.',
  steps: [
    'Find out whom the finding names, and what the access is for.',
    'If it is agreed and a business associate agreement covers it, add the principal to checks.settings."aws/s3/bucket-policy-external-grantee".approvedPrincipals.',
    'If not, save the policy (`aws s3api get-bucket-policy --bucket BUCKET --query Policy --output text > policy.json`), take the principal out of the named statement, and run `aws s3api put-bucket-policy --bucket BUCKET --policy file://policy.json`.',
    'Look into the access logs or CloudTrail data events for what was read, and `recheck` the finding.',
  ],
});
