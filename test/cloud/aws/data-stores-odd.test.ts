import { expect, test } from 'vitest';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { writeKit } from './write-kit.ts';

const region = 'us-east-1';
const json = (body: unknown) => answer(200, { 'content-type': 'application/json' }, JSON.stringify(body));
const xml = (operation: string, result: string) =>
  answer(
    200,
    { 'content-type': 'text/xml' },
    `<${operation}Response><${operation}Result>${result}</${operation}Result></${operation}Response>`,
  );

describeWithMoto('what moto does not tell as AWS does', (moto) => {
  const kit = writeKit(moto);
  const told = (operation: string, fault: ReturnType<typeof answer>) =>
    kit.proxy().rule({ operation, fault });

  const warehouse = (more: string) =>
    told(
      'DescribeClusters',
      xml(
        'DescribeClusters',
        `<Clusters><Cluster><ClusterIdentifier>sound</ClusterIdentifier><ClusterStatus>available</ClusterStatus><Encrypted>true</Encrypted>${more}</Cluster></Clusters>`,
      ),
    );
  const ofWarehouse = async (fact: string) =>
    kit.read('aws.redshift.cluster', fact, await kit.only('aws.redshift.cluster', region));

  test('a key that AWS owns is not the customer’s, of Redshift', async () => {
    warehouse('<KmsKeyId>AWS_OWNED_KMS_KEY</KmsKeyId>');
    expect(await ofWarehouse('encryptedBy')).toBe('AWS');
  });

  const group = (status: string, ofTls: string | null) =>
    `<ClusterParameterGroups><ClusterParameterGroup><ParameterGroupName>strict</ParameterGroupName><ParameterApplyStatus>${status}</ParameterApplyStatus>${
      ofTls === null
        ? ''
        : `<ClusterParameterStatusList><member><ParameterName>require_ssl</ParameterName><ParameterApplyStatus>${ofTls}</ParameterApplyStatus></member></ClusterParameterStatusList>`
    }</ClusterParameterGroup></ClusterParameterGroups>`;
  const required =
    '<Parameters><Parameter><ParameterName>require_ssl</ParameterName><ParameterValue>true</ParameterValue></Parameter></Parameters>';

  test.each([
    ['in-sync', null, []],
    ['pending-reboot', null, ['strict']],
    ['apply-error', null, ['strict']],
    ['pending-reboot', 'in-sync', []],
    ['in-sync', 'invalid-parameter', ['strict']],
  ])('TLS of a group that is %s, and the parameter %s, waits for %j', async (status, ofTls, waiting) => {
    warehouse(group(status, ofTls));
    told('DescribeClusterParameters', xml('DescribeClusterParameters', required));
    expect(await ofWarehouse('requiresTls')).toEqual({ required: true, waiting, groups: ['strict'] });
  });

  const failed = '<LastFailureTime>2026-11-02T10:00:00Z</LastFailureTime>';
  const delivered = (day: number) =>
    `<LastSuccessfulDeliveryTime>2026-11-0${day}T10:00:00Z</LastSuccessfulDeliveryTime>`;
  const toBucket = '<BucketName>logs</BucketName>';

  test.each([
    ['never failed', `${toBucket}${delivered(1)}`, null],
    ['failed and was never delivered', `${toBucket}${failed}`, '2026-11-02T10:00:00.000Z'],
    ['failed after the last delivery', `${toBucket}${failed}${delivered(1)}`, '2026-11-02T10:00:00.000Z'],
    ['was delivered since it failed', `${toBucket}${failed}${delivered(3)}`, null],
    [
      'goes to CloudWatch since',
      `${failed}<LogDestinationType>cloudwatch</LogDestinationType><LogExports><member>connectionlog</member></LogExports>`,
      null,
    ],
  ])('a log that %s', async (_name, status, since) => {
    warehouse('');
    told(
      'DescribeLoggingStatus',
      xml('DescribeLoggingStatus', `<LoggingEnabled>true</LoggingEnabled>${status}`),
    );
    expect(await ofWarehouse('undeliveredSince')).toBe(since);
  });

  test('a key that AWS owns is not the customer’s, of a vault', async () => {
    const vault = (name: string, more: object) => ({
      BackupVaultName: name,
      BackupVaultArn: `arn:aws:backup:${region}:${testAccountId}:backup-vault:${name}`,
      EncryptionKeyArn: `arn:aws:kms:${region}:999988887777:key/11111111-2222-3333-4444-555555555555`,
      ...more,
    });
    told(
      'ListBackupVaults',
      json({
        BackupVaultList: [
          vault('gapped', { EncryptionKeyType: 'AWS_OWNED_KMS_KEY' }),
          vault('own', { EncryptionKeyType: 'CUSTOMER_MANAGED_KMS_KEY' }),
        ],
      }),
    );
    const vaults = await kit.subjects('aws.backup.vault', region);
    const keys = vaults.map((one) => kit.read('aws.backup.vault', 'encryptedBy', one));
    expect(await Promise.all(keys)).toEqual(['AWS', 'customer']);
  });

  test('a restore that failed, or was found wrong, is no restore', async () => {
    const plan = `arn:aws:backup:${region}:${testAccountId}:restore-testing-plan:monthly`;
    const job = (day: number, Status: string, more: object = {}) => ({
      Status,
      CreationDate: Date.UTC(2026, 10, day) / 1000,
      ...(Status !== 'RUNNING' && { CompletionDate: Date.UTC(2026, 10, day, 1) / 1000 }),
      ...more,
    });
    const tested = { CreatedBy: { RestoreTestingPlanArn: plan } };
    const RestoreJobs = [
      job(1, 'COMPLETED'),
      job(2, 'COMPLETED', { ...tested, ValidationStatus: 'TIMED_OUT' }),
      job(3, 'COMPLETED', { ...tested, ValidationStatus: 'FAILED' }),
      job(4, 'FAILED', tested),
      job(5, 'FAILED'),
      job(6, 'RUNNING', tested),
    ];
    told('ListRestoreJobs', json({ RestoreJobs }));
    told('ListRestoreTestingPlans', json({ RestoreTestingPlans: [] }));
    expect(await kit.read('aws.region', 'restoreTests', { id: 'arn:1', name: region, region })).toEqual({
      lastRestoreAt: '2026-11-02T01:00:00.000Z',
      lastTestAt: null,
      lastFailedTestAt: '2026-11-04T00:00:00.000Z',
    });
  });

  test.each([
    ['ENABLED', true, false],
    ['ENABLING', true, false],
    ['ENABLING_FAILED', false, true],
    ['DISABLING', false, false],
    ['DISABLING_FAILED', true, false],
    ['DISABLED', false, false],
  ])('a delivery stream whose encryption is %s', async (Status, isOn, failed) => {
    told('ListDeliveryStreams', json({ DeliveryStreamNames: ['one'], HasMoreDeliveryStreams: false }));
    const DeliveryStreamEncryptionConfiguration = { Status, KeyType: 'AWS_OWNED_CMK' };
    told(
      'DescribeDeliveryStream',
      json({
        DeliveryStreamDescription: { DeliveryStreamType: 'DirectPut', DeliveryStreamEncryptionConfiguration },
      }),
    );
    const stream = await kit.only('aws.firehose.stream', region);
    expect(await kit.read('aws.firehose.stream', 'description', stream)).toEqual({
      source: 'DirectPut',
      encryption: isOn ? { keyType: 'AWS_OWNED_CMK', keyArn: null } : null,
      failed,
    });
  });

  test('how clients come to a Kafka cluster is not guessed', async () => {
    const cluster = (encryptionInTransit?: object) => ({
      clusterInfoList: [
        {
          clusterArn: 'arn:1',
          clusterName: 'events',
          clusterType: 'PROVISIONED',
          state: 'ACTIVE',
          provisioned: { encryptionInfo: { encryptionInTransit } },
        },
      ],
    });
    const inTransit = async (fault: object) => {
      kit.proxy().reset();
      told('ListClustersV2', json(fault));
      return kit.read('aws.kafka.cluster', 'inTransit', await kit.only('aws.kafka.cluster', region));
    };
    expect(await inTransit(cluster())).toMatchObject({ known: false });
    expect(await inTransit(cluster({ clientBroker: 'TLS' }))).toEqual({
      clients: 'TLS',
      betweenBrokers: true,
    });
  });

  test('a capacity whose scaling out is suspended is not scaled', async () => {
    const of = { ServiceNamespace: 'dynamodb', ResourceId: 'table/records' };
    const way = (name: string, more: object = {}) => ({
      ...of,
      ScalableDimension: `dynamodb:table:${name}CapacityUnits`,
      ...more,
    });
    told('ListTables', json({ TableNames: ['records'] }));
    told('DescribeTable', json({ Table: { TableStatus: 'ACTIVE' } }));
    told(
      'DescribeScalableTargets',
      json({
        ScalableTargets: [
          way('Read', { SuspendedState: { DynamicScalingOutSuspended: true } }),
          way('Write', { SuspendedState: { DynamicScalingOutSuspended: false } }),
        ],
      }),
    );
    told('DescribeScalingPolicies', json({ ScalingPolicies: [way('Read'), way('Write')] }));
    const table = await kit.only('aws.dynamodb.table', region);
    expect(await kit.read('aws.dynamodb.table', 'notScaling', table)).toEqual(['read capacity']);
  });
});
