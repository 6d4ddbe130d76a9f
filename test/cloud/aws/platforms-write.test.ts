import type { Transfer } from '@aws-sdk/client-transfer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { type Sdk, sdkOf } from '../../kit/aws/sdk.ts';
import { told, writeKit, writingOf } from './write-kit.ts';

const aws11 = { 'content-type': 'application/x-amz-json-1.1' };
const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:${testAccountId}:${rest}`;

/** The body of the newest call, as it crossed the wire. */
const bodyOf = (sent: readonly string[]) => JSON.parse(/\{.*\}$/.exec(sent.at(-1) ?? '')?.[0] ?? '{}');

describeWithMoto('what can be set of platforms that moto does not play', (moto) => {
  const kit = writeKit(moto);
  let sdk: Sdk;
  beforeAll(() => {
    sdk = sdkOf(moto.endpoint);
  });
  afterAll(() => sdk.destroy());

  /** Puts while `operation` is answered as AWS would; tells what was sent. */
  async function sentBy(operation: string, says: object, put: () => Promise<string[]>) {
    expect(await recordedWhile(operation, says, put)).toEqual([operation]);
    return bodyOf(kit.sent());
  }

  /** The kit forgets all rules before it writes: this one is made when the session is opened. */
  async function recordedWhile(operation: string, says: object, put: () => Promise<string[]>) {
    const proxy = kit.proxy();
    const { reset } = proxy;
    proxy.reset = () => {
      reset();
      proxy.rule({ operation, fault: answer(200, aws11, JSON.stringify(says)) });
    };
    try {
      return await put();
    } finally {
      proxy.reset = reset;
    }
  }

  const server = { id: arn('transfer', 'server/s-1'), name: 's-1', region: 'us-east-1' };
  const group = arn('logs', 'log-group:transfer:*');

  test('the protocols of a file-transfer server', async () => {
    const put = () => kit.put('aws.transfer.server', 'protocols', server, ['SFTP', 'FTPS']);
    expect(await sentBy('UpdateServer', { ServerId: 's-1' }, put)).toEqual({
      ServerId: 's-1',
      Protocols: ['SFTP', 'FTPS'],
    });
    const { same } = writingOf('aws.transfer.server', 'protocols');
    expect(same?.(['SFTP', 'FTPS'], ['FTPS', 'SFTP'])).toBe(true);
    expect(same?.(['SFTP', 'FTP'], ['SFTP'])).toBe(false);
  });

  test('what is read of the server is what is written', async () => {
    const transfer: Transfer = await sdk('transfer');
    await transfer.createServer({ Protocols: ['SFTP', 'FTPS'], StructuredLogDestinations: [group] });
    const there = await kit.only('aws.transfer.server', 'us-east-1');
    expect(await kit.read('aws.transfer.server', 'protocols', there)).toEqual(['SFTP', 'FTPS']);
    expect(await kit.read('aws.transfer.server', 'logDestinations', there)).toEqual([group]);
  });

  test("EMR's block, off as well as on", async () => {
    const region = { id: arn('ec2', 'region/us-east-1'), name: 'us-east-1', region: 'us-east-1' };
    const value = { on: false, permitted: [{ from: 22, to: 22 }] };
    const put = () => kit.put('aws.region', 'emrPublicAccessBlock', region, value);
    expect(await sentBy('PutBlockPublicAccessConfiguration', {}, put)).toEqual({
      BlockPublicAccessConfiguration: {
        BlockPublicSecurityGroupRules: false,
        PermittedPublicSecurityGroupRuleRanges: [{ MinRange: 22, MaxRange: 22 }],
      },
    });
  });

  const table = { id: arn('dynamodb', 'table/visits'), name: 'visits', region: 'us-east-1' };

  test('the tags of a data store: what differs is set, what is gone is taken away', async () => {
    const dynamoDb = await sdk('dynamoDb');
    await dynamoDb.createTable({
      TableName: 'visits',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      Tags: [{ Key: 'Team', Value: 'care' }],
    });
    const state = () => told(dynamoDb.listTagsOfResource({ ResourceArn: table.id }));
    const start = await state();
    const put = (value: object) => kit.put('aws.data.store', 'tags', table, value);
    expect(await put({ Team: 'care', DataClassification: 'PHI' })).toEqual(['TagResources']);
    expect(bodyOf(kit.sent())).toEqual({
      ResourceARNList: [table.id],
      Tags: { DataClassification: 'PHI' },
    });
    expect(await state()).toMatchObject({
      Tags: expect.arrayContaining([{ Key: 'DataClassification', Value: 'PHI' }]),
    });
    expect(await put({ Team: 'care' })).toEqual(['UntagResources']);
    expect(await state()).toEqual(start);
    expect(await put({ Team: 'care' })).toEqual([]);
  });

  test('which calls a change of tags takes; those of AWS are left alone', () => {
    const { calls } = writingOf('aws.data.store', 'tags');
    expect(calls({ before: {}, after: { a: '1' } })).toEqual(['TagResources']);
    expect(calls({ before: { a: '1' }, after: { a: '2' } })).toEqual(['TagResources']);
    expect(calls({ before: { a: '1' }, after: {} })).toEqual(['UntagResources']);
    expect(calls({ before: { a: '1' }, after: { b: '1' } })).toEqual(['TagResources', 'UntagResources']);
    expect(calls({ before: { 'aws:x': '1' }, after: {} })).toEqual([]);
  });

  test('a tag that the service refused is no success', async () => {
    const refused = {
      FailedResourcesMap: { [table.id]: { StatusCode: 400, ErrorCode: 'InvalidParameterException' } },
    };
    const put = () => kit.put('aws.data.store', 'tags', table, { DataClassification: 'PHI' });
    await expect(recordedWhile('TagResources', refused, put)).rejects.toThrow(/InvalidParameterException/);
  });
});
