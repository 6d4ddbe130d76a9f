import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/healthlake/steps-datastore-key',
  title: 'Move the records to a data store under your key',
  cures: ['aws/healthlake/datastore-kms'],
  why: 'The key of a data store is fixed when it is made.',
  steps: [
    'In KMS, choose or make a symmetric key of yours in the region of the data store.',
    'In HealthLake, export the data store to a bucket that may hold PHI and is sealed with a key of yours.',
    'Create a data store of the same FHIR version, and under "Encryption" choose the key.',
    'Import the export, compare the counts of each type of resource, and point the apps to the new endpoint.',
    'Delete the old data store, and the export.',
  ],
});
