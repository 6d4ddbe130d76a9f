import type { DeliveryStreamDescription } from '@aws-sdk/client-firehose';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromCall, fromFacts, knownValue, listOf, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

async function* list(reader: AwsReader, region: string): AsyncIterable<Subject> {
  const { id, partition } = reader.identity;
  const firehose = await reader.service('firehose', region);
  let after: string | undefined;
  for (;;) {
    const page = await firehose.listDeliveryStreams({ Limit: 100, ExclusiveStartDeliveryStreamName: after });
    const names = listOf(page.DeliveryStreamNames, 'ListDeliveryStreams');
    for (const name of names)
      yield { id: `arn:${partition}:firehose:${region}:${id}:deliverystream/${name}`, region, name };
    if (!page.HasMoreDeliveryStreams) return;
    after = present(names.at(-1), 'the last name of the page');
  }
}

interface Described {
  /** Where its records come from: `DirectPut`, or a stream that holds and encrypts them itself. */
  readonly source: string;
  readonly encryption: Encryption | null;
  /** An encryption that was asked for and failed. */
  readonly failed: boolean;
}

type Encryption = {
  readonly keyType: 'AWS_OWNED_CMK' | 'CUSTOMER_MANAGED_CMK';
  readonly keyArn: string | null;
};

/** What could not be turned off is on. */
const encrypted: readonly (string | undefined)[] = ['ENABLED', 'ENABLING', 'DISABLING_FAILED'];

function encryptionOf(told: DeliveryStreamDescription['DeliveryStreamEncryptionConfiguration']) {
  if (!told || !encrypted.includes(told.Status)) return null;
  return { keyType: present(told.KeyType, 'KeyType'), keyArn: told.KeyARN ?? null };
}

const description = fromCall(
  ['firehose:DescribeDeliveryStream'],
  async (reader, { name: DeliveryStreamName, region }: Subject): Promise<Described> => {
    const firehose = await reader.service('firehose', region);
    const answer = await firehose.describeDeliveryStream({ DeliveryStreamName });
    const told = present(answer.DeliveryStreamDescription, 'the stream');
    const status = told.DeliveryStreamEncryptionConfiguration?.Status;
    return {
      source: present(told.DeliveryStreamType, 'DeliveryStreamType'),
      encryption: encryptionOf(told.DeliveryStreamEncryptionConfiguration),
      failed: status === 'ENABLING_FAILED',
    };
  },
);

/** The key that encrypts what the stream holds; `null`: it is not encrypted. */
const encryption = settable(
  fromFacts(['description'], (needs, _stream: Subject): Encryption | null => {
    return knownValue<Described>(needs['description']).encryption;
  }),
  {
    permissions: ['firehose:StartDeliveryStreamEncryption', 'firehose:StopDeliveryStreamEncryption'],
    calls: ({ after }) => [after === null ? 'StopDeliveryStreamEncryption' : 'StartDeliveryStreamEncryption'],
    implies: (value, { description }) =>
      description?.known
        ? { description: { ...(description.value as Described), encryption: value, failed: false } }
        : {},
    async put(client, { name: DeliveryStreamName, region }, value) {
      const firehose = await client.service('firehose', region);
      if (value === null) await firehose.stopDeliveryStreamEncryption({ DeliveryStreamName });
      else
        await firehose.startDeliveryStreamEncryption({
          DeliveryStreamName,
          DeliveryStreamEncryptionConfigurationInput: {
            KeyType: value.keyType,
            ...(value.keyArn !== null && { KeyARN: value.keyArn }),
          },
        });
    },
  },
);

export const stream = {
  title: 'Firehose stream',
  scope: 'regional',
  permissions: ['firehose:ListDeliveryStreams'],
  pattern: ({ id, partition }, region) => `arn:${partition}:firehose:${region}:${id}:deliverystream/*`,
  list,
  facts: { description, encryption },
} as const satisfies ResourceKind<Subject>;
