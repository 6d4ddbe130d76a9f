import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/secretsmanager/steps-turn-on-rotation',
  title: 'Have the secret rotate by itself',
  cures: ['aws/secretsmanager/rotation-enabled', 'aws/secretsmanager/secret-stale'],
  why: 'Rotation needs a function that knows how to change the secret where it is used, and programs that read it anew.',
  steps: [
    'Find out which programs read the secret, and see that they ask for it again when it is refused.',
    'For databases that Secrets Manager knows, take its template of a rotation function; for others write one.',
    'Run `aws secretsmanager rotate-secret --secret-id SECRET --rotation-lambda-arn FUNCTION_ARN --rotation-rules AutomaticallyAfterDays=DAYS`: it rotates at once.',
    'Where no function can do it, change the value by hand, and agree on who does it when.',
    'See that the programs work, and `recheck` the finding.',
  ],
});
