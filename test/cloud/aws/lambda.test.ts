import { describe, expect, test } from 'vitest';
import { aws } from '../../../src/cloud/aws/catalog.ts';
import { functionSubject } from '../../../src/cloud/aws/lambda/function-subject.ts';
import { asPermission } from '../../../src/cloud/aws/lambda/permission.ts';
import { secretVariables } from '../../../src/cloud/aws/lambda/secret-variables.ts';
import { type Collected, known, unknown } from '../../../src/domain/collected.ts';
import { NotKnown } from '../../../src/domain/errors.ts';

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:answers';
const told = { FunctionArn: arn, FunctionName: 'answers' };

describe('variables that look like secrets', () => {
  test.each([
    ['DB_PASSWORD', 'correct horse battery'],
    ['dbPassword', 'correct horse battery'],
    ['db-password', 'correct horse battery'],
    ['STRIPE_API_KEY', 'abcdef0123456789'],
    ['JWT_SECRET', 'abcdef0123456789'],
    ['AUTH_TOKEN_2', 'abcdef0123456789'],
    ['PLAIN', `AKIA${'ABCD'.repeat(4)}`],
    ['PLAIN', '-----BEGIN RSA PRIVATE KEY-----\nmade up'],
    ['DATABASE_URL', 'postgres://clinic:made-up@db.example:5432/records'],
    ['BEARER', `eyJhbGciOiJI.eyJzdWIiOiIx.${'x'.repeat(20)}`],
  ])('%s does', (name, value) => {
    expect(secretVariables({ [name]: value })).toEqual([name]);
  });

  test.each([
    ['DB_PASSWORD', 'arn:aws:secretsmanager:us-east-1:123456789012:secret:db'],
    ['DB_PASSWORD', '/clinic/prod/db-password'],
    ['DB_PASSWORD', 'prod/db/password'],
    ['DB_PASSWORD', '{{resolve:secretsmanager:db}}'],
    ['DB_PASSWORD', ''],
    ['USE_TOKEN', 'true'],
    ['MAX_TOKENS', '4096'],
    ['PASSWORD_MIN_LENGTH', '12'],
    ['SECRET_NAME', 'clinic-database'],
    ['TOKEN_URL', 'https://login.example/token'],
    ['DATABASE_URL', 'postgres://db.example:5432/records'],
    ['DATABASE_URL', 'postgres://clinic:<password>@db.example/records'],
    ['KEYBOARD', 'a long layout of keys'],
    ['STAGE', 'production'],
  ])('%s with %s does not', (name, value) => {
    expect(secretVariables({ [name]: value })).toEqual([]);
  });
});

describe('what the listing tells', () => {
  test('no value of a variable stays', () => {
    const subject = functionSubject(
      { ...told, Environment: { Variables: { DB_PASSWORD: 'correct horse', STAGE: 'production' } } },
      'us-east-1',
    );
    expect(JSON.stringify(subject)).not.toMatch(/correct horse|production/);
    expect(subject.environment).toEqual({ read: true, secrets: ['DB_PASSWORD'] });
  });

  test('variables that Lambda could not decrypt are unknown, not none', () => {
    const Environment = { Error: { ErrorCode: 'AccessDeniedException', Message: 'no' } };
    const subject = functionSubject({ ...told, Environment }, 'us-east-1');
    const { read } = aws['aws.lambda.function'].facts.secretVariables;
    expect(() => read({} as never, subject, {})).toThrow(/could not decrypt .*AccessDeniedException/);
  });

  test('an empty VPC is none, and a dead-letter queue is told', () => {
    const lost = 'arn:aws:sqs:us-east-1:123456789012:lost';
    const subject = functionSubject(
      { ...told, VpcConfig: { VpcId: '', SubnetIds: [] }, DeadLetterConfig: { TargetArn: lost } },
      'us-east-1',
    );
    expect(subject).toMatchObject({ vpcId: null, deadLetterTarget: lost });
  });
});

describe('a policy that opens web addresses alone', () => {
  const ofUrl = (Condition: object, Action = 'lambda:InvokeFunctionUrl') => ({
    Effect: 'Allow',
    Principal: '*',
    Action,
    Resource: arn,
    Condition,
  });
  const unsigned = ofUrl({ StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } });
  const byUrl = ofUrl({ Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } }, 'lambda:InvokeFunction');
  const signed = ofUrl({ StringEquals: { 'lambda:FunctionUrlAuthType': 'AWS_IAM' } });
  const { openTo } = aws['aws.lambda.function'].facts;
  const reader = { identity: { id: '123456789012', partition: 'aws' } } as never;
  const judged = (urls: Collected<readonly object[]>, ...Statement: readonly object[]) =>
    openTo.read(reader, functionSubject(told, 'us-east-1'), {
      policy: known(JSON.stringify({ Version: '2012-10-17', Statement })),
      urls,
    });
  const at = (alias: string | null, auth: string) => known([{ alias, auth }]);

  test.each([
    ['there is none', known([]), false],
    ['it asks for a signature', at(null, 'AWS_IAM'), false],
    ['only that of an alias is open', at('live', 'NONE'), false],
    ['it is open', at(null, 'NONE'), true],
  ])('where %s', (_, urls, open) => {
    const answer = judged(urls, unsigned, byUrl);
    if (open) expect(answer).toMatch(/to everyone/);
    else expect(answer).toBeNull();
  });

  test('another statement opens it all the same, whatever is known of the addresses', () => {
    const unread = unknown('denied', 'access was denied');
    expect(judged(unread, byUrl, { ...signed, Sid: 'Signed' })).toMatch(/^statement Signed allows/);
    expect(judged(unread)).toBeNull();
    expect(() => judged(unread, unsigned, byUrl)).toThrow(NotKnown);
  });
});

describe('the call that writes a statement', () => {
  const statement = {
    Sid: 'one',
    Effect: 'Allow',
    Principal: { Service: 's3.amazonaws.com' },
    Action: 'lambda:InvokeFunction',
    Resource: arn,
  };
  const permission = { StatementId: 'one', Action: 'lambda:InvokeFunction', Principal: 's3.amazonaws.com' };

  test.each([
    [{}, {}],
    [{ Principal: '*' }, { Principal: '*' }],
    [
      { Principal: { AWS: 'arn:aws:iam::444455556666:root' } },
      { Principal: 'arn:aws:iam::444455556666:root' },
    ],
    [
      {
        Condition: {
          ArnLike: { 'AWS:SourceArn': 'arn:aws:s3:::records' },
          StringEquals: { 'AWS:SourceAccount': '1' },
        },
      },
      { SourceArn: 'arn:aws:s3:::records', SourceAccount: '1' },
    ],
    [
      { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } } },
      { PrincipalOrgID: 'o-1234567890' },
    ],
    [
      { Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } } },
      { FunctionUrlAuthType: 'NONE' },
    ],
    [{ Condition: { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } } }, { InvokedViaFunctionUrl: true }],
  ])('%j', (more, input) => {
    expect(asPermission({ ...statement, ...more }, arn)).toEqual({ ...permission, ...input });
  });

  test.each([
    [{ Effect: 'Deny' }],
    [{ Resource: `${arn}:live` }],
    [{ Action: ['lambda:InvokeFunction'] }],
    [{ Principal: { AWS: ['1', '2'] } }],
    [{ NotPrincipal: '*' }],
    [{ Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.1' } } }],
    [{ Condition: { StringEquals: { 'AWS:SourceAccount': ['1', '2'] } } }],
  ])('cannot be told of %j', (more) => {
    expect(asPermission({ ...statement, ...more }, arn)).toBeNull();
  });
});
