import { GetObjectLockConfigurationCommand } from '@aws-sdk/client-s3';
import { fromCall, orNone, present } from '../../collect.ts';
import { ask, type Bucket } from '../bucket-subject.ts';

/** `retention` is what every new object gets unasked; without it, each writer decides. */
export interface ObjectLock {
  readonly retention: { readonly mode: string; readonly days: number } | null;
}

export const objectLock = fromCall(
  ['s3:GetBucketObjectLockConfiguration'],
  async (reader, bucket: Bucket): Promise<ObjectLock | null> => {
    const answer = await orNone(
      ask(reader, bucket, 'GetObjectLockConfiguration', (s3, it) =>
        s3.send(new GetObjectLockConfigurationCommand(it)),
      ),
      'ObjectLockConfigurationNotFoundError',
    );
    if (answer === null) return null;
    const { ObjectLockEnabled, Rule } = present(answer.ObjectLockConfiguration, 'the object lock');
    present(ObjectLockEnabled, 'whether object lock is enabled');
    const { Mode, Days, Years } = Rule?.DefaultRetention ?? {};
    return { retention: Mode ? { mode: Mode, days: (Days ?? 0) + (Years ?? 0) * 365 } : null };
  },
);
