import type { Sdk } from '../../test/kit/aws/sdk.ts';
import { accountId } from './clinic.ts';
import { keyArn } from './keys.ts';
import type { Network } from './network.ts';

const tagsOf = (tags: Readonly<Record<string, string>>) =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
const phi = (Team: string) => tagsOf({ DataClassification: 'PHI', Environment: 'production', Team });

/** Two databases, one of them well; three tables, of which one is well and one says nothing of what it holds. */
export async function makeDatabases(sdk: Sdk, { clinical, groups }: Network): Promise<void> {
  const rds = await sdk('rds');
  await rds.createDBSubnetGroup({
    DBSubnetGroupName: 'lakeside-clinical',
    DBSubnetGroupDescription: 'lakeside-clinical',
    SubnetIds: [...clinical.subnets],
  });
  const DBParameterGroupName = 'lakeside-postgres16';
  await rds.createDBParameterGroup({
    DBParameterGroupName,
    DBParameterGroupFamily: 'postgres16',
    Description: DBParameterGroupName,
  });
  await rds.modifyDBParameterGroup({
    DBParameterGroupName,
    Parameters: [{ ParameterName: 'rds.force_ssl', ParameterValue: '1', ApplyMethod: 'immediate' }],
  });
  const common = {
    DBInstanceClass: 'db.m5.large',
    Engine: 'postgres',
    EngineVersion: '16.4',
    AllocatedStorage: 200,
    MasterUsername: 'clinic',
    MasterUserPassword: 'made-up-for-a-demo',
    DBSubnetGroupName: 'lakeside-clinical',
    VpcSecurityGroupIds: [groups['lakeside-database']],
  };
  await rds.createDBInstance({
    ...common,
    DBInstanceIdentifier: 'lakeside-records',
    DBParameterGroupName,
    MultiAZ: true,
    StorageEncrypted: true,
    KmsKeyId: keyArn('phi'),
    DeletionProtection: true,
    BackupRetentionPeriod: 35,
    EnableIAMDatabaseAuthentication: true,
    EnableCloudwatchLogsExports: ['postgresql', 'upgrade'],
    MonitoringInterval: 60,
    MonitoringRoleArn: `arn:aws:iam::${accountId}:role/LakesideDatabaseMonitoring`,
    AutoMinorVersionUpgrade: true,
    CopyTagsToSnapshot: true,
    CACertificateIdentifier: 'rds-ca-rsa2048-g1',
    PubliclyAccessible: false,
    Tags: phi('clinical-systems'),
  });
  await rds.createDBInstance({
    ...common,
    DBInstanceIdentifier: 'lakeside-scheduling',
    BackupRetentionPeriod: 0,
    AutoMinorVersionUpgrade: false,
    StorageEncrypted: false,
    DeletionProtection: false,
    PubliclyAccessible: true,
    CACertificateIdentifier: 'rds-ca-rsa2048-g1',
    Tags: phi('front-desk'),
  });
  const DBSnapshotIdentifier = 'lakeside-scheduling-before-upgrade';
  await rds.createDBSnapshot({
    DBInstanceIdentifier: 'lakeside-scheduling',
    DBSnapshotIdentifier,
    Tags: phi('front-desk'),
  });
  await rds.modifyDBSnapshotAttribute({
    DBSnapshotIdentifier,
    AttributeName: 'restore',
    ValuesToAdd: ['all'],
  });
  await makeTables(sdk);
}

async function makeTables(sdk: Sdk): Promise<void> {
  const dynamo = await sdk('dynamoDb');
  const table = {
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' as const }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' as const }],
    BillingMode: 'PAY_PER_REQUEST' as const,
  };
  await dynamo.createTable({ ...table, TableName: 'lakeside-appointments', Tags: phi('front-desk') });
  const TableName = 'lakeside-portal-messages';
  await dynamo.createTable({
    ...table,
    TableName,
    SSESpecification: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: keyArn('phi') },
    Tags: phi('patient-portal'),
  });
  const sessions = 'lakeside-portal-sessions';
  await dynamo.createTable({ ...table, TableName: sessions, Tags: tagsOf({ Team: 'patient-portal' }) });
  for (const name of [TableName, sessions])
    await dynamo.updateContinuousBackups({
      TableName: name,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
}
