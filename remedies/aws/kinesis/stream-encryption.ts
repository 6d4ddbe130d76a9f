import { breaks, defineRemedy, harmless, to, uncertain } from '#src/remedy';

/** The key that AWS keeps for Kinesis in each account. */
const awsKey = 'alias/aws/kinesis';

export default defineRemedy({
  id: 'aws/kinesis/stream-encryption',
  title: 'Encrypt what is put into the stream',
  cures: ['aws/kinesis/stream-encryption'],
  kind: 'aws.kinesis.stream',
  fact: 'encryptionKey',
  risk: 'disruptive',
  reversibility: {
    undo: 'partly',
    because: 'records that were put meanwhile stay encrypted until they leave the stream',
  },
  settings: { kmsKeyId: awsKey },
  desired: (current, { settings: { kmsKeyId } }) => to(current ?? (kmsKeyId || awsKey)),
  consequences: (_facts, { after }) => [
    harmless('records that are in the stream already stay as they are'),
    ...(after === awsKey
      ? [
          harmless('producers and consumers of the account may use the key that AWS manages for Kinesis'),
          uncertain('producers and consumers of other accounts cannot use that key, and would be refused'),
        ]
      : [
          breaks(
            `producers need kms:GenerateDataKey on ${after}, and consumers kms:Decrypt: who has neither is refused`,
          ),
        ]),
  ],
});
