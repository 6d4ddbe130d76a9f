import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/accessanalyzer/steps-analyzer',
  title: 'Analyse access from outside, and decide on what is found',
  cures: ['aws/accessanalyzer/enabled'],
  why: 'An analyzer only lists who gets in from outside; whether they should is for people to say, one finding after the other.',
  steps: [
    'Where no analyzer works: in IAM, Access Analyzer, in the region of the finding, choose Create analyzer, external access, with the account or the organisation as the zone of trust. It costs nothing.',
    'Look at the active findings: each names a resource and who reaches it from outside.',
    'Where access is not meant, take the statement out of the policy; the finding resolves by itself.',
    'Where it is meant, write down why, and archive the finding, or make an archive rule as narrow as can be.',
    'Where another account runs the analyzer of your organisation, look there, and accept this finding with that as the reason.',
  ],
});
