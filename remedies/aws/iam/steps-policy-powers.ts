import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/iam/steps-policy-powers',
  title: 'Narrow what the policy allows',
  cures: [
    'aws/iam/inline-policy-admin',
    'aws/iam/managed-policy-broad-kms',
    'aws/iam/inline-policy-broad-kms',
    'aws/iam/policy-marketplace-subscribe',
    'aws/iam/inline-policy-marketplace-subscribe',
    'aws/iam/privilege-escalation',
    'aws/iam/inline-privilege-escalation',
  ],
  why: 'What the holders really need is not in the policy, so a narrower one cannot be written from here.',
  steps: [
    'See who holds the policy, and let IAM Access Analyzer generate one from what the holders did, as CloudTrail recorded it.',
    'Keys: name the key ARNs in Resource, or ask with kms:ViaService through which service they are used.',
    'Marketplace: take aws-marketplace:Subscribe out, or name the products under the condition aws-marketplace:ProductId; leave buying to few people.',
    'Ways to all rights: name the roles that iam:PassRole may pass and ask iam:PassedToService; take out iam:CreatePolicyVersion, iam:PutRolePolicy and what else the finding names.',
    'Where people must make roles, give them a permissions boundary that every role they make must carry.',
    'Save the policy as a new version, see that the work goes on, and delete the old version.',
  ],
});
