import blockCheck from '../../../checks/aws/s3/bucket-public-access-block.ts';
import tlsCheck from '../../../checks/aws/s3/bucket-tls-only.ts';
import { testAccountId } from '../../kit/aws/environment.ts';
import type { Task } from './bed.ts';

/** A block where none was, and its undo: absence is put back. */
export const block: Task = {
  check: blockCheck,
  buckets: 1,
  road: ([finding = '']) => ({ ask: { finding }, undo: true }),
};

/** A statement beside those that somebody wrote by hand, and its undo: the very text is put back. */
export const policy: Task = {
  check: tlsCheck,
  buckets: 1,
  policy: (bucket) => `{
  "Version": "2012-10-17",
  "Statement": [ { "Sid": "Reading", "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::${testAccountId}:root" },
    "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${bucket}/*" } ]
}`,
  road: ([finding = '']) => ({ ask: { finding }, undo: true }),
};

/** Three at a time: the first is done and verified before the rest. */
export const batch: Task = {
  check: blockCheck,
  buckets: 3,
  road: () => ({ ask: { check: blockCheck.id, account: 'test' }, undo: false }),
};
