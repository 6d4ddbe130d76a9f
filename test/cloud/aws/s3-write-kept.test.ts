import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { awsProvider } from '../../../src/cloud/aws/provider.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { awsEnv, testAccountId } from '../../kit/aws/environment.ts';
import { bucketNamed, learn, openAccount } from './s3-kit.ts';

const account = {
  name: 'test',
  id: testAccountId,
  remediation: { role: `arn:aws:iam::${testAccountId}:role/remediation` },
};
const settings = { regions: ['us-east-1'], concurrency: 8, timeoutMs: 5_000, maxAttempts: 2 };
const records = bucketNamed('records');
const queue = `arn:aws:sqs:us-east-1:${testAccountId}:changes`;
const topic = `arn:aws:sns:us-east-1:${testAccountId}:changes`;

const xmlns = 'http://s3.amazonaws.com/doc/2006-03-01/';
const configuration = (...parts: readonly string[]) =>
  parts.length === 0
    ? `<NotificationConfiguration xmlns="${xmlns}"/>`
    : `<NotificationConfiguration xmlns="${xmlns}">${parts.join('')}</NotificationConfiguration>`;
const toQueue = `<QueueConfiguration><Queue>${queue}</Queue><Event>s3:ObjectCreated:*</Event><Event>s3:ObjectRemoved:*</Event><Id>changes</Id><Filter><S3Key><FilterRule><Name>prefix</Name><Value>incoming/</Value></FilterRule></S3Key></Filter></QueueConfiguration>`;
const toTopic = `<TopicConfiguration><Topic>${topic}</Topic><Event>s3:ObjectCreated:*</Event><Id>all</Id></TopicConfiguration>`;
const toEventBridge = '<EventBridgeConfiguration/>';

