import { CreateRoleCommand } from '@aws-sdk/client-iam';
import { testAccountId } from '../../../kit/aws/environment.ts';
import { type Aws, told } from '../account.ts';
import type { Chapter, Row } from '../row.ts';

const FunctionName = 'answers';
const functionArn = `arn:aws:lambda:us-east-1:${testAccountId}:function:${FunctionName}`;
/** The smallest archive that there is: an empty one. */
const ZipFile = Buffer.concat([Buffer.from('504b0506', 'hex'), Buffer.alloc(18)]);
const trusts = { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' };

async function makeFunction({ iam, sdk }: Aws): Promise<string> {
  const { Role } = await iam.send(
    new CreateRoleCommand({
      RoleName: 'runs',
      AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [trusts] }),
    }),
  );
  const lambda = await sdk('lambda');
  const made = { FunctionName, Runtime: 'nodejs22.x', Handler: 'index.handler', Code: { ZipFile } } as const;
  await lambda.createFunction({ ...made, Role: Role?.Arn });
  return functionArn;
}

const permit = async ({ sdk }: Aws, StatementId: string, more: object) =>
  (await sdk('lambda')).addPermission({
    FunctionName,
    StatementId,
    Action: 'lambda:InvokeFunction',
    Principal: '*',
    ...more,
  });
const fromBucket = { Principal: 's3.amazonaws.com', SourceArn: 'arn:aws:s3:::records' };
const anyone = {
  Action: 'lambda:InvokeFunction',
  Principal: '*',
  Effect: 'Allow',
  Resource: functionArn,
  Sid: 'anyone',
};

/** All but the revision, which counts changes. */
const functionState = async ({ sdk }: Aws) => {
  const lambda = await sdk('lambda');
  const policy = await told(lambda.getPolicy({ FunctionName }));
  return {
    policy: typeof policy === 'object' ? (policy as { readonly Policy?: string }).Policy : policy,
    concurrency: await told(lambda.getFunctionConcurrency({ FunctionName })),
  };
};

const lambda: readonly Row[] = [
  {
    remedy: 'aws/lambda/policy-without-strangers',
    check: 'aws/lambda/public-policy',
    seed: async (aws) => {
      await makeFunction(aws);
      await permit(aws, 'bucket', fromBucket);
      await permit(aws, 'anyone', {});
      return functionArn;
    },
    change: [`Statement[1]: ${JSON.stringify(anyone)} → absent`],
    calls: ['RemovePermission'],
    undo: ['AddPermission'],
    state: functionState,
    meddle: (aws) => permit(aws, 'topic', { Principal: 'sns.amazonaws.com' }),
  },
  {
    remedy: 'aws/lambda/reserved-concurrency',
    check: 'aws/lambda/concurrency-limit',
    seed: makeFunction,
    change: ['null → 20'],
    calls: ['PutFunctionConcurrency'],
    undo: ['DeleteFunctionConcurrency'],
    state: functionState,
    meddle: async ({ sdk }) =>
      (await sdk('lambda')).putFunctionConcurrency({ FunctionName, ReservedConcurrentExecutions: 3 }),
  },
];

type Patches = readonly { readonly path: string; readonly value: string }[];

const update = async ({ sdk }: Aws, arn: string, patches: Patches) => {
  const [, , restApiId, , stageName] = arn.split(':').at(-1)?.split('/') ?? [];
  const patchOperations = patches.map((patch) => ({ op: 'replace' as const, ...patch }));
  return (await sdk('apiGateway')).updateStage({ restApiId, stageName, patchOperations });
};

const stage =
  (...patches: Patches) =>
  async (aws: Aws): Promise<string> => {
    const gateway = await aws.sdk('apiGateway');
    const { id: restApiId, rootResourceId: resourceId } = await gateway.createRestApi({ name: 'records' });
    const method = { restApiId, resourceId, httpMethod: 'GET' };
    await gateway.putMethod({ ...method, authorizationType: 'AWS_IAM' });
    await gateway.putIntegration({ ...method, type: 'MOCK' });
    await gateway.createDeployment({ restApiId, stageName: 'prod' });
    const arn = `arn:aws:apigateway:us-east-1::/restapis/${restApiId}/stages/prod`;
    await update(aws, arn, [{ path: '/tracingEnabled', value: 'false' }, ...patches]);
    return arn;
  };

const stageState = async ({ sdk }: Aws, arn: string) => {
  const [, , restApiId, , stageName] = arn.split(':').at(-1)?.split('/') ?? [];
  return told((await sdk('apiGateway')).getStage({ restApiId, stageName }));
};

const cached: Patches = [
  { path: '/cacheClusterEnabled', value: 'true' },
  { path: '/*/*/caching/enabled', value: 'true' },
  { path: '/*/*/caching/dataEncrypted', value: 'false' },
];
const silent: Patches = [{ path: '/*/*/logging/loglevel', value: 'OFF' }];
const written = { calls: ['UpdateStage'], undo: ['UpdateStage'], state: stageState };

const apiGateway: readonly Row[] = [
  {
    ...written,
    remedy: 'aws/apigateway/stage-tracing',
    check: 'aws/apigateway/stage-xray-tracing',
    seed: stage(),
    change: ['false → true'],
    meddle: (aws, arn) => update(aws, arn, [{ path: '/tracingEnabled', value: 'true' }]),
  },
  {
    ...written,
    remedy: 'aws/apigateway/stage-cache-encryption',
    check: 'aws/apigateway/stage-cache-encryption',
    seed: stage(...cached),
    change: ['*/*: false → true'],
    meddle: (aws, arn) => update(aws, arn, [{ path: '/*/*/caching/dataEncrypted', value: 'true' }]),
  },
  {
    ...written,
    remedy: 'aws/apigateway/stage-execution-logging',
    check: 'aws/apigateway/stage-execution-logging',
    seed: stage(...silent),
    change: ['*/*: "OFF" → "ERROR"'],
    meddle: (aws, arn) => update(aws, arn, [{ path: '/*/*/logging/loglevel', value: 'INFO' }]),
  },
];

/** Code without servers, and the doors to it. */
export const serverless: Chapter = {
  title: 'remedies of Lambda and API Gateway, on moto',
  remedies: { 'aws/lambda/reserved-concurrency': { mostAtOnce: 20 } },
  rows: [...lambda, ...apiGateway],
};
