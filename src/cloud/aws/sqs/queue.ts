import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromCall, fromFacts, knownValue, present, settable } from '../collect.ts';
import { policyOpenTo } from '../policy-open-to.ts';
import type { AwsReader } from '../reader.ts';
import { samePolicy } from '../same-policy.ts';
import { tagsByArn } from '../tagging/region-tags.ts';

export interface Queue extends Subject {
  readonly name: string;
  readonly url: string;
}

interface Attributes {
  readonly kmsKeyId: string | null;
  /** Encrypted with keys that SQS minds by itself. */
  readonly managedSse: boolean;
  readonly policy: string | null;
}

async function* list(reader: AwsReader, region: string): AsyncIterable<Queue> {
  const { partition } = reader.identity;
  const pages = (await reader.service('sqs', region)).paginateListQueues({ MaxResults: 1000 });
  for await (const { QueueUrls } of pages) {
    // SQS leaves the list out where there is no queue.
    for (const url of QueueUrls ?? []) {
      const [account = '', name = ''] = new URL(url).pathname.split('/').slice(-2);
      yield { id: `arn:${partition}:sqs:${region}:${account}:${name}`, region, name, url };
    }
  }
}

/** All of them by one call. */
const attributes = fromCall(
  ['sqs:GetQueueAttributes'],
  async (reader, { url: QueueUrl, region }: Queue): Promise<Attributes> => {
    const sqs = await reader.service('sqs', region);
    const answer = await sqs.getQueueAttributes({ QueueUrl, AttributeNames: ['All'] });
    const told = present(answer.Attributes, 'the attributes');
    present(told.QueueArn, 'the queue ARN');
    return {
      kmsKeyId: told.KmsMasterKeyId || null,
      managedSse: told.SqsManagedSseEnabled === 'true',
      policy: told.Policy || null,
    };
  },
);

const concluded = <V>(pick: (attributes: Attributes) => V) =>
  fromFacts(['attributes'], (needs, _queue: Queue): V => pick(knownValue<Attributes>(needs['attributes'])));

const kmsKeyId = concluded((told) => told.kmsKeyId);

const managedSse = settable(
  concluded((told): boolean => told.managedSse),
  {
    permissions: ['sqs:SetQueueAttributes'],
    calls: () => ['SetQueueAttributes'],
    async put(client, { url: QueueUrl, region }, on) {
      const sqs = await client.service('sqs', region);
      await sqs.setQueueAttributes({ QueueUrl, Attributes: { SqsManagedSseEnabled: String(on) } });
    },
  },
);

const policy = settable(
  concluded((told): string | null => told.policy),
  {
    permissions: ['sqs:SetQueueAttributes'],
    calls: () => ['SetQueueAttributes'],
    same: samePolicy,
    async put(client, { url: QueueUrl, region }, text) {
      const sqs = await client.service('sqs', region);
      await sqs.setQueueAttributes({ QueueUrl, Attributes: { Policy: text ?? '' } });
    },
  },
);

export const queue = {
  title: 'SQS queue',
  scope: 'regional',
  permissions: ['sqs:ListQueues'],
  pattern: ({ id, partition }, region) => `arn:${partition}:sqs:${region}:${id}:*`,
  list,
  facts: { attributes, kmsKeyId, managedSse, policy, openTo: policyOpenTo('sqs'), tags: tagsByArn },
} as const satisfies ResourceKind<Queue>;