// moto forgets parts of what it is told: S3 itself keeps a configuration and answers it, as here.
describeWithMoto('configurations that are kept whole', (moto) => {
  let s3: Server;
  let kept = configuration();
  let asked: { method: string; headers: Readonly<Record<string, unknown>> }[] = [];
  const provider = awsProvider([account], settings);

  beforeAll(async () => {
    s3 = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { method = '', url = '', headers } = request;
      asked.push({ method, headers });
      if (!/^\/records\/?\?(notification|encryption|logging)/.test(url)) return response.writeHead(403).end();
      if (method === 'PUT') kept = Buffer.concat(chunks).toString();
      response.writeHead(200, { 'content-type': 'application/xml' });
      return response.end(method === 'GET' ? kept : '');
    });
    await new Promise<void>((resolve) => s3.listen(0, '127.0.0.1', resolve));
    for (const [name, value] of Object.entries(awsEnv(moto.endpoint))) vi.stubEnv(name, value);
    vi.stubEnv('AWS_ENDPOINT_URL_S3', `http://127.0.0.1:${(s3.address() as AddressInfo).port}`);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    s3.closeAllConnections();
    await new Promise((resolve) => s3.close(resolve));
  });
  beforeEach(() => {
    asked = [];
  });

  async function read(fact = 'notification'): Promise<any> {
    const session = await openAccount();
    try {
      const answer = await learn(session, 'aws.s3.bucket', fact, records);
      return answer.known ? answer.value : answer;
    } finally {
      await session.close();
    }
  }

  async function put(value: unknown, fact = 'notification'): Promise<void> {
    const session = await provider.openWriter(account, {
      remediation: 'R-1',
      requester: 'slack:T1:ann',
      approvers: ['slack:T1:ben'],
      actions: ['s3:*'],
      resources: [records.id],
      signal: new AbortController().signal,
    });
    try {
      await session.write('aws.s3.bucket', fact, records, value);
    } finally {
      await session.close();
    }
  }

  const shape = (text: string) =>
    text.replace(/<\?xml[^>]*>\s*/, '').replace(/<(\w+)([^>]*)><\/\1>/g, '<$1$2/>');

  test.each([
    ['nobody else listening', []],
    ['a queue that filters by prefix', [toQueue]],
    ['a topic and a queue', [toTopic, toQueue]],
  ])('EventBridge is turned on and off again beside %s, which stays as it is', async (_, others) => {
    kept = configuration(...others);
    const found = await read();
    expect(found.eventBridge).toBe(false);
    await put({ ...found, eventBridge: true });
    expect(shape(kept)).toBe(configuration(...others, toEventBridge));
    expect(await read()).toEqual({ ...found, eventBridge: true });
    await put(JSON.parse(JSON.stringify(found)));
    expect(shape(kept)).toBe(configuration(...others));
  });

  test('what was on stays on', async () => {
    kept = configuration(toQueue, toEventBridge);
    const found = await read();
    expect(found).toEqual({ eventBridge: true, destinations: [queue] });
    await put(found);
    expect(shape(kept)).toBe(configuration(toQueue, toEventBridge));
  });

  test('the keys by which it is filtered enter no fact', async () => {
    kept = configuration(toQueue);
    expect(JSON.stringify(await read())).not.toContain('incoming');
  });

  test('one read and one write, both of a bucket of this account', async () => {
    kept = configuration(toQueue);
    await put({ eventBridge: true, destinations: [queue] });
    expect(asked.map(({ method }) => method)).toEqual(['GET', 'PUT']);
    for (const { headers } of asked) expect(headers['x-amz-expected-bucket-owner']).toBe(testAccountId);
    expect(asked[1]?.headers['x-amz-skip-destination-validation']).toBe('true');
  });

  test('nothing is written where the destinations have changed since', async () => {
    kept = configuration(toTopic);
    await expect(put({ eventBridge: true, destinations: [queue] })).rejects.toThrow(/have changed since/);
    expect(kept).toBe(configuration(toTopic));
    expect(asked.map(({ method }) => method)).toEqual(['GET']);
  });

  const grant =
    '<Grant><Grantee xsi:type="CanonicalUser" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><ID>abc</ID></Grantee><Permission>READ</Permission></Grant>';
  const logsTo = (more: string) =>
    `<BucketLoggingStatus xmlns="${xmlns}"><LoggingEnabled><TargetBucket>logs</TargetBucket>${more}</LoggingEnabled></BucketLoggingStatus>`;
  const rules = (rule: string) =>
    `<ServerSideEncryptionConfiguration xmlns="${xmlns}"><Rule>${rule}</Rule></ServerSideEncryptionConfiguration>`;
  const byDefault = (more: string) =>
    `<ApplyServerSideEncryptionByDefault>${more}</ApplyServerSideEncryptionByDefault>`;
  const kms = byDefault('<SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>k</KMSMasterKeyID>');
  const flag = (on: boolean) => `<BucketKeyEnabled>${on}</BucketKeyEnabled>`;
  const blocked = '<BlockedEncryptionTypes><EncryptionType>SSE-C</EncryptionType></BlockedEncryptionTypes>';
  const formatted = (how: string) => `<TargetObjectKeyFormat>${how}</TargetObjectKeyFormat>`;
  const dated = (by: string) =>
    `<PartitionedPrefix><PartitionDateSource>${by}</PartitionDateSource></PartitionedPrefix>`;
  const prefix = '<TargetPrefix>records/</TargetPrefix>';

  test.each([
    ['loggingSettings', 'a target, and no more', logsTo(prefix)],
    ['loggingSettings', 'a grant', logsTo(`${prefix}<TargetGrants>${grant}</TargetGrants>`)],
    ['loggingSettings', 'an empty list of grants', logsTo(`${prefix}<TargetGrants/>`)],
    ['loggingSettings', 'simple names', logsTo(prefix + formatted('<SimplePrefix/>'))],
    ['loggingSettings', 'names by the time of the event', logsTo(prefix + formatted(dated('EventTime')))],
    ['loggingSettings', 'names by the time of delivery', logsTo(prefix + formatted(dated('DeliveryTime')))],
    ['encryptionRules', 'AES256, and no more', rules(byDefault('<SSEAlgorithm>AES256</SSEAlgorithm>'))],
    ['encryptionRules', 'a key and its flag', rules(kms + flag(true))],
    ['encryptionRules', 'a flag that is off', rules(kms + flag(false))],
    ['encryptionRules', 'what uploads may not ask for', rules(kms + flag(true) + blocked)],
    ['encryptionRules', 'only what uploads may not ask for', rules(blocked)],
  ])('%s with %s come back as they were', async (fact, _, before) => {
    kept = before;
    const found = await read(fact);
    kept = 'something else';
    await put(JSON.parse(JSON.stringify(found)), fact);
    expect(shape(kept)).toBe(shape(before));
  });

  test('logging is turned off by an empty status', async () => {
    kept = logsTo(prefix);
    await put(null, 'loggingSettings');
    expect(shape(kept)).toBe(`<BucketLoggingStatus xmlns="${xmlns}"/>`);
    expect(await read('loggingSettings')).toBeNull();
  });
});
