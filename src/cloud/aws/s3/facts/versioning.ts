import { GetBucketVersioningCommand } from '@aws-sdk/client-s3';
import { fromCall } from '../../collect.ts';
import { ask, type Bucket } from '../bucket-subject.ts';

export const versioning = fromCall(['s3:GetBucketVersioning'], async (reader, bucket: Bucket) => {
  const { Status, MFADelete } = await ask(reader, bucket, 'GetBucketVersioning', (s3, it) =>
    s3.send(new GetBucketVersioningCommand(it)),
  );
  return { enabled: Status === 'Enabled', mfaDelete: MFADelete === 'Enabled' };
});
