import { GetBucketVersioningCommand, PutBucketVersioningCommand } from '@aws-sdk/client-s3';
import { fromCall, settable } from '../../collect.ts';
import { ask, type Bucket } from '../bucket-subject.ts';
import { tell } from '../tell.ts';

type Versioning = {
  readonly enabled: boolean;
  /** It was on once: older versions remain. Recordings of before lack it. */
  readonly suspended?: boolean;
  readonly mfaDelete: boolean;
};

const read = fromCall(['s3:GetBucketVersioning'], async (reader, bucket: Bucket): Promise<Versioning> => {
  const { Status, MFADelete } = await ask(reader, bucket, 'GetBucketVersioning', (s3, it) =>
    s3.send(new GetBucketVersioningCommand(it)),
  );
  return {
    enabled: Status === 'Enabled',
    suspended: Status === 'Suspended',
    mfaDelete: MFADelete === 'Enabled',
  };
});

/**
 * On or off only. What was never on cannot be that again: S3 knows no more than to suspend it. MFA delete is root's to
 * change, so it is not told.
 */
export const versioning = settable(read, {
  permissions: ['s3:PutBucketVersioning'],
  calls: () => ['PutBucketVersioning'],
  same: (a, b) => a.enabled === b.enabled && a.mfaDelete === b.mfaDelete,
  put: (writer, bucket, { enabled }) =>
    tell(writer, bucket, (s3, it) =>
      s3.send(
        new PutBucketVersioningCommand({
          ...it,
          VersioningConfiguration: { Status: enabled ? 'Enabled' : 'Suspended' },
        }),
      ),
    ),
});
