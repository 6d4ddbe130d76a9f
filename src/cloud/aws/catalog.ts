import { bucket } from './s3/bucket.ts';

/** The resource kinds of AWS, by name. One line per kind; each kind has a file of its own under its service. */
export const aws = {
  'aws.s3.bucket': bucket,
} as const;
