import { expect, test } from 'vitest';
import { sdkOperation } from '../kit/aws/wire-sdk.ts';

test.each([
  ['lambda', 'GET', '/2015-03-31/functions/', 'ListFunctions'],
  ['lambda', 'GET', '/2015-03-31/functions/abc/policy', 'GetPolicy'],
  ['apigateway', 'GET', '/restapis/x/stages', 'GetStages'],
  ['apigateway', 'PATCH', '/restapis/x/stages/prod', 'UpdateStage'],
  ['apigateway', 'GET', '/v2/apis', 'GetApis'],
  ['es', 'GET', '/2021-01-01/domain', 'ListDomainNames'],
  ['elasticfilesystem', 'GET', '/2015-02-01/file-systems', 'DescribeFileSystems'],
  ['guardduty', 'GET', '/detector', 'ListDetectors'],
  ['route53', 'GET', '/2013-04-01/hostedzone', 'ListHostedZones'],
  ['backup', 'GET', '/backup-vaults', 'ListBackupVaults'],
  ['artifact', 'GET', '/v1/customer-agreement/list', 'ListCustomerAgreements'],
  ['lambda', 'GET', '/nowhere', null],
])('%s %s %s is %s', (service, method, path, operation) => {
  expect(sdkOperation(service, method, path, new URLSearchParams())).toBe(operation);
});
