import { classifiedBucket } from './classified-bucket.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const macieKinds = {
  'aws.macie.classifiedBucket': classifiedBucket,
} as const;
