import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const group = (ReplicationGroupId: string) => ({
  ReplicationGroupId,
  ReplicationGroupDescription: ReplicationGroupId,
  Engine: 'redis',
  CacheNodeType: 'cache.t4g.micro',
});

const cluster = (name: string, engine: string, more: string) =>
  `<CacheCluster><CacheClusterId>${name}</CacheClusterId><ARN>arn:aws:elasticache:us-east-1:123456789012:cluster:${name}</ARN><Engine>${engine}</Engine><CacheClusterStatus>available</CacheClusterStatus>${more}</CacheCluster>`;

const serverless = (name: string, engine: string, more: string) =>
  `<member><ServerlessCacheName>${name}</ServerlessCacheName><ARN>arn:aws:elasticache:us-east-1:123456789012:serverlesscache:${name}</ARN><Engine>${engine}</Engine><Status>available</Status>${more}</member>`;

tellService({
  title: 'every check of ElastiCache, on moto',
  checks: ['aws/elasticache/'],
  async seed(sdk) {
    const cache = await sdk('elastiCache');
    await cache.createReplicationGroup({
      ...group('guarded'),
      AtRestEncryptionEnabled: true,
      TransitEncryptionEnabled: true,
      TransitEncryptionMode: 'required',
      SnapshotRetentionLimit: 15,
    });
    await cache.createReplicationGroup({
      ...group('halfway'),
      AtRestEncryptionEnabled: true,
      TransitEncryptionEnabled: true,
      TransitEncryptionMode: 'preferred',
      SnapshotRetentionLimit: 14,
    });
    await cache.createReplicationGroup(group('bare'));
  },
  recorded(proxy) {
    // moto knows no serverless caches.
    proxy.rule({
      operation: 'DescribeServerlessCaches',
      fault: answer(
        200,
        { 'content-type': 'text/xml' },
        `<DescribeServerlessCachesResponse xmlns="http://elasticache.amazonaws.com/doc/2015-02-02/"><DescribeServerlessCachesResult><ServerlessCaches>${[
          serverless('kept-serverless', 'valkey', '<SnapshotRetentionLimit>15</SnapshotRetentionLimit>'),
          serverless('bare-serverless', 'redis', ''),
          serverless('sessions-serverless', 'memcached', ''),
        ].join(
          '',
        )}</ServerlessCaches></DescribeServerlessCachesResult><ResponseMetadata><RequestId>00000000-0000-4000-8000-000000000000</RequestId></ResponseMetadata></DescribeServerlessCachesResponse>`,
      ),
    });
    // moto lists clusters of neither encryption, and no members of replication groups.
    proxy.rule({
      operation: 'DescribeCacheClusters',
      fault: answer(
        200,
        { 'content-type': 'text/xml' },
        `<DescribeCacheClustersResponse xmlns="http://elasticache.amazonaws.com/doc/2015-02-02/"><DescribeCacheClustersResult><CacheClusters>${[
          cluster(
            'kept',
            'valkey',
            '<AtRestEncryptionEnabled>true</AtRestEncryptionEnabled><TransitEncryptionEnabled>true</TransitEncryptionEnabled><SnapshotRetentionLimit>15</SnapshotRetentionLimit>',
          ),
          cluster('alone', 'redis', '<AtRestEncryptionEnabled>false</AtRestEncryptionEnabled>'),
          cluster('sessions', 'memcached', '<AtRestEncryptionEnabled>false</AtRestEncryptionEnabled>'),
          cluster('guarded-001', 'redis', '<ReplicationGroupId>guarded</ReplicationGroupId>'),
        ].join(
          '',
        )}</CacheClusters></DescribeCacheClustersResult><ResponseMetadata><RequestId>00000000-0000-4000-8000-000000000000</RequestId></ResponseMetadata></DescribeCacheClustersResponse>`,
      ),
    });
  },
  expects: {
    'aws/elasticache/serverless-redis-backup': {
      pass: ['kept-serverless'],
      fail: ['bare-serverless'],
      notApplicable: ['sessions-serverless'],
    },
    'aws/elasticache/encryption': { pass: ['guarded'], fail: ['halfway', 'bare'] },
    'aws/elasticache/redis-backup': { pass: ['guarded'], fail: ['halfway', 'bare'] },
    'aws/elasticache/cluster-encryption': { pass: ['kept'], fail: ['alone'], notApplicable: ['sessions'] },
    'aws/elasticache/cluster-redis-backup': { pass: ['kept'], fail: ['alone'], notApplicable: ['sessions'] },
  },
});
