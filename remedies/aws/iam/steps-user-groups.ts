import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/iam/steps-user-groups',
  title: 'Give the user permissions through groups',
  cures: ['aws/iam/user-in-group', 'aws/iam/user-direct-policies'],
  why: 'Which group fits the work of the person or program is known to people only.',
  steps: [
    'Write down which policies the user holds directly, managed and inline, and what they are needed for.',
    'Choose a group for that work, or make one; attach the policies to it, each as narrow as the work allows.',
    'Add the user to the group.',
    "See that the user's work goes on, then detach the managed policies from the user and delete the inline ones.",
  ],
});
