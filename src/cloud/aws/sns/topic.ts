import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromCall, fromFacts, itemsOf, knownValue, present, settable } from '../collect.ts';
import { policyOpenTo } from '../policy-open-to.ts';
import type { AwsReader } from '../reader.ts';
import { samePolicy } from '../same-policy.ts';
import { tagsByArn } from '../tagging/region-tags.ts';

interface Attributes {
  /** `null`: none, only the disks of SNS are encrypted. */
  readonly kmsKeyId: string | null;
  readonly policy: string;
}

async function* list(reader: AwsReader, region: string): AsyncIterable<Subject> {
  const pages = (await reader.service('sns', region)).paginateListTopics({});
  for await (const { TopicArn } of itemsOf(pages, (page) => page.Topics, 'ListTopics')) {
    const id = present(TopicArn, 'the topic ARN');
    yield { id, region, name: id.split(':')[5] ?? id };
  }
}

/** All of them by one call. */
const attributes = fromCall(
  ['sns:GetTopicAttributes'],
  async (reader, { id: TopicArn, region }: Subject): Promise<Attributes> => {
    const { Attributes: told } = await (await reader.service('sns', region)).getTopicAttributes({ TopicArn });
    return {
      kmsKeyId: present(told, 'the attributes')['KmsMasterKeyId'] || null,
      policy: present(told?.['Policy'], 'the policy'),
    };
  },
);

const kmsKeyId = settable(
  fromFacts(
    ['attributes'],
    (needs, _topic: Subject): string | null => knownValue<Attributes>(needs['attributes']).kmsKeyId,
  ),
  {
    permissions: ['sns:SetTopicAttributes'],
    calls: () => ['SetTopicAttributes'],
    async put(client, { id: TopicArn, region }, key) {
      const sns = await client.service('sns', region);
      await sns.setTopicAttributes({
        TopicArn,
        AttributeName: 'KmsMasterKeyId',
        AttributeValue: key ?? '',
      });
    },
  },
);

/** SNS gives every topic a policy when it is made. */
const policy = settable(
  fromFacts(
    ['attributes'],
    (needs, _topic: Subject): string | null => knownValue<Attributes>(needs['attributes']).policy,
  ),
  {
    permissions: ['sns:SetTopicAttributes'],
    calls: () => ['SetTopicAttributes'],
    same: samePolicy,
    async put(client, { id: TopicArn, region }, text) {
      if (text === null) throw new CloudError('unsupported', 'a topic is never without a policy');
      const sns = await client.service('sns', region);
      await sns.setTopicAttributes({ TopicArn, AttributeName: 'Policy', AttributeValue: text });
    },
  },
);

export const topic = {
  title: 'SNS topic',
  scope: 'regional',
  permissions: ['sns:ListTopics'],
  pattern: ({ id, partition }, region) => `arn:${partition}:sns:${region}:${id}:*`,
  list,
  facts: { attributes, kmsKeyId, policy, openTo: policyOpenTo('sns'), tags: tagsByArn },
} as const satisfies ResourceKind<Subject>;
