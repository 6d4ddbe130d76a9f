import type { Sdk } from '../../kit/aws/sdk.ts';
import { tellService } from './kit.ts';

const group = 'arn:aws:logs:us-east-1:123456789012:log-group:search';
const shipped = { Enabled: true, CloudWatchLogsLogGroupArn: group };

const domain = async (sdk: Sdk, DomainName: string, rest: object = {}) =>
  (await sdk('openSearch')).createDomain({ DomainName, EngineVersion: 'OpenSearch_2.11', ...rest });

tellService({
  title: 'every check of OpenSearch, on moto',
  checks: ['aws/opensearch/'],
  async seed(sdk) {
    await domain(sdk, 'sound', {
      VPCOptions: { VPCId: 'vpc-1', SubnetIds: ['subnet-1'] },
      EncryptionAtRestOptions: { Enabled: true },
      NodeToNodeEncryptionOptions: { Enabled: true },
      DomainEndpointOptions: { EnforceHTTPS: true, TLSSecurityPolicy: 'Policy-Min-TLS-1-2-PFS-2023-10' },
      AdvancedSecurityOptions: { Enabled: true, InternalUserDatabaseEnabled: true },
      LogPublishingOptions: { ES_APPLICATION_LOGS: shipped, AUDIT_LOGS: shipped },
    });
    await domain(sdk, 'bare');
    // So many that DescribeDomains must be asked twice.
    for (const name of ['more-a', 'more-b', 'more-c', 'more-d'])
      await domain(sdk, name, {
        DomainEndpointOptions: { EnforceHTTPS: true, TLSSecurityPolicy: 'Policy-Min-TLS-1-0-2019-07' },
        LogPublishingOptions: { ES_APPLICATION_LOGS: shipped },
      });
  },
  get expects() {
    const others = ['bare', 'more-a', 'more-b', 'more-c', 'more-d'];
    return {
      'aws/opensearch/encryption-at-rest': { pass: ['sound'], fail: others },
      'aws/opensearch/https-required': { pass: ['sound'], fail: others },
      'aws/opensearch/in-vpc': { pass: ['sound'], fail: others },
      'aws/opensearch/logs': { pass: ['sound'], fail: others },
      'aws/opensearch/node-to-node-encryption': { pass: ['sound'], fail: others },
    };
  },
});
