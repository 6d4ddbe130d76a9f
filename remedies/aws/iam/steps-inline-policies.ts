import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/iam/steps-inline-policies',
  title: 'Move inline policies into managed ones',
  cures: ['aws/iam/inline-policies', 'aws/iam/group-inline-policies', 'aws/iam/user-inline-policies'],
  why: 'What the holder still needs is known to those who use it, and a policy that is moved must stay as narrow as it is.',
  steps: [
    'In IAM open the user, group or role, and copy the JSON of each inline policy.',
    'Ask whether it is still needed: see Last Accessed of the identity.',
    'For what is needed make a customer managed policy with the same JSON, and attach it to the identity; for users attach it to a group.',
    "See that the holder's work goes on, then delete the inline policy.",
    'Where CloudFormation, CDK or Terraform wrote it, change it there: what is changed by hand comes back.',
  ],
});
