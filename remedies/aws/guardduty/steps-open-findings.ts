import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/guardduty/steps-open-findings',
  title: 'Decide on each serious threat finding',
  cures: ['aws/guardduty/open-findings'],
  why: 'A finding says that somebody may be inside; only people can say whether it was an incident, and that must be on record.',
  steps: [
    'In GuardDuty, in the region of the finding, Findings, filter by severity High and Critical, current ones.',
    'Look at the oldest first: who did it, from where, and with which credentials. Cut those credentials off if it was not one of you.',
    'Where PHI may have been reached tell the security officer at once: whether it is a breach is decided by the rules for breaches.',
    'Write down what was found and decided, with the id of the finding.',
    'Then archive it, or suppress what is known to be harmless with a rule as narrow as can be.',
  ],
});
