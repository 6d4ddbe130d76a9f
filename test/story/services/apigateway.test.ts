import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const json = { 'content-type': 'application/json' };
const ids: Record<string, string> = {};

/** As API Gateway documents a stage: moto knows neither the web firewall nor client certificates. */
const stage = (stageName: string, more: object) => ({
  stageName,
  deploymentId: 'd1',
  cacheClusterEnabled: false,
  cacheClusterStatus: 'NOT_AVAILABLE',
  methodSettings: {},
  tracingEnabled: false,
  createdDate: 1760000000,
  lastUpdatedDate: 1760000000,
  ...more,
});
const settings = (loggingLevel: string, more: object = {}) => ({
  metricsEnabled: false,
  loggingLevel,
  dataTraceEnabled: false,
  throttlingBurstLimit: 5000,
  throttlingRateLimit: 10000,
  cachingEnabled: false,
  cacheTtlInSeconds: 300,
  cacheDataEncrypted: false,
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
  ...more,
});
const cached = { cachingEnabled: true };
const stages: Readonly<Record<string, readonly object[]>> = {
  records: [
    stage('prod', {
      tracingEnabled: true,
      clientCertificateId: 'c1',
      webAclArn: 'arn:aws:wafv2:us-east-1:123456789012:regional/webacl/clinic/one',
      cacheClusterEnabled: true,
      methodSettings: { '*/*': settings('ERROR', { ...cached, cacheDataEncrypted: true }) },
    }),
    stage('test', { cacheClusterEnabled: true, methodSettings: { '*/*': settings('OFF', cached) } }),
  ],
  functions: [stage('prod', { methodSettings: { '*/*': settings('INFO'), '~1a/GET': settings('OFF') } })],
  inside: [],
  fenced: [],
};

tellService({
  title: 'every check of API Gateway, on moto',
  checks: ['aws/apigateway/'],
  async seed(sdk) {
    const gateway = await sdk('apiGateway');
    const make = async (
      name: string,
      authorizationType: string,
      type: 'HTTP' | 'MOCK',
      more: object = {},
    ) => {
      const { id: restApiId = '', rootResourceId: resourceId = '' } = await gateway.createRestApi({
        name,
        ...more,
      });
      ids[name] = restApiId;
      for (const [httpMethod, asks] of [
        ['GET', authorizationType],
        ['OPTIONS', 'NONE'],
      ] as const) {
        const method = { restApiId, resourceId, httpMethod };
        await gateway.putMethod({ ...method, authorizationType: asks });
        const http = { integrationHttpMethod: 'GET', uri: 'https://backend.example/' };
        await gateway.putIntegration({ ...method, type, ...(type === 'HTTP' && http) });
      }
    };
    await make('records', 'AWS_IAM', 'HTTP');
    await make('functions', 'NONE', 'MOCK');
    await make('inside', 'NONE', 'MOCK', { endpointConfiguration: { types: ['PRIVATE'] } });
    const office = {
      Effect: 'Allow',
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: 'arn:aws:execute-api:us-east-1:123456789012:*/*',
      Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
    };
    await make('fenced', 'NONE', 'MOCK', {
      policy: JSON.stringify({ Version: '2012-10-17', Statement: [office] }),
    });

    const v2 = await sdk('apiGatewayV2');
    const { ApiId: http } = await v2.createApi({ Name: 'http', ProtocolType: 'HTTP' });
    await v2.createRoute({ ApiId: http, RouteKey: 'GET /open', AuthorizationType: 'NONE' });
    await v2.createRoute({ ApiId: http, RouteKey: 'GET /shut', AuthorizationType: 'AWS_IAM' });
    await v2.createStage({ ApiId: http, StageName: 'silent' });
    const DestinationArn = 'arn:aws:logs:us-east-1:123456789012:log-group:api';
    await v2.createStage({ ApiId: http, StageName: 'told', AccessLogSettings: { DestinationArn } });
    const { ApiId: socket } = await v2.createApi({
      Name: 'socket',
      ProtocolType: 'WEBSOCKET',
      RouteSelectionExpression: '$request.body.action',
    });
    await v2.createRoute({ ApiId: socket, RouteKey: '$connect', AuthorizationType: 'AWS_IAM' });
    await v2.createRoute({ ApiId: socket, RouteKey: 'send', AuthorizationType: 'NONE' });
    await v2.createStage({ ApiId: socket, StageName: 'silent' });
    await v2.createStage({
      ApiId: socket,
      StageName: 'told',
      DefaultRouteSettings: { LoggingLevel: 'ERROR' },
    });
  },
  recorded(proxy) {
    proxy.rule({
      match: ({ service, operation, path }) =>
        service === 'apigateway' && operation === 'GetStages' && path.startsWith('/restapis/'),
      fault: answer(200, json, ({ key }) => {
        const name = Object.keys(ids).find((one) => key.includes(`/restapis/${ids[one]}/`)) ?? '';
        return JSON.stringify({ item: stages[name] });
      }),
    });
  },
  expects: {
    'aws/apigateway/api-authorizer': {
      pass: ['records', 'fenced'],
      fail: ['functions'],
      notApplicable: ['inside'],
    },
    'aws/apigateway/stage-cache-encryption': {
      pass: ['records/prod'],
      fail: ['records/test'],
      notApplicable: ['functions/prod'],
    },
    'aws/apigateway/stage-client-certificate': {
      pass: ['records/prod'],
      fail: ['records/test'],
      notApplicable: ['functions/prod'],
    },
    'aws/apigateway/stage-execution-logging': {
      pass: ['records/prod'],
      fail: ['records/test', 'functions/prod'],
    },
    'aws/apigateway/stage-waf': { pass: ['records/prod'], fail: ['records/test', 'functions/prod'] },
    'aws/apigateway/stage-xray-tracing': { pass: ['records/prod'], fail: ['records/test', 'functions/prod'] },
    'aws/apigateway/v2-api-authorizer': { pass: ['socket'], fail: ['http'] },
    'aws/apigateway/v2-stage-logging': {
      pass: ['http/told', 'socket/told'],
      fail: ['http/silent', 'socket/silent'],
    },
  },
});
