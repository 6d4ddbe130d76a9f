import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/break/steps-break-glass',
  title: 'Make an identity for emergencies, and try it',
  cures: ['aws/break/glass-ready'],
  why: 'Its secrets belong into a safe, and trying it is an exercise for people.',
  steps: [
    'Write down when it may be used, by whom, and who must be told.',
    'Make a user with a long password, or a role that few people may take on, with the rights that an emergency needs.',
    'Register two security keys as second factors for it; of a role ask aws:MultiFactorAuthPresent in the trust policy.',
    'Put password and keys into two places that are reached without AWS.',
    'Let an alarm tell the officers of each use: an EventBridge rule on its sign-in or AssumeRole events in CloudTrail.',
    'Sign in with it once a year, and write down that it worked.',
    'Name it in the configuration: `user` in the settings of aws/break/glass-ready. AWS renews the report that the check reads within four hours.',
  ],
});
