import { GetBucketVersioningCommand } from '@aws-sdk/client-s3';
import { fromCall } from '../../collect.ts';
import { ask, type Bucket } from '../bucket-subject.ts';

interface Versioning {
  readonly enabled: boolean;
  /** It was on once: older versions remain. Recordings of before lack it. */
  readonly suspended?: boolean;
  readonly mfaDelete: boolean;
}

export const versioning = fromCall(
  ['s3:GetBucketVersioning'],
  async (reader, bucket: Bucket): Promise<Versioning> => {
    const { Status, MFADelete } = await ask(reader, bucket, 'GetBucketVersioning', (s3, it) =>
      s3.send(new GetBucketVersioningCommand(it)),
    );
    return {
      enabled: Status === 'Enabled',
      suspended: Status === 'Suspended',
      mfaDelete: MFADelete === 'Enabled',
    };
  },
);
