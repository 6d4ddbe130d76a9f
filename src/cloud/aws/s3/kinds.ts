import { accessPoint } from './access-point.ts';
import { bucket } from './bucket.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const s3Kinds = {
  'aws.s3.accessPoint': accessPoint,
  'aws.s3.bucket': bucket,
} as const;
