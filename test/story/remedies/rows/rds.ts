import type { CreateDBInstanceMessage, DBInstance } from '@aws-sdk/client-rds';
import type { Aws } from '../account.ts';
import type { Chapter, Row } from '../row.ts';

const name = 'records';
const password = { MasterUsername: 'admin', MasterUserPassword: 'not-a-secret' };

const instance =
  (input: Partial<CreateDBInstanceMessage> = {}) =>
  async ({ sdk }: Aws): Promise<string> => {
    const { DBInstance } = await (await sdk('rds')).createDBInstance({
      DBInstanceIdentifier: name,
      Engine: 'postgres',
      EngineVersion: '16.3',
      DBInstanceClass: 'db.t3.micro',
      AllocatedStorage: 20,
      PubliclyAccessible: false,
      ...password,
      ...input,
    });
    return DBInstance?.DBInstanceArn ?? '';
  };

const cluster = async ({ sdk }: Aws): Promise<string> => {
  const { DBCluster } = await (await sdk('rds')).createDBCluster({
    DBClusterIdentifier: name,
    Engine: 'aurora-postgresql',
    ...password,
  });
  return DBCluster?.DBClusterArn ?? '';
};

/** All that RDS says of the instance, but for the time up to which it could be restored, which goes on. */
async function stateOfInstance({ sdk }: Aws): Promise<unknown> {
  const rds = await sdk('rds');
  const { DBInstances = [] } = await rds.describeDBInstances({ DBInstanceIdentifier: name });
  return DBInstances.map(({ LatestRestorableTime: _, ...rest }: DBInstance) => rest);
}

async function stateOfCluster({ sdk }: Aws): Promise<unknown> {
  const rds = await sdk('rds');
  const { DBClusters = [] } = await rds.describeDBClusters({ DBClusterIdentifier: name });
  return DBClusters.map(({ LatestRestorableTime: _, ...rest }) => rest);
}

const modified = async ({ sdk }: Aws, input: object) =>
  (await sdk('rds')).modifyDBInstance({ DBInstanceIdentifier: name, ...input });

/** One setting of an instance, and what somebody else makes of it in the meantime. */
const setting = (row: Pick<Row, 'remedy' | 'change' | 'when'>, seed: Row['seed'], meddling: object): Row => ({
  ...row,
  check: row.remedy,
  seed,
  calls: ['ModifyDBInstance'],
  undo: ['ModifyDBInstance'],
  state: stateOfInstance,
  meddle: (aws) => modified(aws, meddling),
});

const group = 'own';

/** As RDS tells it; moto tells what it was told. */
const parameter = (ParameterName: string, value: string) => ({
  ParameterName,
  ParameterValue: value,
  ApplyMethod: 'immediate' as const,
});
const told = { Source: 'user', ApplyType: 'dynamic', IsModifiable: true, AllowedValues: '0,1' };

async function inOwnGroup(aws: Aws): Promise<string> {
  const client = await aws.sdk('rds');
  const DBParameterGroupName = group;
  await client.createDBParameterGroup({
    DBParameterGroupName,
    DBParameterGroupFamily: 'postgres14',
    Description: 'own',
  });
  const Parameters = [{ ...parameter('rds.force_ssl', '0'), ...told }, parameter('log_statement', 'ddl')];
  await client.modifyDBParameterGroup({ DBParameterGroupName, Parameters });
  return instance({ EngineVersion: '14.12', DBParameterGroupName })(aws);
}

async function clusterInOwnGroup(aws: Aws): Promise<string> {
  const client = await aws.sdk('rds');
  const DBClusterParameterGroupName = group;
  await client.createDBClusterParameterGroup({
    DBClusterParameterGroupName,
    DBParameterGroupFamily: 'aurora-postgresql14',
    Description: 'own',
  });
  await client.modifyDBClusterParameterGroup({
    DBClusterParameterGroupName,
    Parameters: [{ ...parameter('rds.force_ssl', '0'), ...told }],
  });
  const { DBCluster } = await client.createDBCluster({
    DBClusterIdentifier: name,
    Engine: 'aurora-postgresql',
    DBClusterParameterGroupName,
    ...password,
  });
  return DBCluster?.DBClusterArn ?? '';
}

const everyone = { AttributeName: 'restore', ValuesToAdd: ['444455556666', 'all'] };

