import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/healthimaging/steps-datastore-key',
  title: 'Move the image sets to a data store under your key',
  cures: ['aws/healthimaging/datastore-kms'],
  why: 'The key of a data store is fixed when it is made.',
  steps: [
    'In KMS, choose or make a symmetric key of yours, and let HealthImaging use it in its policy.',
    'In HealthImaging, create a data store with the key.',
    'Import the DICOM files again from where they are kept, and compare the counts of image sets.',
    'Point the apps to the new data store, delete the image sets of the old one, and then the data store.',
  ],
});
