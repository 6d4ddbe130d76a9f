import { account } from './account/account.ts';
import { accessPoint } from './s3/access-point.ts';
import { bucket } from './s3/bucket.ts';

/** The resource kinds of AWS, by name. One line per kind; each kind has a file of its own under its service. */
export const aws = {
  'aws.account': account,
  'aws.s3.accessPoint': accessPoint,
  'aws.s3.bucket': bucket,
} as const;
