import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { Lambda } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Subject } from '../../../src/domain/catalog.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { clientConfig, testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { told, writeKit, writingOf } from './write-kit.ts';

const FunctionName = 'answers';
const arn = `arn:aws:lambda:us-east-1:${testAccountId}:function:${FunctionName}`;
const json = { 'content-type': 'application/json' };
/** The smallest archive that there is: an empty one. */
const ZipFile = Buffer.concat([Buffer.from('504b0506', 'hex'), Buffer.alloc(18)]);

describeWithMoto('what can be set of Lambda, on moto', (moto) => {
  const kit = writeKit(moto);
  let iam: IAMClient;
  let lambda: Lambda;
  beforeAll(() => {
    iam = new IAMClient(clientConfig(moto.endpoint));
    lambda = new Lambda(clientConfig(moto.endpoint));
  });
  afterAll(() => {
    iam.destroy();
    lambda.destroy();
  });

  async function make(): Promise<Subject> {
    const trusts = {
      Effect: 'Allow',
      Principal: { Service: 'lambda.amazonaws.com' },
      Action: 'sts:AssumeRole',
    };
    const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [trusts] });
    const { Role } = await iam.send(new CreateRoleCommand({ RoleName: 'runs', AssumeRolePolicyDocument }));
    await lambda.createFunction({
      FunctionName,
      Role: Role?.Arn,
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Code: { ZipFile },
    });
    return kit.only('aws.lambda.function', 'us-east-1');
  }
  const permit = (StatementId: string, Principal: string, more: object = {}) =>
    lambda.addPermission({
      FunctionName,
      StatementId,
      Action: 'lambda:InvokeFunction',
      Principal,
      ...more,
    });

  test('a permission that comes back comes last, which is the same policy', async () => {
    const fn = await make();
    await permit('anyone', '*');
    await permit('bucket', 's3.amazonaws.com', {
      SourceArn: 'arn:aws:s3:::records',
      SourceAccount: testAccountId,
    });
    const before = await kit.read('aws.lambda.function', 'policy', fn);
    const { Statement, ...rest } = JSON.parse(before);
    const after = JSON.stringify({ ...rest, Statement: Statement.slice(1) });
    const { same } = writingOf('aws.lambda.function', 'policy');

    expect(await kit.put('aws.lambda.function', 'policy', fn, after)).toEqual(['RemovePermission']);
    const between = await kit.read('aws.lambda.function', 'policy', fn);
    expect(same?.(between, after)).toBe(true);
    expect(same?.(between, before)).toBe(false);
    expect(await kit.put('aws.lambda.function', 'policy', fn, before)).toEqual(['AddPermission']);
    const back = await kit.read('aws.lambda.function', 'policy', fn);
    expect(back).not.toBe(before);
    expect(same?.(back, before)).toBe(true);
  });

  test('the last permission is taken and put back', async () => {
    const fn = await make();
    await permit('anyone', '*');
    const before = await kit.read('aws.lambda.function', 'policy', fn);
    expect(await kit.put('aws.lambda.function', 'policy', fn, null)).toEqual(['RemovePermission']);
    expect(await kit.read('aws.lambda.function', 'policy', fn)).toBeNull();
    expect(await kit.put('aws.lambda.function', 'policy', fn, before)).toEqual(['AddPermission']);
    expect(await kit.read('aws.lambda.function', 'policy', fn)).toBe(before);
  });

  test('nothing is changed where a statement cannot be written to the letter', async () => {
    const fn = await make();
    await permit('anyone', '*');
    const strange = {
      Sid: 'strange',
      Effect: 'Allow',
      Principal: '*',
      Action: 'lambda:InvokeFunction',
      Resource: arn,
      Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
    };
    const wanted = JSON.stringify({ Version: '2012-10-17', Statement: [strange] });
    await expect(kit.put('aws.lambda.function', 'policy', fn, wanted)).rejects.toThrow(/no call that writes/);
    expect(await told(lambda.getPolicy({ FunctionName }))).toMatchObject({
      Policy: expect.stringContaining('anyone'),
    });
  });

  test('a bound on concurrency, from none and back', async () => {
    const fn = await make();
    const state = () => told(lambda.getFunctionConcurrency({ FunctionName }));
    await kit.thereAndBack('aws.lambda.function', 'reservedConcurrency', fn, 20, state);
  });

  test('only web addresses that differ are written', async () => {
    const fn = await make();
    await lambda.createFunctionUrlConfig({ FunctionName, AuthType: 'NONE' });
    const url = (FunctionArn: string, AuthType: string) => ({
      FunctionUrl: 'https://made-up.lambda-url.us-east-1.on.aws/',
      FunctionArn,
      AuthType,
      CreationTime: '2026-01-01T00:00:00Z',
      LastModifiedTime: '2026-01-01T00:00:00Z',
    });
    const listed = () =>
      kit.proxy().rule({
        operation: 'ListFunctionUrlConfigs',
        fault: answer(
          200,
          json,
          JSON.stringify({ FunctionUrlConfigs: [url(`${arn}:live`, 'AWS_IAM'), url(arn, 'NONE')] }),
        ),
      });
    listed();
    const before = await kit.read('aws.lambda.function', 'urls', fn);
    expect(before).toEqual([
      { alias: null, auth: 'NONE' },
      { alias: 'live', auth: 'AWS_IAM' },
    ]);
    const after = before.map((told: object) => ({ ...told, auth: 'AWS_IAM' }));
    const { calls } = writingOf('aws.lambda.function', 'urls');
    expect(calls({ before, after })).toEqual(['UpdateFunctionUrlConfig']);
    // The list must be there while it writes.
    const reset = kit.proxy().reset;
    Object.assign(kit.proxy(), {
      reset: () => {
        reset();
        listed();
      },
    });
    expect(await kit.put('aws.lambda.function', 'urls', fn, after)).toEqual(['UpdateFunctionUrlConfig']);
    Object.assign(kit.proxy(), { reset });
    expect(await told(lambda.getFunctionUrlConfig({ FunctionName }))).toMatchObject({ AuthType: 'AWS_IAM' });
  });
});
