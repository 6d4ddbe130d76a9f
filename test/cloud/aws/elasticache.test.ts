import { expect, test } from 'vitest';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { writeKit } from './write-kit.ts';

const member = (name: string, role: string) =>
  `<NodeGroupMember><CacheClusterId>${name}</CacheClusterId><CurrentRole>${role}</CurrentRole></NodeGroupMember>`;
const group = (name: string, more: string) =>
  `<ReplicationGroup><ReplicationGroupId>${name}</ReplicationGroupId><ARN>arn:aws:elasticache:us-east-1:${testAccountId}:replicationgroup:${name}</ARN><Status>available</Status>${more}</ReplicationGroup>`;
const nodes = (...members: readonly string[]) =>
  `<NodeGroups><NodeGroup><NodeGroupMembers>${members.join('')}</NodeGroupMembers></NodeGroup></NodeGroups>`;

describeWithMoto('what is told of ElastiCache and DAX, in answers as AWS documents them', (moto) => {
  const kit = writeKit(moto);

  async function groups(...told: readonly string[]) {
    const body = `<DescribeReplicationGroupsResponse xmlns="http://elasticache.amazonaws.com/doc/2015-02-02/"><DescribeReplicationGroupsResult><ReplicationGroups>${told.join('')}</ReplicationGroups></DescribeReplicationGroupsResult></DescribeReplicationGroupsResponse>`;
    const fault = answer(200, { 'content-type': 'text/xml' }, body);
    kit.proxy().rule({ operation: 'DescribeReplicationGroups', fault });
    return kit.subjects('aws.elasticache.replicationGroup', 'us-east-1');
  }

  test('the snapshot is taken of a replica where there is one, and of no single node of shards', async () => {
    const members =
      '<MemberClusters><ClusterId>a-001</ClusterId><ClusterId>a-002</ClusterId></MemberClusters>';
    const pair = nodes(member('a-001', 'primary'), member('a-002', 'replica'));
    const told = await groups(
      group('pair', `${members}${pair}<ClusterEnabled>false</ClusterEnabled>`),
      group('chosen', `${members}${pair}<SnapshottingClusterId>a-001</SnapshottingClusterId>`),
      group('one', '<MemberClusters><ClusterId>b-001</ClusterId></MemberClusters>'),
      group('shards', `${members}${pair}<ClusterEnabled>true</ClusterEnabled>`),
      group('leaving', '').replace('>available<', '>deleting<'),
      group('never', '').replace('>available<', '>create-failed<'),
    );
    expect(told.map((one) => [one.name, 'snapshotOf' in one && one.snapshotOf])).toEqual([
      ['pair', 'a-002'],
      ['chosen', 'a-001'],
      ['one', 'b-001'],
      ['shards', null],
    ]);
  });

  test('a key that AWS owns is encryption, too, and TLS without a mode is required', async () => {
    const [one] = await groups(
      group(
        'owned',
        '<AtRestEncryptionEnabled>false</AtRestEncryptionEnabled><StorageEncryptionType>sse-elasticache</StorageEncryptionType><TransitEncryptionEnabled>true</TransitEncryptionEnabled>',
      ),
    );
    if (!one) throw new Error('nothing was listed');
    expect(await kit.read('aws.elasticache.replicationGroup', 'encryption', one)).toEqual({
      atRest: true,
      inTransit: 'required',
    });
  });

  test('DAX is listed page by page', async () => {
    const cluster = (name: string, more: object = {}) => ({
      ClusterName: name,
      ClusterArn: `arn:aws:dax:us-east-1:${testAccountId}:cache/${name}`,
      Status: 'available',
      ...more,
    });
    kit.proxy().rule({
      operation: 'DescribeClusters',
      fault: answer(200, { 'content-type': 'application/x-amz-json-1.1' }, ({ key }) =>
        JSON.stringify(
          key.includes('more')
            ? { Clusters: [cluster('last', { SSEDescription: { Status: 'ENABLED' } })] }
            : { NextToken: 'more', Clusters: [cluster('first'), cluster('leaving', { Status: 'deleting' })] },
        ),
      ),
    });
    const told = await kit.subjects('aws.dax.cluster', 'us-east-1');
    const read = told.map((one) => kit.read('aws.dax.cluster', 'encryption', one));
    expect(told.map(({ name }) => name)).toEqual(['first', 'last']);
    expect(await Promise.all(read)).toEqual(['DISABLED', 'ENABLED']);
  });
});
