import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/iam/steps-root-use',
  title: 'Let the root identity rest',
  cures: ['aws/iam/root-recently-used'],
  why: 'What was done cannot be undone: the finding resolves when the root identity has not been used for the set time.',
  steps: [
    'Find out who used the root identity and for what: look in CloudTrail for events whose userIdentity.type is Root.',
    'If nobody can tell, treat it as an incident: change the root password, check its second factor and its access keys.',
    'Give the people or programs that need it a role that allows what they did.',
    'Keep the root identity for the few tasks that AWS reserves for it, and write down each use.',
  ],
});
