import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/cognito/steps-mfa',
  title: 'Introduce a second factor, and then ask everyone for it',
  cures: ['aws/cognito/mfa'],
  why: 'The app must be able to ask for the factor before the pool demands it: otherwise its users are locked out.',
  steps: [
    'Have the makers of the app answer the challenges MFA_SETUP, SOFTWARE_TOKEN_MFA and SELECT_MFA_TYPE; managed login does so by itself.',
    'In Cognito, open the user pool, then "Sign-in", "Multi-factor authentication", and choose "Optional MFA" with authenticator apps.',
    'Tell users how to set it up, and how they get back in when they lose the device.',
    'When most have done so, choose "Require MFA".',
  ],
});
