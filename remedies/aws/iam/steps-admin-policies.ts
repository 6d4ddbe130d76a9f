import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/iam/steps-admin-policies',
  title: 'Narrow what the policy grants',
  cures: [
    'aws/iam/customer-policy-admin',
    'aws/iam/aws-policy-admin-attached',
    'aws/iam/policy-service-wildcard',
  ],
  why: 'What the holders really need is not in the policy, so a narrower one cannot be written from here.',
  steps: [
    'See who holds the policy: IAM, Policies, the policy, Entities attached.',
    'For each holder let IAM Access Analyzer generate a policy from what the holder did, as CloudTrail recorded it.',
    'Read the generated policy, and name resources where it says *.',
    'Attach it to the holder, and see for a while that the work goes on.',
    'Detach the wide policy. Keep it for break-glass roles only, and list those in allowedPrincipals of aws/iam/aws-policy-admin-attached.',
  ],
});
