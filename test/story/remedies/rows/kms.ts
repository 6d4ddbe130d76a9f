import {
  CancelKeyDeletionCommand,
  CreateKeyCommand,
  DescribeKeyCommand,
  EnableKeyRotationCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  PutKeyPolicyCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { testAccountId } from '../../../kit/aws/environment.ts';
import { type Aws, told } from '../account.ts';
import type { Chapter } from '../row.ts';

const own = {
  Sid: 'Own',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${testAccountId}:root` },
  Action: 'kms:*',
  Resource: '*',
};
const anyone = { ...own, Sid: 'Anyone', Principal: '*', Action: ['kms:Encrypt', 'kms:Decrypt'] };
/** Written over several lines, with spaces that a parser would drop. */
const byHand = (...statements: readonly object[]) =>
  `{\n  "Version": "2012-10-17",  "Id": "by-hand",\n  "Statement": [ ${statements.map((s) => JSON.stringify(s, null, 1)).join(' ,\n')} ]\n}`;

const seeded =
  (seed: (aws: Aws, KeyId: string) => Promise<unknown> = async () => {}) =>
  async (aws: Aws): Promise<string> => {
    const { KeyMetadata } = await aws.kms.send(new CreateKeyCommand({ Description: 'records' }));
    await seed(aws, KeyMetadata?.KeyId ?? '');
    return KeyMetadata?.Arn ?? '';
  };

const policy =
  (...statements: readonly object[]) =>
  ({ kms }: Aws, KeyId: string) =>
    kms.send(new PutKeyPolicyCommand({ KeyId, PolicyName: 'default', Policy: byHand(...statements) }));

/** All that KMS says of the key. */
const state = async ({ kms }: Aws, KeyId: string) => ({
  key: await told(kms.send(new DescribeKeyCommand({ KeyId }))),
  rotation: await told(kms.send(new GetKeyRotationStatusCommand({ KeyId }))),
  policy: await told(kms.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }))),
});

/** Keys that seal what is kept. */
export const kms: Chapter = {
  title: 'remedies of KMS, on moto',
  rows: [
    {
      remedy: 'aws/kms/key-rotation',
      check: 'aws/kms/key-rotation',
      seed: seeded(),
      change: ['null → 365'],
      calls: ['EnableKeyRotation'],
      undo: ['DisableKeyRotation'],
      state,
      meddle: (aws, KeyId) => aws.kms.send(new EnableKeyRotationCommand({ KeyId })),
    },
    {
      remedy: 'aws/kms/key-policy-without-strangers',
      check: 'aws/kms/key-public',
      seed: seeded(policy(own, anyone)),
      change: [`Statement[1]: ${JSON.stringify(anyone)} → absent`],
      calls: ['PutKeyPolicy'],
      undo: ['PutKeyPolicy'],
      state,
      meddle: policy(anyone, own, { ...own, Sid: 'More' }),
    },
    {
      remedy: 'aws/kms/key-deletion-cancel',
      check: 'aws/kms/key-pending-deletion',
      seed: seeded(({ kms }, KeyId) =>
        kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 })),
      ),
      change: ['{"on":"(day)"} → null'],
      calls: ['CancelKeyDeletion', 'EnableKey'],
      undo: null,
      state,
      meddle: ({ kms }, arn) => kms.send(new CancelKeyDeletionCommand({ KeyId: arn.split('/')[1] })),
    },
  ],
};
