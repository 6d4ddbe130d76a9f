import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { carriesCredential, keysAmong } from '../../../src/cloud/aws/codebuild/secrets.ts';
import type { Subject } from '../../../src/domain/catalog.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { awsEnv, testAccountId } from '../../kit/aws/environment.ts';
import { type AwsProxy, answer, deny, startProxy } from '../../kit/aws/proxy.ts';
import { type Sdk, sdkOf } from '../../kit/aws/sdk.ts';
import { learn, openAccount } from './s3-kit.ts';

const aws11 = { 'content-type': 'application/x-amz-json-1.1' };
const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:${testAccountId}:${rest}`;

test.each([
  ['https://github.com/clinic/portal.git', false],
  ['https://clinic@bitbucket.org/clinic/portal.git', false],
  ['https://git-codecommit.us-east-1.amazonaws.com/v1/repos/portal', false],
  ['https://github.com/clinic/a@b.git', false],
  ['sources/portal@2.zip', false],
  [undefined, false],
  ['https://clinic:made-up@bitbucket.org/clinic/portal.git', true],
  [`https://ghp_${'x'.repeat(36)}@github.com/clinic/portal.git`, true],
  [`https://${'0a'.repeat(20)}@github.com/clinic/portal.git`, true],
  ['https://x-token-auth:made-up@bitbucket.org/clinic/portal.git', true],
])('whether the address %s carries a credential: %s', (location, carries) => {
  expect(carriesCredential({ type: 'GITHUB', ...(location && { location }) })).toBe(carries);
});

test('which plain variables hold AWS keys', () => {
  const id = `AKIA${'EXAMPLE1'.repeat(2)}`;
  expect(
    keysAmong([
      { name: 'AWS_ACCESS_KEY_ID', value: 'x', type: 'PLAINTEXT' },
      { name: 'aws_secret_access_key', value: 'x' },
      { name: 'UPLOADER', value: id, type: 'PLAINTEXT' },
      { name: 'NOTE', value: `not ${id}`, type: 'PLAINTEXT' },
      { name: 'AWS_ACCESS_KEY_ID', value: '', type: 'PLAINTEXT' },
      { name: 'AWS_SECRET_ACCESS_KEY', value: 'build/secret', type: 'SECRETS_MANAGER' },
    ]),
  ).toEqual(['AWS_ACCESS_KEY_ID', 'aws_secret_access_key', 'UPLOADER']);
});

