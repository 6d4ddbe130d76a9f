import { testAccountId } from '../../../kit/aws/environment.ts';
import { type Aws, told } from '../account.ts';
import type { Chapter, Row } from '../row.ts';

const arn = (service: string, name: string) => `arn:aws:${service}:us-east-1:${testAccountId}:${name}`;
const own = (Action: string, Resource?: string) => ({
  Sid: 'Own',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${testAccountId}:root` },
  Action,
  ...(Resource && { Resource }),
});
const anyone = (Action: string, Resource?: string) => ({
  ...own(Action, Resource),
  Sid: 'Anyone',
  Principal: '*',
});
const document = (...Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const gone = (at: number, statement: object) => [`Statement[${at}]: ${JSON.stringify(statement)} → absent`];

const topic = async ({ sdk }: Aws) => (await sdk('sns')).createTopic({ Name: 'news' });
const topicArn = arn('sns', 'news');
const setTopic = (AttributeName: string, AttributeValue: string) => async (aws: Aws) =>
  (await aws.sdk('sns')).setTopicAttributes({ TopicArn: topicArn, AttributeName, AttributeValue });
const topicState = async ({ sdk }: Aws) =>
  told((await sdk('sns')).getTopicAttributes({ TopicArn: topicArn }));
const publish = [own('SNS:Publish', topicArn), anyone('SNS:Publish', topicArn)] as const;

const sns: readonly Row[] = [
  {
    remedy: 'aws/sns/topic-encryption',
    check: 'aws/sns/topic-kms',
    seed: async (aws) => (await topic(aws)).TopicArn ?? '',
    change: ['null → "alias/aws/sns"'],
    calls: ['SetTopicAttributes'],
    undo: ['SetTopicAttributes'],
    state: topicState,
    meddle: setTopic('KmsMasterKeyId', 'alias/clinic'),
  },
  {
    remedy: 'aws/sns/policy-without-strangers',
    check: 'aws/sns/topic-public',
    seed: async (aws) => {
      await topic(aws);
      await setTopic('Policy', document(...publish))(aws);
      return topicArn;
    },
    change: gone(1, publish[1]),
    calls: ['SetTopicAttributes'],
    undo: ['SetTopicAttributes'],
    state: topicState,
    meddle: setTopic('Policy', document(publish[1], publish[0])),
  },
];

const queueUrl = async ({ sdk }: Aws) =>
  (await (await sdk('sqs')).getQueueUrl({ QueueName: 'work' })).QueueUrl ?? '';
const setQueue = (Attributes: Record<string, string>) => async (aws: Aws) =>
  (await aws.sdk('sqs')).setQueueAttributes({ QueueUrl: await queueUrl(aws), Attributes });
const queue = (Attributes: Record<string, string>) => async (aws: Aws) => {
  await (await aws.sdk('sqs')).createQueue({ QueueName: 'work', Attributes });
  return arn('sqs', 'work');
};
/** All but the moment of the last change. */
const queueState = async (aws: Aws) => {
  const sqs = await aws.sdk('sqs');
  const answer = await sqs.getQueueAttributes({
    QueueUrl: await queueUrl(aws),
    AttributeNames: ['All'],
  });
  const { LastModifiedTimestamp: _, ...rest } = answer.Attributes ?? {};
  return Object.fromEntries(Object.entries(rest).sort());
};
const send = [
  own('SQS:SendMessage', arn('sqs', 'work')),
  anyone('SQS:SendMessage', arn('sqs', 'work')),
] as const;

const sqs: readonly Row[] = [
  {
    remedy: 'aws/sqs/managed-encryption',
    check: 'aws/sqs/queue-kms',
    seed: queue({ SqsManagedSseEnabled: 'false' }),
    change: ['false → true'],
    calls: ['SetQueueAttributes'],
    undo: ['SetQueueAttributes'],
    state: queueState,
    meddle: setQueue({ SqsManagedSseEnabled: 'true' }),
  },
  {
    remedy: 'aws/sqs/policy-without-strangers',
    check: 'aws/sqs/queue-public',
    seed: queue({ Policy: document(...send) }),
    change: gone(1, send[1]),
    calls: ['SetQueueAttributes'],
    undo: ['SetQueueAttributes'],
    state: queueState,
    meddle: setQueue({ Policy: document(send[1], send[0]) }),
  },
];

const read = anyone('secretsmanager:GetSecretValue', '*');
const secretPolicy = async ({ sdk }: Aws, SecretId: string, ...statements: readonly object[]) =>
  (await sdk('secretsManager')).putResourcePolicy({ SecretId, ResourcePolicy: document(...statements) });

const secrets: readonly Row[] = [
  {
    remedy: 'aws/secretsmanager/policy-without-strangers',
    check: 'aws/secretsmanager/secret-public',
    seed: async (aws) => {
      const secrets = await aws.sdk('secretsManager');
      const { ARN = '' } = await secrets.createSecret({ Name: 'login', SecretString: 'made up' });
      await secretPolicy(aws, ARN, read);
      return ARN;
    },
    change: [`${document(read)} → null`],
    calls: ['DeleteResourcePolicy'],
    undo: ['PutResourcePolicy'],
    state: async ({ sdk }, SecretId) => {
      const secrets = await sdk('secretsManager');
      return [
        await told(secrets.describeSecret({ SecretId })),
        await told(secrets.getResourcePolicy({ SecretId })),
      ];
    },
    meddle: (aws, arn) => secretPolicy(aws, arn, { ...read, Sid: 'Everyone' }),
  },
];

const pull = anyone('ecr:BatchGetImage');
const images = { repositoryName: 'images' };
const imagesPolicy = async ({ sdk }: Aws, ...statements: readonly object[]) =>
  (await sdk('ecr')).setRepositoryPolicy({ ...images, policyText: document(...statements) });

const ecr: readonly Row[] = [
  {
    remedy: 'aws/ecr/policy-without-strangers',
    check: 'aws/ecr/repository-public',
    seed: async (aws) => {
      await (await aws.sdk('ecr')).createRepository(images);
      await imagesPolicy(aws, pull);
      return arn('ecr', 'repository/images');
    },
    change: [`${document(pull)} → null`],
    calls: ['DeleteRepositoryPolicy'],
    undo: ['SetRepositoryPolicy'],
    state: async ({ sdk }) => told((await sdk('ecr')).getRepositoryPolicy(images)),
    meddle: (aws) => imagesPolicy(aws, { ...pull, Sid: 'Everyone' }),
  },
];

/** What is sent from one program to another, and what they sign in and start with. */
export const messaging: Chapter = {
  title: 'remedies of SNS, SQS, Secrets Manager and ECR, on moto',
  rows: [...sns, ...sqs, ...secrets, ...ecr],
};
