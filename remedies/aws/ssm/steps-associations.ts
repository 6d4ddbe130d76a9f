import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/ssm/steps-associations',
  title: 'Bring the server back to its required configuration',
  cures: ['aws/ssm/association-compliance'],
  why: 'Applying an association runs commands on the server, and what they change is not put back by an undo.',
  steps: [
    'In Systems Manager, State Manager, open the association and its execution history, and read why it failed on this server.',
    'Where the server cannot reach what it needs, or its role lacks a permission, mend that first.',
    'Choose Apply association now, at a time that the owner of the server agrees to.',
    'Where the association is out of date, change or delete it.',
  ],
});
