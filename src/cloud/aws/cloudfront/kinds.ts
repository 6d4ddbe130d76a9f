import { distribution } from './distribution.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const cloudFrontKinds = {
  'aws.cloudfront.distribution': distribution,
} as const;
