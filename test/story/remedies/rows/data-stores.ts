import { testAccountId } from '../../../kit/aws/environment.ts';
import { type Aws, told } from '../account.ts';
import type { Chapter, Row } from '../row.ts';

const arn = (service: string, of: string) => `arn:aws:${service}:us-east-1:${testAccountId}:${of}`;

const TableName = 'records';
const tableArn = arn('dynamodb', `table/${TableName}`);
const provisioned = {
  AttributeDefinitions: [
    { AttributeName: 'id', AttributeType: 'S' as const },
    { AttributeName: 'day', AttributeType: 'S' as const },
  ],
  BillingMode: 'PROVISIONED' as const,
  ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 6 },
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-day',
      KeySchema: [{ AttributeName: 'day', KeyType: 'HASH' as const }],
      Projection: { ProjectionType: 'KEYS_ONLY' as const },
      ProvisionedThroughput: { ReadCapacityUnits: 2, WriteCapacityUnits: 3 },
    },
  ],
};

const table =
  (rest: object = {}) =>
  async ({ sdk }: Aws): Promise<string> => {
    const dynamoDb = await sdk('dynamoDb');
    await dynamoDb.createTable({
      TableName,
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
      ...rest,
    });
    return tableArn;
  };

/** Of the capacity only what is provisioned: how often it was changed is counted beside it. */
const tableState = async ({ sdk }: Aws) => {
  const dynamoDb = await sdk('dynamoDb');
  const { Table } = await dynamoDb.describeTable({ TableName });
  const { ReadCapacityUnits, WriteCapacityUnits } = Table?.ProvisionedThroughput ?? {};
  return [
    { ...Table, ProvisionedThroughput: { ReadCapacityUnits, WriteCapacityUnits } },
    await told(dynamoDb.describeContinuousBackups({ TableName })),
  ];
};

const ClusterIdentifier = 'warehouse';

const warehouse =
  (rest: object) =>
  async ({ sdk }: Aws): Promise<string> => {
    await (await sdk('redshift')).createCluster({
      ClusterIdentifier,
      NodeType: 'ra3.large',
      MasterUsername: 'keeper',
      MasterUserPassword: 'Made-up-1',
      PubliclyAccessible: false,
      AllowVersionUpgrade: true,
      EnhancedVpcRouting: false,
      ...rest,
    });
    return arn('redshift', `cluster:${ClusterIdentifier}`);
  };

/** Of the logging only where it goes while it is on: moto remembers the rest. */
const warehouseState = async ({ sdk }: Aws) => {
  const redshift = await sdk('redshift');
  const { LoggingEnabled, LogExports } = await redshift.describeLoggingStatus({ ClusterIdentifier });
  return [
    await told(redshift.describeClusters({ ClusterIdentifier })),
    LoggingEnabled ? { LogExports } : 'not logged',
  ];
};

const modified = (change: object) => async (aws: Aws) =>
  (await aws.sdk('redshift')).modifyCluster({ ClusterIdentifier, ...change });

const modifying = {
  calls: ['ModifyCluster'],
  undo: ['ModifyCluster'],
  state: warehouseState,
} as const;

const DomainName = 'search';
const tls10 = 'Policy-Min-TLS-1-0-2019-07';
const tls12 = 'Policy-Min-TLS-1-2-2019-07';
const plain = { EnforceHTTPS: false, TLSSecurityPolicy: tls10, CustomEndpointEnabled: false } as const;
const groups = {
  errorLogGroup: arn('logs', 'log-group:{domain}-error'),
  auditLogGroup: arn('logs', 'log-group:{domain}-audit'),
};
const group = (name: string) => arn('logs', `log-group:${DomainName}-${name}`);

const domain =
  (rest: object = {}) =>
  async ({ sdk }: Aws): Promise<string> => {
    const openSearch = await sdk('openSearch');
    await openSearch.createDomain({ DomainName, EngineVersion: 'OpenSearch_2.11', ...rest });
    return arn('es', `domain/${DomainName}`);
  };

const updated = (change: object) => async (aws: Aws) =>
  (await aws.sdk('openSearch')).updateDomainConfig({ DomainName, ...change });

const updating = {
  calls: ['UpdateDomainConfig'],
  state: async ({ sdk }: Aws) => told((await sdk('openSearch')).describeDomain({ DomainName })),
} as const;

const StreamName = 'events';
const DeliveryStreamName = 'delivery';

