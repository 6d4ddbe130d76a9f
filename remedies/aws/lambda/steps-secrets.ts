import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/lambda/steps-secrets',
  title: 'Take the secrets out of the environment',
  cures: ['aws/lambda/env-secrets'],
  why: 'The code must learn to ask for the secret elsewhere before the variable can go, and whoever could read the function may have read the secret already.',
  steps: [
    'Store each value in Secrets Manager or as a SecureString in Parameter Store.',
    "Let the function's role read that one secret, and change the code to ask for it when it starts.",
    'Deploy, and see that the function works.',
    'Take the variables out of the environment, of published versions that are still in use too.',
    'Change the secret itself: the old value stands in old versions, in deployment files and perhaps in logs.',
    '`recheck` the finding.',
  ],
});