/** Databases, their clusters and their snapshots. */
export const rds: Chapter = {
  title: 'remedies of RDS, on moto',
  // moto knows no reset: test/cloud/aws/rds-elasticache-write.test.ts plays it.
  behind: ['rds:ResetDBParameterGroup', 'rds:ResetDBClusterParameterGroup'],
  rows: [
    {
      remedy: 'aws/rds/tls-enforced',
      check: 'aws/rds/tls-enforced',
      seed: inOwnGroup,
      change: ['value: "0" → "1"'],
      calls: ['ModifyDBParameterGroup'],
      undo: ['ModifyDBParameterGroup'],
      state: async ({ sdk }) => {
        const { Parameters } = await (await sdk('rds')).describeDBParameters({ DBParameterGroupName: group });
        return Parameters;
      },
      meddle: async ({ sdk }) =>
        (await sdk('rds')).modifyDBParameterGroup({
          DBParameterGroupName: group,
          Parameters: [parameter('rds.force_ssl', '1')],
        }),
    },
    {
      remedy: 'aws/rds/cluster-tls-enforced',
      check: 'aws/rds/cluster-tls-enforced',
      seed: clusterInOwnGroup,
      change: ['value: "0" → "1"'],
      calls: ['ModifyDBClusterParameterGroup'],
      undo: ['ModifyDBClusterParameterGroup'],
      state: async ({ sdk }) => {
        const { Parameters } = await (await sdk('rds')).describeDBClusterParameters({
          DBClusterParameterGroupName: group,
        });
        return Parameters;
      },
      meddle: async ({ sdk }) =>
        (await sdk('rds')).modifyDBClusterParameterGroup({
          DBClusterParameterGroupName: group,
          Parameters: [parameter('rds.force_ssl', '1')],
        }),
    },
    setting(
      { remedy: 'aws/rds/instance-public', change: ['true → false'] },
      instance({ PubliclyAccessible: true }),
      { PubliclyAccessible: false },
    ),
    setting(
      { remedy: 'aws/rds/automated-backups', change: ['0 → 7'] },
      instance({ BackupRetentionPeriod: 0 }),
      { BackupRetentionPeriod: 3 },
    ),
    setting({ remedy: 'aws/rds/instance-multi-az', change: ['false → true'] }, instance(), {
      MultiAZ: true,
    }),
    setting({ remedy: 'aws/rds/instance-deletion-protection', change: ['false → true'] }, instance(), {
      DeletionProtection: true,
    }),
    setting({ remedy: 'aws/rds/log-exports', change: ['types[0]: absent → "postgresql"'] }, instance(), {
      CloudwatchLogsExportConfiguration: { EnableLogTypes: ['upgrade'] },
    }),
    setting(
      { remedy: 'aws/rds/auto-minor-upgrade', change: ['false → true'] },
      instance({ AutoMinorVersionUpgrade: false }),
      { AutoMinorVersionUpgrade: true },
    ),
    setting({ remedy: 'aws/rds/iam-authentication', change: ['false → true'] }, instance(), {
      EnableIAMDatabaseAuthentication: true,
    }),
    {
      remedy: 'aws/rds/cluster-deletion-protection',
      check: 'aws/rds/cluster-deletion-protection',
      seed: cluster,
      change: ['false → true'],
      calls: ['ModifyDBCluster'],
      undo: ['ModifyDBCluster'],
      state: stateOfCluster,
      meddle: async ({ sdk }) =>
        (await sdk('rds')).modifyDBCluster({ DBClusterIdentifier: name, DeletionProtection: true }),
    },
    {
      remedy: 'aws/rds/snapshot-public',
      check: 'aws/rds/snapshot-public',
      async seed(aws) {
        await instance()(aws);
        const rds = await aws.sdk('rds');
        const { DBSnapshot } = await rds.createDBSnapshot({
          DBInstanceIdentifier: name,
          DBSnapshotIdentifier: 'kept',
        });
        await rds.modifyDBSnapshotAttribute({ DBSnapshotIdentifier: 'kept', ...everyone });
        return DBSnapshot?.DBSnapshotArn ?? '';
      },
      change: ['true → false'],
      calls: ['ModifyDBSnapshotAttribute'],
      undo: ['ModifyDBSnapshotAttribute'],
      state: async ({ sdk }) =>
        (await (await sdk('rds')).describeDBSnapshotAttributes({ DBSnapshotIdentifier: 'kept' }))
          .DBSnapshotAttributesResult,
      meddle: async ({ sdk }) =>
        (await sdk('rds')).modifyDBSnapshotAttribute({
          DBSnapshotIdentifier: 'kept',
          AttributeName: 'restore',
          ValuesToRemove: ['all'],
        }),
    },
    {
      remedy: 'aws/rds/cluster-snapshot-public',
      check: 'aws/rds/cluster-snapshot-public',
      async seed(aws) {
        await cluster(aws);
        const rds = await aws.sdk('rds');
        const { DBClusterSnapshot } = await rds.createDBClusterSnapshot({
          DBClusterIdentifier: name,
          DBClusterSnapshotIdentifier: 'kept',
        });
        await rds.modifyDBClusterSnapshotAttribute({ DBClusterSnapshotIdentifier: 'kept', ...everyone });
        return DBClusterSnapshot?.DBClusterSnapshotArn ?? '';
      },
      change: ['true → false'],
      calls: ['ModifyDBClusterSnapshotAttribute'],
      undo: ['ModifyDBClusterSnapshotAttribute'],
      state: async ({ sdk }) =>
        (
          await (
            await sdk('rds')
          ).describeDBClusterSnapshotAttributes({ DBClusterSnapshotIdentifier: 'kept' })
        ).DBClusterSnapshotAttributesResult,
      meddle: async ({ sdk }) =>
        (await sdk('rds')).modifyDBClusterSnapshotAttribute({
          DBClusterSnapshotIdentifier: 'kept',
          AttributeName: 'restore',
          ValuesToRemove: ['all'],
        }),
    },
  ],
};
