import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/org/steps-tag-policy',
  title: 'Attach a tag policy',
  cures: ['aws/org/tag-policy-attached'],
  why: "Which tags mean what is the organization's choice, and the policy is made in its management account.",
  steps: [
    'Decide which tags every resource needs: a classification of its data, an owner, an environment.',
    'In AWS Organizations, in the management account, open Policies and turn on tag policies.',
    'Make a policy with these keys and their allowed values. Leave enforcement off at first: it refuses tags that break the policy, and so whatever sets them.',
    'Attach it to the root or to the units that hold the accounts, and look at the compliance report in Resource Groups & Tag Editor.',
  ],
});
