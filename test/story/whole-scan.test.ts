import { writeFileSync } from 'node:fs';
import { IAM } from '@aws-sdk/client-iam';
import { S3 } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { describeWithMoto } from '../kit/aws/describe-with-moto.ts';
import { clientConfig } from '../kit/aws/environment.ts';
import { type AwsProxy, startProxy } from '../kit/aws/proxy.ts';
import { type Sdk, sdkOf } from '../kit/aws/sdk.ts';
import { seedAccount } from '../kit/aws/seed-account.ts';
import { iamActionOf, needsNoPermission } from '../kit/aws/wire.ts';
import { type Bot, startBot } from './kit/bot.ts';
import { folder } from './kit/hipaa.ts';

const regions = ['us-east-1', 'us-west-2'];

describeWithMoto('every check, over a whole account in two regions', (moto) => {
  let proxy: AwsProxy;
  let sdk: Sdk;
  let bot: Bot;
  const cwd = folder();

  beforeAll(async () => {
    proxy = await startProxy({ upstream: moto.endpoint });
    sdk = sdkOf(moto.endpoint);
    const s3 = new S3({ ...clientConfig(moto.endpoint), forcePathStyle: true });
    const iam = new IAM(clientConfig(moto.endpoint));
    await seedAccount(sdk, s3, iam, {
      users: 4,
      buckets: 4,
      groups: 4,
      instances: 4,
      databases: 4,
      regions,
    });
    await (await sdk('dynamoDb')).createTable({
      TableName: 'visits',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
    });
    await (await sdk('sns')).createTopic({ Name: 'alarms' });
    await (await sdk('sqs')).createQueue({ QueueName: 'results' });
    await (await sdk('logs')).createLogGroup({ logGroupName: '/app' });
    await (await sdk('secretsManager')).createSecret({ Name: 'made-up', SecretString: 'x' });
    writeFileSync(
      `${cwd}/hipaa.yml`,
      JSON.stringify({ aws: { regions, maxAttempts: 1, timeoutSeconds: 120 } }),
    );
    bot = await startBot({
      endpoint: proxy.endpoint,
      database: `${cwd}/hipaa.db`,
      config: `${cwd}/hipaa.yml`,
    });
    s3.destroy();
    iam.destroy();
  }, 120_000);
  afterAll(async () => {
    await bot.stop();
    vi.unstubAllEnvs();
    sdk.destroy();
    await proxy.stop();
  });

  test('makes no call twice, and none that its policy does not name', async () => {
    await bot.scan();
    expect([...proxy.repeated().keys()]).toEqual([]);
    const asked = proxy
      .calls()
      .filter(({ signed }) => signed)
      .map(({ service, operation }) => iamActionOf(service, operation));
    const [statement] = JSON.parse(bot.app.services.policy.read('json')).Statement;
    const beyond = new Set(
      asked.filter((action) => !needsNoPermission(action) && !statement.Action.includes(action)),
    );
    expect([...beyond]).toEqual([]);
  }, 120_000);

  test('a second scan changes nothing', async () => {
    const [before] = await bot.app.services.scans.latest(1);
    await bot.scan();
    const [after] = await bot.app.services.scans.latest(1);
    expect(before?.changes.opened).toBeGreaterThan(50);
    expect(after?.changes).toEqual({ opened: 0, regressed: 0, resolved: 0, gone: 0, notApplicable: 0 });
    expect(after?.accounts[0]?.tally).toEqual(before?.accounts[0]?.tally);
  }, 120_000);
});