const own = {
  Sid: 'Own',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${testAccountId}:root` },
  Action: 'elasticfilesystem:*',
};
const anyone = { ...own, Sid: 'Anyone', Principal: { AWS: '*' }, Action: 'elasticfilesystem:ClientMount' };
const idOf = (resource: string) => resource.split('/').at(-1) ?? '';
const byHand = (...statements: readonly object[]) =>
  `{ "Version": "2012-10-17",\n  "Statement": [ ${statements.map((s) => JSON.stringify(s, null, 1)).join(' ,\n')} ] }`;
const mountedBy =
  (...statements: readonly object[]) =>
  async ({ sdk }: Aws, resource: string) =>
    (await sdk('efs')).putFileSystemPolicy({ FileSystemId: idOf(resource), Policy: byHand(...statements) });

const tables: readonly Row[] = [
  {
    remedy: 'aws/dynamodb/managed-key',
    check: 'aws/dynamodb/table-encryption',
    seed: table(),
    change: ['null → {"customerKey":null}'],
    calls: ['UpdateTable'],
    undo: ['UpdateTable'],
    state: tableState,
    meddle: async ({ sdk }) =>
      (await sdk('dynamoDb')).updateTable({
        TableName,
        SSESpecification: { Enabled: true, SSEType: 'KMS' },
      }),
  },
  {
    remedy: 'aws/dynamodb/point-in-time-recovery',
    check: 'aws/dynamodb/pitr',
    seed: table(),
    change: ['null → 35'],
    calls: ['UpdateContinuousBackups'],
    undo: ['UpdateContinuousBackups'],
    state: tableState,
    meddle: async ({ sdk }) =>
      (await sdk('dynamoDb')).updateContinuousBackups({
        TableName,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 3 },
      }),
  },
  {
    remedy: 'aws/dynamodb/pay-per-request',
    check: 'aws/dynamodb/autoscaling',
    seed: table(provisioned),
    change: ['{"capacity":{"read":5,"write":6},"indexes":{"by-day":{"read":2,"write":3}}} → null'],
    calls: ['UpdateTable'],
    undo: ['UpdateTable'],
    state: tableState,
    meddle: async ({ sdk }) =>
      (await sdk('dynamoDb')).updateTable({
        TableName,
        ProvisionedThroughput: { ReadCapacityUnits: 50, WriteCapacityUnits: 60 },
      }),
  },
];

const warehouses: readonly Row[] = [
  {
    remedy: 'aws/redshift/not-public',
    check: 'aws/redshift/public',
    seed: warehouse({ PubliclyAccessible: true }),
    change: ['true → false'],
    ...modifying,
    meddle: modified({ PubliclyAccessible: false }),
  },
  {
    remedy: 'aws/redshift/enhanced-vpc-routing',
    check: 'aws/redshift/enhanced-vpc-routing',
    seed: warehouse({}),
    change: ['false → true'],
    ...modifying,
    meddle: modified({ EnhancedVpcRouting: true }),
  },
  {
    remedy: 'aws/redshift/version-upgrade',
    check: 'aws/redshift/maintenance-settings',
    seed: warehouse({ AllowVersionUpgrade: false }),
    change: ['false → true'],
    ...modifying,
    meddle: modified({ AllowVersionUpgrade: true }),
  },
  {
    remedy: 'aws/redshift/snapshot-retention',
    check: 'aws/redshift/automated-snapshots',
    seed: warehouse({ AutomatedSnapshotRetentionPeriod: 2 }),
    change: ['2 → 7'],
    ...modifying,
    meddle: modified({ AutomatedSnapshotRetentionPeriod: 3 }),
  },
  {
    remedy: 'aws/redshift/audit-logging',
    check: 'aws/redshift/audit-logging',
    seed: warehouse({}),
    change: ['null → {"to":"cloudwatch","logs":["connectionlog","userlog"]}'],
    calls: ['EnableLogging'],
    undo: ['DisableLogging'],
    state: warehouseState,
    meddle: async ({ sdk }) =>
      (await sdk('redshift')).enableLogging({ ClusterIdentifier, BucketName: 'logs' }),
  },
];

const domains: readonly Row[] = [
  {
    remedy: 'aws/opensearch/https-required',
    check: 'aws/opensearch/https-required',
    seed: domain({ DomainEndpointOptions: plain }),
    change: ['enforceHttps: false → true', `tlsPolicy: "${tls10}" → "${tls12}"`],
    ...updating,
    undo: ['UpdateDomainConfig'],
    meddle: updated({ DomainEndpointOptions: { ...plain, EnforceHTTPS: true } }),
  },
  {
    remedy: 'aws/opensearch/node-to-node-encryption',
    check: 'aws/opensearch/node-to-node-encryption',
    seed: domain(),
    change: ['false → true'],
    ...updating,
    undo: null,
    meddle: updated({ NodeToNodeEncryptionOptions: { Enabled: true } }),
  },
  {
    remedy: 'aws/opensearch/encryption-at-rest',
    check: 'aws/opensearch/encryption-at-rest',
    seed: domain(),
    change: ['false → true'],
    ...updating,
    undo: null,
    meddle: updated({ EncryptionAtRestOptions: { Enabled: true } }),
  },
  {
    remedy: 'aws/opensearch/logs',
    check: 'aws/opensearch/logs',
    seed: domain({
      AdvancedSecurityOptions: { Enabled: true },
      LogPublishingOptions: {
        INDEX_SLOW_LOGS: { Enabled: true, CloudWatchLogsLogGroupArn: group('slow') },
      },
    }),
    change: [`ES_APPLICATION_LOGS: absent → "${group('error')}"`, `AUDIT_LOGS: absent → "${group('audit')}"`],
    ...updating,
    undo: ['UpdateDomainConfig'],
    meddle: updated({
      LogPublishingOptions: { AUDIT_LOGS: { Enabled: true, CloudWatchLogsLogGroupArn: group('theirs') } },
    }),
    differs: ({ DomainStatus, ...rest }) => ({
      ...rest,
      DomainStatus: {
        ...DomainStatus,
        LogPublishingOptions: {
          ES_APPLICATION_LOGS: { CloudWatchLogsLogGroupArn: group('error'), Enabled: false },
          AUDIT_LOGS: { CloudWatchLogsLogGroupArn: group('audit'), Enabled: false },
          ...DomainStatus.LogPublishingOptions,
        },
      },
    }),
  },
];

const streams: readonly Row[] = [
  {
    remedy: 'aws/kinesis/stream-encryption',
    check: 'aws/kinesis/stream-encryption',
    async seed({ sdk }) {
      await (await sdk('kinesis')).createStream({ StreamName, ShardCount: 1 });
      return arn('kinesis', `stream/${StreamName}`);
    },
    change: ['null → "alias/aws/kinesis"'],
    calls: ['StartStreamEncryption'],
    undo: ['StopStreamEncryption'],
    state: async ({ sdk }) => told((await sdk('kinesis')).describeStreamSummary({ StreamName })),
    meddle: async ({ sdk }) =>
      (await sdk('kinesis')).startStreamEncryption({
        StreamName,
        EncryptionType: 'KMS',
        KeyId: 'alias/theirs',
      }),
  },
  {
    remedy: 'aws/firehose/stream-encryption',
    check: 'aws/firehose/stream-encryption',
    async seed({ sdk }) {
      await (await sdk('firehose')).createDeliveryStream({
        DeliveryStreamName,
        DeliveryStreamType: 'DirectPut',
        ExtendedS3DestinationConfiguration: {
          RoleARN: `arn:aws:iam::${testAccountId}:role/firehose`,
          BucketARN: 'arn:aws:s3:::records',
        },
      });
      return arn('firehose', `deliverystream/${DeliveryStreamName}`);
    },
    change: ['null → {"keyType":"AWS_OWNED_CMK","keyArn":null}'],
    calls: ['StartDeliveryStreamEncryption'],
    undo: ['StopDeliveryStreamEncryption'],
    // Firehose says DISABLED after it was on, and nothing before.
    async state({ sdk }) {
      const { DeliveryStreamDescription: told } = await (await sdk('firehose')).describeDeliveryStream({
        DeliveryStreamName,
      });
      const { DeliveryStreamEncryptionConfiguration: sealed, ...rest } = told ?? {};
      return { ...rest, sealed: sealed?.Status === 'ENABLED' ? sealed : null };
    },
    meddle: async ({ sdk }) =>
      (await sdk('firehose')).startDeliveryStreamEncryption({
        DeliveryStreamName,
        DeliveryStreamEncryptionConfigurationInput: {
          KeyType: 'CUSTOMER_MANAGED_CMK',
          KeyARN: arn('kms', 'key/theirs'),
        },
      }),
  },
];

const fileSystems: readonly Row[] = [
  {
    remedy: 'aws/efs/policy-without-strangers',
    check: 'aws/efs/policy-public',
    async seed(aws) {
      const { FileSystemId } = await (await aws.sdk('efs')).createFileSystem({ CreationToken: 'images' });
      const resource = arn('elasticfilesystem', `file-system/${FileSystemId}`);
      await mountedBy(own, anyone)(aws, resource);
      return resource;
    },
    change: [`Statement[1]: ${JSON.stringify(anyone)} → absent`],
    calls: ['PutFileSystemPolicy'],
    undo: ['PutFileSystemPolicy'],
    async state({ sdk }, resource) {
      const efs = await sdk('efs');
      const FileSystemId = idOf(resource);
      const { FileSystems = [] } = await efs.describeFileSystems({ FileSystemId });
      return [
        // Their size bears the moment at which it was asked for.
        FileSystems.map(({ SizeInBytes: _, ...rest }) => rest),
        await told(efs.describeFileSystemPolicy({ FileSystemId })),
      ];
    },
    meddle: mountedBy(anyone, own, { ...own, Sid: 'More' }),
  },
];

/** What keeps and carries data, but for databases of RDS. */
export const dataStores: Chapter = {
  title: 'remedies of data stores, on moto',
  remedies: { 'aws/opensearch/logs': groups },
  rows: [...tables, ...warehouses, ...domains, ...streams, ...fileSystems],
  // Kinesis asks it of whoever names a key of the customer.
  behind: ['kms:DescribeKey'],
};
