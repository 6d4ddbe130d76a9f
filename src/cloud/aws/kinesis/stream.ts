import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromCall, itemsOf, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { until } from '../until.ts';

async function* list(reader: AwsReader, region: string): AsyncIterable<Subject> {
  const { id, partition } = reader.identity;
  const pages = (await reader.service('kinesis', region)).paginateListStreams({ Limit: 100 });
  for await (const name of itemsOf(pages, (page) => page.StreamNames, 'ListStreams'))
    yield { id: `arn:${partition}:kinesis:${region}:${id}:stream/${name}`, region, name };
}

/** The KMS key that encrypts what the stream holds, as it was named; `null`: it is not encrypted. */
const encryptionKey = settable(
  fromCall(
    ['kinesis:DescribeStreamSummary'],
    async (reader, { name: StreamName, region }: Subject): Promise<string | null> => {
      const kinesis = await reader.service('kinesis', region);
      const told = present(
        (await kinesis.describeStreamSummary({ StreamName })).StreamDescriptionSummary,
        'the stream',
      );
      // Absent for a stream that was never encrypted.
      return (told.EncryptionType ?? 'NONE') === 'KMS' ? present(told.KeyId, 'KeyId') : null;
    },
  ),
  {
    permissions: [
      'kinesis:DescribeStreamSummary',
      'kinesis:StartStreamEncryption',
      'kinesis:StopStreamEncryption',
      'kms:DescribeKey',
    ],
    // IAM asks for the stream and for the key, whose id is not known where it goes by an alias.
    resources: ({ id, region }) => [id, `arn:${id.split(':')[1]}:kms:${region}:*:key/*`],
    calls: ({ after }) => [after === null ? 'StopStreamEncryption' : 'StartStreamEncryption'],
    async put(client, { name: StreamName, region }, KeyId) {
      const kinesis = await client.service('kinesis', region);
      if (KeyId !== null) {
        await kinesis.startStreamEncryption({ StreamName, EncryptionType: 'KMS', KeyId });
      } else {
        const { StreamDescriptionSummary: now } = await kinesis.describeStreamSummary({ StreamName });
        if (now?.EncryptionType !== 'KMS') return;
        await kinesis.stopStreamEncryption({ StreamName, EncryptionType: 'KMS', KeyId: now.KeyId });
      }
      await until(client.signal, async () => {
        const { StreamDescriptionSummary: now } = await kinesis.describeStreamSummary({ StreamName });
        return now?.StreamStatus === 'ACTIVE' && (now.EncryptionType === 'KMS') === (KeyId !== null);
      });
    },
  },
);

export const stream = {
  title: 'Kinesis data stream',
  scope: 'regional',
  permissions: ['kinesis:ListStreams'],
  pattern: ({ id, partition }, region) => `arn:${partition}:kinesis:${region}:${id}:stream/*`,
  list,
  facts: { encryptionKey },
} as const satisfies ResourceKind<Subject>;
