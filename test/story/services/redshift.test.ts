import { answer } from '../../kit/aws/faults.ts';
import type { Sdk } from '../../kit/aws/sdk.ts';
import { tellService } from './kit.ts';

const warehouse = async (sdk: Sdk, ClusterIdentifier: string, rest: object = {}) =>
  (await sdk('redshift')).createCluster({
    ClusterIdentifier,
    NodeType: 'ra3.large',
    MasterUsername: 'keeper',
    MasterUserPassword: 'Made-up-1',
    AllowVersionUpgrade: true,
    ...rest,
  });

/** moto knows no other value of a parameter than the default. */
const requiresSsl = `<DescribeClusterParametersResponse xmlns="http://redshift.amazonaws.com/doc/2012-12-01/">
  <DescribeClusterParametersResult><Parameters>
    <Parameter><ParameterName>datestyle</ParameterName><ParameterValue>ISO, MDY</ParameterValue></Parameter>
    <Parameter><ParameterName>require_ssl</ParameterName><ParameterValue>true</ParameterValue><Source>user</Source></Parameter>
  </Parameters></DescribeClusterParametersResult>
</DescribeClusterParametersResponse>`;

tellService({
  title: 'every check of Redshift, on moto',
  checks: ['aws/redshift/'],
  async seed(sdk) {
    const redshift = await sdk('redshift');
    const { KeyMetadata: own } = await (await sdk('kms')).createKey({});
    for (const ParameterGroupName of ['strict', 'loose'])
      await redshift.createClusterParameterGroup({
        ParameterGroupName,
        ParameterGroupFamily: 'redshift-1.0',
        Description: 'parameters',
      });
    await warehouse(sdk, 'sound', {
      Encrypted: true,
      KmsKeyId: own?.Arn,
      EnhancedVpcRouting: true,
      AutomatedSnapshotRetentionPeriod: 7,
      ClusterParameterGroupName: 'strict',
      PubliclyAccessible: false,
    });
    await redshift.enableLogging({
      ClusterIdentifier: 'sound',
      BucketName: 'logs',
      S3KeyPrefix: 'redshift/',
    });
    await warehouse(sdk, 'open', {
      PubliclyAccessible: true,
      AllowVersionUpgrade: false,
      Encrypted: false,
      EnhancedVpcRouting: false,
      ClusterParameterGroupName: 'loose',
    });
    await warehouse(sdk, 'middling', {
      PubliclyAccessible: false,
      Encrypted: true,
      KmsKeyId: 'alias/aws/redshift',
      EnhancedVpcRouting: false,
      AutomatedSnapshotRetentionPeriod: 6,
      ClusterParameterGroupName: 'loose',
    });
    await redshift.enableLogging({
      ClusterIdentifier: 'middling',
      LogDestinationType: 'cloudwatch',
      LogExports: ['userlog'],
    });
  },
  recorded(proxy) {
    proxy.rule({
      match: ({ operation, key }) => operation === 'DescribeClusterParameters' && key.includes('strict'),
      fault: answer(200, { 'content-type': 'text/xml' }, requiresSsl),
    });
  },
  expects: {
    'aws/redshift/audit-logging': { pass: ['sound'], fail: ['open', 'middling'] },
    'aws/redshift/automated-snapshots': { pass: ['sound'], fail: ['open', 'middling'] },
    'aws/redshift/encryption-at-rest': { pass: ['sound', 'middling'], fail: ['open'] },
    'aws/redshift/enhanced-vpc-routing': { pass: ['sound'], fail: ['open', 'middling'] },
    'aws/redshift/kms-key': { pass: ['sound'], fail: ['open', 'middling'] },
    'aws/redshift/maintenance-settings': { pass: ['sound', 'middling'], fail: ['open'] },
    'aws/redshift/public': { pass: ['sound', 'middling'], fail: ['open'] },
    'aws/redshift/require-tls': { pass: ['sound'], fail: ['open', 'middling'] },
  },
});
