import { expect, test } from 'vitest';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { writeKit } from './write-kit.ts';

const json = { 'content-type': 'application/json' };
const policy = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: 'arn:aws:execute-api:us-east-1:123456789012:abc/*',
    },
  ],
};
const office = { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } };
const methods = { GET: { httpMethod: 'GET', authorizationType: 'NONE', apiKeyRequired: true } };

describeWithMoto('what API Gateway tells, on recorded answers', (moto) => {
  const kit = writeKit(moto);
  const told = (operation: string, body: (key: string) => object) =>
    kit.proxy().rule({ operation, fault: answer(200, json, ({ key }) => JSON.stringify(body(key))) });

  const openApi = async (text: string, type = 'REGIONAL') => {
    const api = { id: 'abc', name: 'records', endpointConfiguration: { types: [type] }, policy: text };
    told('GetRestApis', () => ({ item: [api] }));
    told('GetResources', () => ({ item: [{ id: 'r', path: '/', resourceMethods: methods }] }));
    return kit.only('aws.apigateway.restApi', 'us-east-1');
  };
  /** As API Gateway tells a policy: its quotes escaped once more. */
  const escaped = (document: object) => JSON.stringify(JSON.stringify(document)).slice(1, -1);

  test('a policy with escaped quotes is understood', async () => {
    const [statement] = policy.Statement;
    const fenced = { ...policy, Statement: [{ ...statement, Condition: office }] };
    const api = await openApi(escaped(fenced));
    expect(await kit.read('aws.apigateway.restApi', 'policyKeepsOut', api)).toBe(true);
  });

  test('a policy that lets everybody in keeps nobody out', async () => {
    const api = await openApi(escaped(policy));
    expect(await kit.read('aws.apigateway.restApi', 'openMethods', api)).toEqual(['GET /']);
    expect(await kit.read('aws.apigateway.restApi', 'policyKeepsOut', api)).toBe(false);
  });

  test('a policy in the short form of its resources lets everybody in too', async () => {
    const [statement] = policy.Statement;
    const short = { ...policy, Statement: [{ ...statement, Resource: 'execute-api:/*' }] };
    const api = await openApi(escaped(short));
    expect(await kit.read('aws.apigateway.restApi', 'policyKeepsOut', api)).toBe(false);
  });

  test.each([
    ['none', null, true],
    ['everybody', {}, false],
    ['a VPC endpoint', { Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-0123456789abcdef0' } } }, true],
    [
      'whatever is a private address',
      { Condition: { IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/8' } } },
      false,
    ],
  ])('a private API with a policy for %s', async (_, more, keepsOut) => {
    const [statement] = policy.Statement;
    const text = more ? escaped({ ...policy, Statement: [{ ...statement, ...more }] }) : '';
    const api = await openApi(text, 'PRIVATE');
    expect(await kit.read('aws.apigateway.restApi', 'policyKeepsOut', api)).toBe(keepsOut);
  });

  test.each([
    [
      'with one that asks',
      [{ routeKey: '$connect', authorizationType: 'AWS_IAM' }, { routeKey: 'send' }],
      [],
    ],
    ['without', [{ routeKey: 'send' }], ['$connect']],
    ['of nothing', [], []],
  ])('a WebSocket API %s $connect', async (_, items, open) => {
    told('GetApis', () => ({ items: [{ apiId: 'a', name: 'a', protocolType: 'WEBSOCKET' }] }));
    told('GetRoutes', () => ({ items }));
    const api = await kit.only('aws.apigateway.v2Api', 'us-east-1');
    expect(await kit.read('aws.apigateway.v2Api', 'openRoutes', api)).toEqual(open);
  });

  test('a policy that nobody understands is unknown', async () => {
    const api = await openApi('{\\"Version');
    expect(await kit.ask('aws.apigateway.restApi', 'policyKeepsOut', api)).toMatchObject({
      reason: 'unsupported',
    });
  });

  test('every page of HTTP APIs is read', async () => {
    const api = (apiId: string) => ({ apiId, name: apiId, protocolType: 'HTTP' });
    told('GetApis', (key) =>
      key.includes('nextToken=two') ? { items: [api('b')] } : { items: [api('a')], nextToken: 'two' },
    );
    const found = await kit.subjects('aws.apigateway.v2Api', 'us-east-1');
    expect(found.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  test('a method whose backend is not told may be a web server', async () => {
    const api = await openApi('');
    told('GetStages', () => ({ item: [{ stageName: 'prod', deploymentId: 'd' }] }));
    const stage = await kit.only('aws.apigateway.stage', 'us-east-1');
    expect(await kit.read('aws.apigateway.stage', 'backends', stage)).toEqual(['unknown']);
    expect(await kit.read('aws.apigateway.stage', 'logLevels', stage)).toEqual({ '*/*': 'OFF' });
    expect(api.id).toBe('arn:aws:apigateway:us-east-1::/restapis/abc');
  });
});
