import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/secretsmanager/steps-rotation-failed',
  title: 'Repair the rotation, and rotate',
  cures: ['aws/secretsmanager/rotation-failed'],
  why: 'The rotation function failed, and only its log says why.',
  steps: [
    'Open the log group of the rotation function, and look for errors since the day that the finding names.',
    'Common causes: the function cannot reach the database or Secrets Manager from its subnet, the login was changed elsewhere, or the permission of secretsmanager.amazonaws.com to invoke it is gone.',
    'Repair it, and run `aws secretsmanager rotate-secret --secret-id SECRET`.',
    'See with `aws secretsmanager describe-secret --secret-id SECRET` that LastRotatedDate is today, and `recheck` the finding.',
  ],
});