describeWithMoto('what is read of platforms and data stores', (moto) => {
  let proxy: AwsProxy;
  let sdk: Sdk;
  beforeAll(async () => {
    proxy = await startProxy({ upstream: moto.endpoint });
    sdk = sdkOf(moto.endpoint);
    for (const [name, value] of Object.entries(awsEnv(proxy.endpoint))) vi.stubEnv(name, value);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    sdk.destroy();
    await proxy.stop();
  });
  beforeEach(() => proxy.reset());

  async function read(kind: Parameters<typeof learn>[1], fact: string, subject: Subject) {
    const session = await openAccount();
    try {
      return await learn(session, kind, fact, subject);
    } finally {
      await session.close();
    }
  }

  test.each([
    ['an authenticator app alone', {}, { textMessages: false, more: false }],
    [
      'text messages by a role',
      { SmsMfaConfiguration: { SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::1:role/texts' } } },
      { textMessages: true, more: false },
    ],
    [
      'the text of messages, which a write would take away',
      { SmsMfaConfiguration: { SmsAuthenticationMessage: 'Your code: {####}' } },
      { textMessages: false, more: true },
    ],
  ])('a user pool whose second factor is %s', async (_name, told, expected) => {
    const body = { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true }, ...told };
    const fault = answer(200, aws11, JSON.stringify(body));
    proxy.rule({ operation: 'GetUserPoolMfaConfig', fault });
    const pool = { id: arn('cognito-idp', 'userpool/us-east-1_one'), region: 'us-east-1' };
    expect(await read('aws.cognito.userPool', 'mfa', pool)).toMatchObject({ known: true, value: expected });
  });

  test('a build project without variables has none, and does not hide the others', async () => {
    const says = (operation: string, body: object) =>
      proxy.rule({ operation, fault: answer(200, aws11, JSON.stringify(body)) });
    says('ListProjects', { projects: ['bare'] });
    const bare = { name: 'bare', arn: arn('codebuild', 'project/bare'), source: { type: 'NO_SOURCE' } };
    const environment = { type: 'LINUX_LAMBDA_CONTAINER', image: 'x', computeType: 'BUILD_LAMBDA_1GB' };
    says('BatchGetProjects', { projects: [{ ...bare, environment }] });
    const session = await openAccount();
    const found: Subject[] = [];
    for await (const one of session.list('aws.codebuild.project', 'us-east-1')) found.push(one);
    await session.close();
    expect(found).toMatchObject([{ name: 'bare', plaintextKeys: [] }]);
  });

  test('the head nodes of a cluster of fleets are asked by fleet', async () => {
    const says = (operation: string, body: object) =>
      proxy.rule({ operation, fault: answer(200, aws11, JSON.stringify(body)) });
    says('DescribeCluster', { Cluster: { Id: 'j-1', InstanceCollectionType: 'INSTANCE_FLEET' } });
    says('ListInstances', { Instances: [{ Id: 'ci-1', Ec2InstanceId: 'i-1', PublicIpAddress: '' }] });
    const id = arn('elasticmapreduce', 'cluster/j-1');
    const told = await read('aws.emr.cluster', 'headNodes', { id, region: 'us-east-1' });
    expect(told).toMatchObject({ known: true, value: [{ id: 'i-1', publicAddress: null }] });
    const { key = '' } = proxy.calls().find(({ operation }) => operation === 'ListInstances') ?? {};
    expect(key).toMatch(/"InstanceFleetType":"MASTER"/);
    expect(key).not.toMatch(/InstanceGroupTypes/);
  });

  test('a public endpoint without ranges is open to everyone', async () => {
    const eks = await sdk('eks');
    await eks.createCluster({
      name: 'portal',
      roleArn: `arn:aws:iam::${testAccountId}:role/cluster`,
      resourcesVpcConfig: { endpointPublicAccess: true, endpointPrivateAccess: false },
    });
    const portal = { id: arn('eks', 'cluster/portal'), name: 'portal', region: 'us-east-1' };
    expect(await read('aws.eks.cluster', 'openTo', portal)).toMatchObject({ value: ['0.0.0.0/0'] });
  });

  /** The names of the data stores, and why the listing broke off. */
  async function stores(): Promise<readonly [names: readonly string[], why: string | null]> {
    const session = await openAccount();
    const names: string[] = [];
    try {
      for await (const { name = '' } of session.list('aws.data.store', 'us-east-1')) names.push(name);
      return [names, null];
    } catch (error) {
      return [names, (error as Error).message];
    } finally {
      await session.close();
    }
  }
  const nothing = () => {
    const none = (operation: string, list: string) =>
      proxy.rule({
        operation,
        fault: answer(200, { 'content-type': 'application/json' }, `{"${list}":[]}`),
      });
    none('ListDatastores', 'datastoreSummaries');
    none('ListSequenceStores', 'sequenceStores');
    none('ListReferenceStores', 'referenceStores');
    none('ListVariantStores', 'variantStores');
    none('ListAnnotationStores', 'annotationStores');
  };
  const visits = async () => {
    await (await sdk('dynamoDb')).createTable({
      TableName: 'visits',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    });
  };

  test('a service that refuses keeps the stores of others from nobody, and is not none', async () => {
    await visits();
    nothing();
    proxy.rule({ operation: 'DescribeDBInstances', fault: deny() });
    proxy.rule({
      operation: 'ListFHIRDatastores',
      fault: answer(200, aws11, '{"DatastorePropertiesList":[]}'),
    });
    const [names, why] = await stores();
    expect(names).toContain('visits');
    expect(why).toMatch(/rds:DescribeDBInstances/);
  });

  test('a service that the region does not have has no stores there', async () => {
    nothing();
    // An empty label is no name anywhere: no resolver is asked.
    vi.stubEnv('AWS_ENDPOINT_URL_HEALTHLAKE', 'http://health..lake');
    expect((await stores())[1]).toBeNull();
  });
});
