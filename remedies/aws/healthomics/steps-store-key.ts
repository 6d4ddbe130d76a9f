import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/healthomics/steps-store-key',
  title: 'Move the genomes to a store under your key',
  cures: ['aws/healthomics/store-kms'],
  why: 'The key of a store is fixed when it is made, and an account has one reference store in a region.',
  steps: [
    'In KMS, choose or make a symmetric key of yours in the region of the store.',
    'Export the read sets of a sequence store to a bucket that may hold PHI; keep the sources of references, variants and annotations.',
    'Create a store of the same sort, and choose the key under "Encryption"; a reference store must be deleted first.',
    'Import the data, compare the counts, and point the workflows to the new store.',
    'Delete the old store, and the export.',
  ],
});
