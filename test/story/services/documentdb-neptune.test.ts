import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const cluster = (name: string, engine: string, encrypted: boolean, more = '') =>
  `<DBCluster><DBClusterIdentifier>${name}</DBClusterIdentifier><DBClusterArn>arn:aws:rds:us-east-1:${testAccountId}:cluster:${name}</DBClusterArn><Engine>${engine}</Engine><EngineVersion>5.0.0</EngineVersion><Status>available</Status><MultiAZ>false</MultiAZ><StorageEncrypted>${encrypted}</StorageEncrypted><DBClusterMembers/><DBClusterParameterGroup>default</DBClusterParameterGroup>${more}</DBCluster>`;

const page = (clusters: readonly string[], marker = '') =>
  `<DescribeDBClustersResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><DescribeDBClustersResult><DBClusters>${clusters.join('')}</DBClusters>${marker && `<Marker>${marker}</Marker>`}</DescribeDBClustersResult><ResponseMetadata><RequestId>00000000-0000-4000-8000-000000000000</RequestId></ResponseMetadata></DescribeDBClustersResponse>`;

tellService({
  title: 'every check of DocumentDB and Neptune, which RDS lists with its own',
  checks: ['aws/documentdb/', 'aws/neptune/'],
  async seed() {},
  recorded(proxy) {
    // moto knows no DocumentDB.
    proxy.rule({
      operation: 'DescribeDBClusters',
      fault: answer(200, { 'content-type': 'text/xml' }, ({ key }) =>
        key.includes('Marker=more')
          ? page([
              cluster('graph', 'neptune', true),
              cluster('plain-graph', 'neptune', false),
              cluster('aurora', 'aurora-mysql', false),
            ])
          : page(
              [
                cluster('documents', 'docdb', true),
                cluster('plain-documents', 'docdb', false),
                cluster(
                  'owned-documents',
                  'docdb',
                  false,
                  '<StorageEncryptionType>sse-rds</StorageEncryptionType>',
                ),
              ],
              'more',
            ),
      ),
    });
  },
  expects: {
    'aws/documentdb/encryption': { pass: ['documents', 'owned-documents'], fail: ['plain-documents'] },
    'aws/neptune/encryption': { pass: ['graph'], fail: ['plain-graph'] },
  },
});
