import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { clientConfig } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const arn = (name: string) => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;
const json = { 'content-type': 'application/json' };
/** The smallest archive that there is: an empty one. */
const ZipFile = Buffer.concat([Buffer.from('504b0506', 'hex'), Buffer.alloc(18)]);

/** As Lambda documents ListFunctionUrlConfigs, which moto does not know. */
const url = (FunctionArn: string, AuthType: string) => ({
  FunctionUrl: 'https://abcdefghijklmnopqrstuvwxyz012345.lambda-url.us-east-1.on.aws/',
  FunctionArn,
  CreationTime: '2026-01-01T00:00:00.000000000Z',
  LastModifiedTime: '2026-01-01T00:00:00.000000000Z',
  AuthType,
  InvokeMode: 'BUFFERED',
});
const urls: Readonly<Record<string, readonly object[]>> = {
  open: [url(arn('open'), 'NONE'), url(`${arn('open')}:live`, 'AWS_IAM')],
  shut: [url(arn('shut'), 'AWS_IAM')],
};

tellService({
  title: 'every check of Lambda, on moto',
  checks: ['aws/lambda/'],
  async seed(sdk) {
    const iam = new IAMClient(clientConfig(sdk.endpoint));
    const trusts = {
      Effect: 'Allow',
      Principal: { Service: 'lambda.amazonaws.com' },
      Action: 'sts:AssumeRole',
    };
    await iam.send(
      new CreateRoleCommand({
        RoleName: 'runs',
        AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [trusts] }),
      }),
    );
    iam.destroy();
    const lambda = await sdk('lambda');
    const ec2 = await sdk('ec2');
    const { Subnets } = await ec2.describeSubnets({});
    const { SecurityGroups } = await ec2.describeSecurityGroups({});
    const make = (FunctionName: string, more: object = {}) =>
      lambda.createFunction({
        FunctionName,
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Role: 'arn:aws:iam::123456789012:role/runs',
        Code: { ZipFile },
        ...more,
      });
    await make('open', { Environment: { Variables: { DB_PASSWORD: 'hunter2hunter2', STAGE: 'prod' } } });
    await lambda.addPermission({
      FunctionName: 'open',
      StatementId: 'anyone',
      Action: 'lambda:InvokeFunction',
      Principal: '*',
    });
    for (const [Name, Principal] of [
      ['live', '*'],
      ['test', 's3.amazonaws.com'],
    ]) {
      const { Version } = await lambda.publishVersion({ FunctionName: 'open', Description: Name });
      await lambda.createAlias({ FunctionName: 'open', Name, FunctionVersion: Version });
      await lambda.addPermission({
        FunctionName: 'open',
        Qualifier: Name,
        StatementId: 'alias',
        Action: 'lambda:InvokeFunction',
        Principal,
        SourceAccount: Principal === '*' ? undefined : '123456789012',
      });
    }
    await make('shut', {
      Environment: {
        Variables: { DB_PASSWORD_ARN: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:db' },
      },
      VpcConfig: {
        SubnetIds: [Subnets?.[0]?.SubnetId ?? ''],
        SecurityGroupIds: [SecurityGroups?.[0]?.GroupId ?? ''],
      },
    });
    await lambda.addPermission({
      FunctionName: 'shut',
      StatementId: 'bucket',
      Action: 'lambda:InvokeFunction',
      Principal: 's3.amazonaws.com',
      SourceArn: 'arn:aws:s3:::records',
      SourceAccount: '123456789012',
    });
    await lambda.putFunctionConcurrency({ FunctionName: 'shut', ReservedConcurrentExecutions: 5 });
    await make('plain');
    await make('lent');
    // Whoever has a bucket has S3 call it.
    await lambda.addPermission({
      FunctionName: 'lent',
      StatementId: 'bucket',
      Action: 'lambda:InvokeFunction',
      Principal: 's3.amazonaws.com',
    });
    await lambda.putFunctionEventInvokeConfig({
      FunctionName: 'plain',
      DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:us-east-1:123456789012:lost' } },
    });
  },
  recorded(proxy) {
    proxy.rule({
      operation: 'ListFunctionUrlConfigs',
      fault: answer(200, json, ({ key }) => {
        const name = /functions\/([^/]+)\/urls/.exec(key)?.[1] ?? '';
        return JSON.stringify({ FunctionUrlConfigs: urls[name] ?? [] });
      }),
    });
  },
  expects: {
    'aws/lambda/alias-public-policy': { fail: ['open'], notApplicable: ['shut', 'plain', 'lent'] },
    'aws/lambda/concurrency-limit': { pass: ['shut'], fail: ['open', 'plain', 'lent'] },
    'aws/lambda/dead-letter-queue': { pass: ['plain'], fail: ['open', 'shut', 'lent'] },
    'aws/lambda/env-secrets': { pass: ['shut', 'plain', 'lent'], fail: ['open'] },
    'aws/lambda/function-url-public': {
      pass: ['shut'],
      fail: ['open'],
      notApplicable: ['plain', 'lent'],
    },
    'aws/lambda/in-vpc': { pass: ['shut'], fail: ['open', 'plain', 'lent'] },
    'aws/lambda/public-policy': { pass: ['shut', 'plain'], fail: ['open', 'lent'] },
  },
});
