import {
  DeleteBucketEncryptionCommand,
  type EncryptionType,
  GetBucketEncryptionCommand,
  PutBucketEncryptionCommand,
  type ServerSideEncryption,
  type ServerSideEncryptionRule,
} from '@aws-sdk/client-s3';
import { CloudError } from '../../../../domain/errors.ts';
import { fromCall, fromFacts, knownValue, listOf, orNone, present, settable } from '../../collect.ts';
import { ask, type Bucket } from '../bucket-subject.ts';
import { tell } from '../tell.ts';

/** A rule with all that was said in it; `null` is what was left unsaid. */
export type EncryptionRule = {
  /** `AES256`, `aws:kms` or `aws:kms:dsse`. */
  readonly algorithm: string | null;
  readonly keyId: string | null;
  readonly bucketKey: boolean | null;
  /** Kinds of encryption that uploads may not ask for: `SSE-C`. */
  readonly blocked: readonly string[] | null;
};

function ruleFrom(rule: ServerSideEncryptionRule): EncryptionRule {
  const { ApplyServerSideEncryptionByDefault: byDefault, BucketKeyEnabled, BlockedEncryptionTypes } = rule;
  return {
    algorithm: byDefault ? present(byDefault.SSEAlgorithm, 'the encryption algorithm') : null,
    keyId: byDefault?.KMSMasterKeyID ?? null,
    bucketKey: BucketKeyEnabled ?? null,
    blocked: BlockedEncryptionTypes?.EncryptionType ?? null,
  };
}

const ruleTo = ({ algorithm, keyId, bucketKey, blocked }: EncryptionRule): ServerSideEncryptionRule => ({
  ...(algorithm !== null && {
    ApplyServerSideEncryptionByDefault: {
      SSEAlgorithm: algorithm as ServerSideEncryption,
      ...(keyId !== null && { KMSMasterKeyID: keyId }),
    },
  }),
  ...(bucketKey !== null && { BucketKeyEnabled: bucketKey }),
  ...(blocked !== null && { BlockedEncryptionTypes: { EncryptionType: blocked as EncryptionType[] } }),
});

const read = fromCall(
  ['s3:GetEncryptionConfiguration'],
  async (reader, bucket: Bucket): Promise<readonly EncryptionRule[] | null> => {
    const answer = await orNone(
      ask(reader, bucket, 'GetBucketEncryption', (s3, it) => s3.send(new GetBucketEncryptionCommand(it))),
      'ServerSideEncryptionConfigurationNotFoundError',
    );
    if (answer === null) return null;
    const rules = listOf(answer.ServerSideEncryptionConfiguration?.Rules, 'GetBucketEncryption');
    if (rules.length === 0) throw new CloudError('failed', 'GetBucketEncryption answered without a rule');
    return rules.map(ruleFrom);
  },
);

/** The rules as they were written. AWS sets one on every bucket since January 2023; `null` is a bucket without. */
export const encryptionRules = settable(read, {
  permissions: ['s3:PutEncryptionConfiguration'],
  calls: ({ after }) => [after === null ? 'DeleteBucketEncryption' : 'PutBucketEncryption'],
  put: (writer, bucket, rules) =>
    tell(writer, bucket, (s3, it) => {
      if (rules === null) return s3.send(new DeleteBucketEncryptionCommand(it));
      const ServerSideEncryptionConfiguration = { Rules: rules.map(ruleTo) };
      return s3.send(new PutBucketEncryptionCommand({ ...it, ServerSideEncryptionConfiguration }));
    }),
});

interface Encryption {
  readonly algorithm: string;
  readonly keyId: string | null;
  readonly bucketKey: boolean;
}

/** How new objects are encrypted; `null`: they are not, by default. */
export const encryption = fromFacts(
  ['encryptionRules'],
  ({ encryptionRules }, _bucket: Bucket): Encryption | null => {
    const rules = knownValue<readonly EncryptionRule[] | null>(encryptionRules) ?? [];
    const rule = rules.find(({ algorithm }) => algorithm !== null);
    if (!rule || rule.algorithm === null) return null;
    return { algorithm: rule.algorithm, keyId: rule.keyId, bucketKey: rule.bucketKey === true };
  },
);
