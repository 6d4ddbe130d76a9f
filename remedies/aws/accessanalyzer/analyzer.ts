import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/accessanalyzer/analyzer',
  title: 'Analyse access from outside in the region',
  cures: ['aws/accessanalyzer/enabled'],
  kind: 'aws.region',
  fact: 'externalAnalyzer',
  risk: 'safe',
  reversibility: {
    undo: 'partly',
    because: 'the analyzer is deleted with what it found, and with what people decided about it',
  },
  desired: (name) =>
    name === null ? to('hipaa-external-access') : cannot(`there is the analyzer ${name} already`),
  consequences: () => [
    harmless('an analyzer of access from outside costs nothing, and looks at policies alone'),
    harmless(
      'AWS refuses the change where Access Analyzer was never used in the account, for its service-linked role is not made from here: open it once in any region',
    ),
    uncertain(
      'it lists whoever gets in from outside, mostly within half an hour: the check fails again until people have decided on each',
    ),
  ],
});
