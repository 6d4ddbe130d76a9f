import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { sdkOf } from '../../kit/aws/sdk.ts';
import { writeKit } from './write-kit.ts';

const id = `arn:aws:dynamodb:us-east-1:${testAccountId}:table/records`;
const table = { id, name: 'records', region: 'us-east-1' };

describeWithMoto('what a change of a table considers, on moto', (moto) => {
  const kit = writeKit(moto);
  let sdk: ReturnType<typeof sdkOf>;
  beforeAll(() => {
    sdk = sdkOf(moto.endpoint);
  });
  afterAll(() => sdk.destroy());
  beforeEach(async () => {
    await (await sdk('dynamoDb')).createTable({
      TableName: 'records',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
    });
  });

  test("the table's own policy, and none", async () => {
    expect(await kit.read('aws.dynamodb.table', 'resourcePolicy', table)).toBe(null);
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [] });
    await (await sdk('dynamoDb')).putResourcePolicy({ ResourceArn: id, Policy });
    expect(await kit.read('aws.dynamodb.table', 'resourcePolicy', table)).toBe(Policy);
  });

  test('a policy that cannot be read is not none', async () => {
    kit.proxy().rule({
      operation: 'GetResourcePolicy',
      fault: { status: 400, code: 'AccessDeniedException' },
    });
    expect(await kit.ask('aws.dynamodb.table', 'resourcePolicy', table)).toMatchObject({ known: false });
  });

  test('the regions that hold a copy, and none', async () => {
    expect(await kit.read('aws.dynamodb.table', 'description', table)).toMatchObject({ replicas: [] });
    const Table = { TableStatus: 'ACTIVE', Replicas: [{ RegionName: 'eu-west-1' }] };
    kit.proxy().rule({
      operation: 'DescribeTable',
      fault: answer(200, { 'content-type': 'application/x-amz-json-1.0' }, JSON.stringify({ Table })),
    });
    expect(await kit.read('aws.dynamodb.table', 'description', table)).toMatchObject({
      replicas: ['eu-west-1'],
    });
  });
});
