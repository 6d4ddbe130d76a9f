import type { Sdk } from '../../test/kit/aws/sdk.ts';
import { accountId, home } from './clinic.ts';
import { keyArn } from './keys.ts';
import type { Network } from './network.ts';

const phi = (Team: string) => ({ DataClassification: 'PHI', Environment: 'production', Team });
const pairs = (tags: Readonly<Record<string, string>>) =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
const policy = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });

/** What moves between the clinic's systems: functions, topics, queues, their secrets and their logs. */
export async function makeMessages(sdk: Sdk, network: Network): Promise<void> {
  await makeFunctions(sdk, network);
  await makeTopicAndQueue(sdk);
  await makeSecrets(sdk);
  await makeLogs(sdk);
  // Threats are watched for where the clinic works, and nobody thought of the second region.
  await (await sdk('guardDuty')).createDetector({ Enable: true, DataSources: { S3Logs: { Enable: true } } });
}

async function makeFunctions(sdk: Sdk, { clinical, groups }: Network): Promise<void> {
  const lambda = await sdk('lambda');
  const common = {
    Runtime: 'python3.13' as const,
    Handler: 'main.handler',
    Role: `arn:aws:iam::${accountId}:role/LakesideFunctions`,
    Code: { ZipFile: emptyZip },
  };
  await lambda.createFunction({ ...common, FunctionName: 'lakeside-fax-router', Tags: phi('front-desk') });
  await lambda.addPermission({
    FunctionName: 'lakeside-fax-router',
    StatementId: 'FaxProvider',
    Action: 'lambda:InvokeFunction',
    Principal: '*',
  });
  const reminders = 'lakeside-appointment-reminders';
  await lambda.createFunction({
    ...common,
    FunctionName: reminders,
    VpcConfig: { SubnetIds: [...clinical.subnets], SecurityGroupIds: [groups['lakeside-web']] },
    Environment: { Variables: { SENDER: 'lakeside-clinic' } },
    Tags: phi('front-desk'),
  });
  await lambda.putFunctionConcurrency({ FunctionName: reminders, ReservedConcurrentExecutions: 10 });
  await lambda.putFunctionEventInvokeConfig({
    FunctionName: reminders,
    DestinationConfig: {
      OnFailure: { Destination: `arn:aws:sqs:${home}:${accountId}:lakeside-failed-reminders` },
    },
  });
}

/** An archive with nothing in it. */
const emptyZip = Buffer.concat([Buffer.from('504b0506', 'hex'), Buffer.alloc(18)]);

async function makeTopicAndQueue(sdk: Sdk): Promise<void> {
  const sns = await sdk('sns');
  await sns.createTopic({ Name: 'lakeside-critical-results', Tags: pairs(phi('laboratory')) });
  await sns.createTopic({
    Name: 'lakeside-security-alerts',
    Attributes: { KmsMasterKeyId: keyArn('auditLogs') },
  });
  const sqs = await sdk('sqs');
  const queueArn = `arn:aws:sqs:${home}:${accountId}:lakeside-hl7-inbound`;
  await sqs.createQueue({
    QueueName: 'lakeside-hl7-inbound',
    tags: phi('clinical-systems'),
    Attributes: {
      SqsManagedSseEnabled: 'false',
      Policy: policy({ Sid: 'Senders', Principal: '*', Action: 'sqs:SendMessage', Resource: queueArn }),
    },
  });
  await sqs.createQueue({
    QueueName: 'lakeside-claims-outbound',
    tags: phi('billing'),
    Attributes: { KmsMasterKeyId: keyArn('phi') },
  });
}

async function makeSecrets(sdk: Sdk): Promise<void> {
  const secrets = await sdk('secretsManager');
  await secrets.createSecret({ Name: 'lakeside/claims-gateway', SecretString: 'made up for a demo' });
  const SecretId = 'lakeside/records-database';
  await secrets.createSecret({
    Name: SecretId,
    SecretString: 'made up for a demo',
    KmsKeyId: keyArn('phi'),
  });
  await secrets.rotateSecret({
    SecretId,
    RotationRules: { AutomaticallyAfterDays: 30 },
    RotateImmediately: false,
  });
}

async function makeLogs(sdk: Sdk): Promise<void> {
  const logs = await sdk('logs');
  await logs.createLogGroup({ logGroupName: 'lakeside/cloudtrail', kmsKeyId: keyArn('auditLogs') });
  await logs.putRetentionPolicy({ logGroupName: 'lakeside/cloudtrail', retentionInDays: 2192 });
  await logs.createLogGroup({ logGroupName: '/aws/lambda/lakeside-fax-router' });
  const logGroupName = '/aws/lambda/lakeside-appointment-reminders';
  await logs.createLogGroup({ logGroupName });
  await logs.putRetentionPolicy({ logGroupName, retentionInDays: 30 });
}
