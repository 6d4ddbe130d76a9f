import { expect, test } from 'vitest';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { writeKit } from './write-kit.ts';

const json = (body: unknown) => answer(200, { 'content-type': 'application/json' }, JSON.stringify(body));
const region = 'us-east-1';

describeWithMoto('listings of several pages', (moto) => {
  const kit = writeKit(moto);
  const named = async (kind: Parameters<typeof kit.subjects>[0]) =>
    (await kit.subjects(kind, region)).map(({ name }) => name);

  test('Firehose streams, whose listing goes on after the last name', async () => {
    kit.proxy().rule({
      operation: 'ListDeliveryStreams',
      match: ({ key }) => key.includes('"ExclusiveStartDeliveryStreamName":"b"'),
      fault: json({ DeliveryStreamNames: ['c'], HasMoreDeliveryStreams: false }),
    });
    kit.proxy().rule({
      operation: 'ListDeliveryStreams',
      fault: json({ DeliveryStreamNames: ['a', 'b'], HasMoreDeliveryStreams: true }),
    });
    expect(await named('aws.firehose.stream')).toEqual(['a', 'b', 'c']);
  });

  test('a listing that says more and names none is not known', async () => {
    kit.proxy().rule({
      operation: 'ListDeliveryStreams',
      fault: json({ DeliveryStreamNames: [], HasMoreDeliveryStreams: true }),
    });
    await expect(named('aws.firehose.stream')).rejects.toThrow('the last name of the page');
  });

  test('recovery points of each vault, but for a view of another account', async () => {
    const point = (id: string) => ({
      RecoveryPointArn: `arn:aws:backup:${region}:${testAccountId}:recovery-point:${id}`,
    });
    kit.proxy().rule({
      operation: 'ListBackupVaults',
      fault: json({
        BackupVaultList: [
          { BackupVaultName: 'own' },
          { BackupVaultName: 'view', VaultType: 'RESTORE_ACCESS_BACKUP_VAULT' },
        ],
      }),
    });
    kit.proxy().rule({
      operation: 'ListRecoveryPointsByBackupVault',
      match: ({ path }) => path.includes('nextToken=more'),
      fault: json({ RecoveryPoints: [point('two')] }),
    });
    kit.proxy().rule({
      operation: 'ListRecoveryPointsByBackupVault',
      fault: json({ RecoveryPoints: [point('one')], NextToken: 'more' }),
    });
    expect(await named('aws.backup.recoveryPoint')).toEqual(['recovery-point:one', 'recovery-point:two']);
    expect(
      kit
        .proxy()
        .calls()
        .filter(({ path }) => path.includes('/view/')),
    ).toEqual([]);
  });

  test('a backup that bears no date is not known to be recent', async () => {
    const told = { type: 'EBS', name: null, lastBackupAt: null, continuous: false };
    const subject = { id: 'arn:aws:ec2:us-east-1:1:volume/vol-1', region, told };
    expect(await kit.ask('aws.backup.protectedResource', 'lastBackup', subject)).toMatchObject({
      known: false,
    });
  });

  const cluster = (name: string, status: string) =>
    `<Cluster><ClusterIdentifier>${name}</ClusterIdentifier><ClusterStatus>${status}</ClusterStatus></Cluster>`;
  test.each([
    [
      'aws.redshift.cluster',
      'DescribeClusters',
      answer(
        200,
        { 'content-type': 'text/xml' },
        `<DescribeClustersResponse><DescribeClustersResult><Clusters>${cluster('here', 'available')}${cluster('going', 'deleting')}</Clusters></DescribeClustersResult></DescribeClustersResponse>`,
      ),
    ],
    [
      'aws.efs.fileSystem',
      'DescribeFileSystems',
      json({
        FileSystems: [
          { FileSystemId: 'here', LifeCycleState: 'available' },
          { FileSystemId: 'going', LifeCycleState: 'deleting' },
          { FileSystemId: 'gone', LifeCycleState: 'deleted' },
        ],
      }),
    ],
    [
      'aws.fsx.fileSystem',
      'DescribeFileSystems',
      json({
        FileSystems: [
          { FileSystemId: 'here', ResourceARN: 'arn:1', Lifecycle: 'MISCONFIGURED' },
          { FileSystemId: 'going', ResourceARN: 'arn:2', Lifecycle: 'DELETING' },
        ],
      }),
    ],
    [
      'aws.fsx.volume',
      'DescribeVolumes',
      json({
        Volumes: [
          { VolumeId: 'here', ResourceARN: 'arn:1', Lifecycle: 'CREATED', OntapConfiguration: {} },
          { VolumeId: 'going', ResourceARN: 'arn:2', Lifecycle: 'DELETING', OntapConfiguration: {} },
        ],
      }),
    ],
    [
      'aws.kafka.cluster',
      'ListClustersV2',
      json({
        clusterInfoList: [
          { clusterArn: 'arn:1', clusterName: 'here', state: 'ACTIVE' },
          { clusterArn: 'arn:2', clusterName: 'going', state: 'DELETING' },
        ],
      }),
    ],
  ] as const)('what is being deleted is not of %s', async (kind, operation, fault) => {
    kit.proxy().rule({ operation, fault });
    expect(await named(kind)).toEqual(['here']);
  });
});
