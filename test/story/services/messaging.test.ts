import { tellService } from './kit.ts';

const anyone = (service: string, name: string, Action: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Anyone',
        Effect: 'Allow',
        Principal: '*',
        Action,
        Resource: `arn:aws:${service}:us-east-1:123456789012:${name}`,
      },
    ],
  });

tellService({
  title: 'every check of SNS and SQS, on moto',
  checks: ['aws/sns/', 'aws/sqs/'],
  async seed(sdk) {
    const sns = await sdk('sns');
    await sns.createTopic({ Name: 'plain' });
    await sns.createTopic({ Name: 'sealed', Attributes: { KmsMasterKeyId: 'alias/aws/sns' } });
    await sns.createTopic({ Name: 'open', Attributes: { Policy: anyone('sns', 'open', 'SNS:Subscribe') } });
    const sqs = await sdk('sqs');
    await sqs.createQueue({ QueueName: 'plain', Attributes: { SqsManagedSseEnabled: 'false' } });
    await sqs.createQueue({ QueueName: 'managed', Attributes: { SqsManagedSseEnabled: 'true' } });
    await sqs.createQueue({
      QueueName: 'sealed',
      Attributes: { KmsMasterKeyId: 'alias/aws/sqs', SqsManagedSseEnabled: 'false' },
    });
    await sqs.createQueue({
      QueueName: 'open',
      Attributes: { SqsManagedSseEnabled: 'true', Policy: anyone('sqs', 'open', 'SQS:ReceiveMessage') },
    });
  },
  expects: {
    'aws/sns/topic-kms': { pass: ['sealed'], fail: ['plain', 'open'] },
    'aws/sns/topic-public': { pass: ['plain', 'sealed'], fail: ['open'] },
    'aws/sqs/queue-kms': { pass: ['managed', 'sealed', 'open'], fail: ['plain'] },
    'aws/sqs/queue-public': { pass: ['plain', 'managed', 'sealed'], fail: ['open'] },
  },
});
