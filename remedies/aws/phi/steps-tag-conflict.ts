import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/phi/steps-tag-conflict',
  title: 'Settle which of the two tags is right',
  cures: ['aws/phi/tag-dev-conflict', 'aws/phi/resource-tag-dev-conflict'],
  why: 'Only somebody who knows the data can say whether it is PHI, and a wrong tag taken away hides a disclosure.',
  steps: [
    'Ask the owner of the resource whether real patient data is or was in it.',
    'If so, treat it as PHI: move the data to a production account, or to a place with the same safeguards, and tell the privacy officer.',
    'Delete the copy in development, old versions, snapshots and backups included.',
    'If the resource is right and the network around it is tagged wrongly, change the tag of the network.',
    'If it never held any, change the classification tag to what is true.',
  ],
});
