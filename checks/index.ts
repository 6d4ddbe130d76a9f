import s3BucketVersioning from './aws/s3/bucket-versioning.ts';

/** Every check, in order of its id. Written by `npm run new:check`; the house test holds it against the folder. */
export const checks = [s3BucketVersioning] as const;
