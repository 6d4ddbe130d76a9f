import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/non/steps-eligible-services',
  title: 'Keep PHI out of services that are not eligible',
  cures: ['aws/non/eligible-service-in-use', 'aws/non/eligible-service-billed'],
  why: "Whether protected health information reaches the service is known to those who built it, and AWS's list grows: the one that was used may be out of date.",
  steps: [
    "Look at AWS's own page, HIPAA Eligible Services Reference, whether the service is on it today.",
    'If it is, give the bot a newer list.',
    'If it is not, find out what the service does with data: ask its owner, and look at its resources.',
    'If protected health information is in it or may come into it, move it to an eligible service and delete it there; treat what was stored as a possible breach.',
    'If none can, put the service into an account without protected health information, or accept the finding with that reason.',
    'Let a service control policy refuse services that are not on the list in accounts with PHI.',
  ],
});
