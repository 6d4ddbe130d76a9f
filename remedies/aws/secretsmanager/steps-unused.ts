import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/secretsmanager/steps-unused',
  title: 'Find out whether the secret is still needed',
  cures: ['aws/secretsmanager/secret-unused'],
  why: 'A login that is used once a year looks unused for most of it, so somebody who knows it decides.',
  steps: [
    'Ask its owner what the secret opens, and whether anything still needs it.',
    'If nothing does, close the login that it opens first.',
    'Delete it with a time to change your mind: `aws secretsmanager delete-secret --secret-id SECRET --recovery-window-in-days 30`; `aws secretsmanager restore-secret --secret-id SECRET` takes that back until then.',
    'If it is needed, raise maxIdleDays of the check or accept the finding with that reason.',
  ],
});
