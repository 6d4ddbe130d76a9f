import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/iam/steps-group-empty',
  title: 'Delete the group, or fill it',
  cures: ['aws/iam/group-empty'],
  why: 'A group that is deleted cannot be put back as it was: AWS gives the new one another id. Whether somebody is about to join is known to people only.',
  steps: [
    'Ask who made the group and what for; see its policies under Permissions.',
    'If it is needed, add its members.',
    'If not, detach its managed policies, delete its inline ones, and delete the group in IAM.',
  ],
});
