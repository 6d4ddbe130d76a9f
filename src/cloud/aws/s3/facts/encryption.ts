import { GetBucketEncryptionCommand } from '@aws-sdk/client-s3';
import { CloudError } from '../../../../domain/errors.ts';
import { fromCall, listOf, orNone, present } from '../../collect.ts';
import { ask, type Bucket } from '../bucket-subject.ts';

interface Encryption {
  /** `AES256`, `aws:kms` or `aws:kms:dsse`. */
  readonly algorithm: string;
  readonly keyId: string | null;
  readonly bucketKey: boolean;
}

/** How new objects are encrypted. AWS sets a rule on every bucket since January 2023; `null` is a bucket without one. */
export const encryption = fromCall(
  ['s3:GetEncryptionConfiguration'],
  async (reader, bucket: Bucket): Promise<Encryption | null> => {
    const answer = await orNone(
      ask(reader, bucket, 'GetBucketEncryption', (s3, it) => s3.send(new GetBucketEncryptionCommand(it))),
      'ServerSideEncryptionConfigurationNotFoundError',
    );
    if (answer === null) return null;
    const rules = listOf(answer.ServerSideEncryptionConfiguration?.Rules, 'GetBucketEncryption');
    if (rules.length === 0) throw new CloudError('failed', 'GetBucketEncryption answered without a rule');
    const rule = rules.find((r) => r.ApplyServerSideEncryptionByDefault);
    if (!rule?.ApplyServerSideEncryptionByDefault) return null;
    const { SSEAlgorithm, KMSMasterKeyID } = rule.ApplyServerSideEncryptionByDefault;
    return {
      algorithm: present(SSEAlgorithm, 'the encryption algorithm'),
      keyId: KMSMasterKeyID ?? null,
      bucketKey: rule.BucketKeyEnabled === true,
    };
  },
);
