import { testAccountId } from '../../kit/aws/environment.ts';
import { type AwsProxy, answer } from '../../kit/aws/proxy.ts';
import type { Sdk } from '../../kit/aws/sdk.ts';
import { tellService } from './kit.ts';

const arnOf = (what: string) => `arn:aws:rds:us-east-1:${testAccountId}:${what}`;
const password = { MasterUsername: 'admin', MasterUserPassword: 'not-a-secret' };
const own = { AllocatedStorage: 20, DBInstanceClass: 'db.t3.micro', ...password };
const authority = 'rds-ca-rsa2048-g1';

/** Names of what RDS itself made snapshots as. */
const automated: Record<string, string> = {};

async function instances(sdk: Sdk) {
  const [rds, ec2] = [await sdk('rds'), await sdk('ec2')];
  const { GroupId = '' } = await ec2.createSecurityGroup({ GroupName: 'open', Description: 'everyone' });
  await ec2.authorizeSecurityGroupIngress({
    GroupId,
    IpPermissions: [{ IpProtocol: 'tcp', FromPort: 3306, ToPort: 3306, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
  });
  await rds.createDBParameterGroup({
    DBParameterGroupName: 'strict',
    DBParameterGroupFamily: 'postgres16',
    Description: 'TLS only',
  });
  await rds.modifyDBParameterGroup({
    DBParameterGroupName: 'strict',
    Parameters: [{ ParameterName: 'rds.force_ssl', ParameterValue: '1', ApplyMethod: 'immediate' }],
  });
  await rds.createDBInstance({
    ...own,
    DBInstanceIdentifier: 'guarded',
    Engine: 'postgres',
    EngineVersion: '16.3',
    PubliclyAccessible: false,
    StorageEncrypted: true,
    KmsKeyId: `arn:aws:kms:us-east-1:${testAccountId}:key/records`,
    BackupRetentionPeriod: 7,
    MultiAZ: true,
    DeletionProtection: true,
    EnableCloudwatchLogsExports: ['postgresql'],
    MonitoringInterval: 60,
    MonitoringRoleArn: `arn:aws:iam::${testAccountId}:role/monitoring`,
    AutoMinorVersionUpgrade: true,
    EnableIAMDatabaseAuthentication: true,
    DBParameterGroupName: 'strict',
    CACertificateIdentifier: authority,
  });
  const bare = {
    ...own,
    PubliclyAccessible: false,
    BackupRetentionPeriod: 0,
    AutoMinorVersionUpgrade: false,
    CACertificateIdentifier: 'rds-ca-old',
  };
  await rds.createDBInstance({
    ...bare,
    DBInstanceIdentifier: 'open',
    Engine: 'mysql',
    EngineVersion: '8.0.35',
    PubliclyAccessible: true,
    VpcSecurityGroupIds: [GroupId],
  });
  await rds.createDBInstanceReadReplica({
    DBInstanceIdentifier: 'replica',
    SourceDBInstanceIdentifier: 'open',
    PubliclyAccessible: false,
  });
  await rds.createDBInstance({
    ...bare,
    DBInstanceIdentifier: 'ledger',
    Engine: 'oracle-ee',
    EngineVersion: '19.0.0.0',
    CACertificateIdentifier: authority,
  });
}

async function clusters(sdk: Sdk) {
  const rds = await sdk('rds');
  await rds.createDBClusterParameterGroup({
    DBClusterParameterGroupName: 'strict-cluster',
    DBParameterGroupFamily: 'aurora-postgresql16',
    Description: 'TLS only',
  });
  await rds.modifyDBClusterParameterGroup({
    DBClusterParameterGroupName: 'strict-cluster',
    Parameters: [{ ParameterName: 'rds.force_ssl', ParameterValue: '1', ApplyMethod: 'immediate' }],
  });
  await rds.createDBCluster({
    ...password,
    DBClusterIdentifier: 'aurora',
    Engine: 'aurora-postgresql',
    StorageEncrypted: true,
    KmsKeyId: `arn:aws:kms:us-east-1:${testAccountId}:key/records`,
    DeletionProtection: true,
    EnableCloudwatchLogsExports: ['postgresql'],
    EnableIAMDatabaseAuthentication: true,
    DBClusterParameterGroupName: 'strict-cluster',
  });
  for (const [name, zone] of [
    ['writer', 'us-east-1a'],
    ['reader', 'us-east-1b'],
  ])
    await rds.createDBInstance({
      DBInstanceIdentifier: name,
      DBClusterIdentifier: 'aurora',
      DBInstanceClass: 'db.r6g.large',
      Engine: 'aurora-postgresql',
      AvailabilityZone: zone,
      PubliclyAccessible: false,
      AutoMinorVersionUpgrade: name === 'writer',
      CACertificateIdentifier: authority,
    });
  await rds.createDBCluster({ ...password, DBClusterIdentifier: 'bare', Engine: 'aurora-mysql' });
  await rds.createDBInstance({
    DBInstanceIdentifier: 'lonely',
    DBClusterIdentifier: 'bare',
    DBInstanceClass: 'db.r6g.large',
    Engine: 'aurora-mysql',
    PubliclyAccessible: false,
    CACertificateIdentifier: authority,
  });
  await rds.createDBCluster({ ...password, DBClusterIdentifier: 'empty', Engine: 'aurora-mysql' });
}

async function snapshots(sdk: Sdk) {
  const rds = await sdk('rds');
  const everyone = { AttributeName: 'restore', ValuesToAdd: ['all'] };
  for (const [DBInstanceIdentifier, DBSnapshotIdentifier] of [
    ['guarded', 'sealed'],
    ['open', 'kept'],
    ['open', 'leaked'],
    ['open', 'shared'],
  ])
    await rds.createDBSnapshot({ DBInstanceIdentifier, DBSnapshotIdentifier });
  await rds.modifyDBSnapshotAttribute({ DBSnapshotIdentifier: 'leaked', ...everyone });
  const other = { AttributeName: 'restore', ValuesToAdd: ['444455556666'] };
  await rds.modifyDBSnapshotAttribute({ DBSnapshotIdentifier: 'shared', ...other });
  for (const [DBClusterIdentifier, DBClusterSnapshotIdentifier] of [
    ['aurora', 'sealed-cluster'],
    ['bare', 'leaked-cluster'],
  ])
    await rds.createDBClusterSnapshot({ DBClusterIdentifier, DBClusterSnapshotIdentifier });
  await rds.modifyDBClusterSnapshotAttribute({ DBClusterSnapshotIdentifier: 'leaked-cluster', ...everyone });

  const single = await rds.describeDBSnapshots({ SnapshotType: 'automated' });
  for (const { DBInstanceIdentifier = '', DBSnapshotIdentifier = '' } of single.DBSnapshots ?? [])
    automated[DBInstanceIdentifier] = DBSnapshotIdentifier;
  const many = await rds.describeDBClusterSnapshots({ SnapshotType: 'automated' });
  for (const { DBClusterIdentifier = '', DBClusterSnapshotIdentifier = '' } of many.DBClusterSnapshots ?? [])
    automated[DBClusterIdentifier] = DBClusterSnapshotIdentifier;
}

const xml = (operation: string, result: string) =>
  answer(
    200,
    { 'content-type': 'text/xml' },
    `<${operation}Response xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><${operation}Result>${result}</${operation}Result><ResponseMetadata><RequestId>00000000-0000-4000-8000-000000000000</RequestId></ResponseMetadata></${operation}Response>`,
  );
const json = (body: object) => answer(200, { 'content-type': 'application/json' }, JSON.stringify(body));

const parameter = (name: string, value: string | null) =>
  `<Parameters><Parameter><ParameterName>autocommit</ParameterName><Source>engine-default</Source></Parameter><Parameter><ParameterName>${name}</ParameterName>${value === null ? '' : `<ParameterValue>${value}</ParameterValue>`}<Source>engine-default</Source></Parameter></Parameters>`;

const certificates = () =>
  [
    [authority, '2061-05-25T22:34:57Z'],
    ['rds-ca-old', new Date(Date.now() + 10 * 86_400_000).toISOString()],
  ]
    .map(
      ([name, until]) =>
        `<Certificate><CertificateIdentifier>${name}</CertificateIdentifier><CertificateType>CA</CertificateType><ValidTill>${until}</ValidTill></Certificate>`,
    )
    .join('');

/** What moto does not answer: defaults of parameter groups, authorities, and what backup plans choose. */
function recorded(proxy: AwsProxy) {
  const group = (name: string) => ({
    match: ({ key }: { key: string }) => key.includes(`GroupName=${name}`),
  });
  proxy.rule({
    operation: 'DescribeDBParameters',
    ...group('default.mysql8.0'),
    fault: xml('DescribeDBParameters', parameter('require_secure_transport', '0')),
  });
  proxy.rule({
    operation: 'DescribeDBClusterParameters',
    ...group('default.aurora8.0'),
    fault: xml('DescribeDBClusterParameters', parameter('require_secure_transport', null)),
  });
  proxy.rule({
    operation: 'DescribeOptionGroups',
    fault: xml(
      'DescribeOptionGroups',
      '<OptionGroupsList><OptionGroup><OptionGroupName>default:oracle-ee-19-0</OptionGroupName><Options/></OptionGroup></OptionGroupsList>',
    ),
  });
  proxy.rule({
    operation: 'DescribeCertificates',
    fault: xml('DescribeCertificates', `<Certificates>${certificates()}</Certificates>`),
  });
  proxy.rule({
    operation: 'ListBackupPlans',
    fault: json({
      BackupPlansList: [
        {
          BackupPlanId: 'p',
          BackupPlanName: 'nightly',
          BackupPlanArn: 'arn:aws:backup:us-east-1:123456789012:backup-plan:p',
        },
      ],
    }),
  });
  proxy.rule({
    operation: 'ListBackupSelections',
    fault: json({ BackupSelectionsList: [{ BackupPlanId: 'p', SelectionId: 's' }] }),
  });
  proxy.rule({
    operation: 'DescribeRegionSettings',
    fault: json({ ResourceTypeOptInPreference: { RDS: false, Aurora: true } }),
  });
  proxy.rule({
    operation: 'GetBackupSelection',
    fault: json({
      BackupPlanId: 'p',
      SelectionId: 's',
      BackupSelection: {
        SelectionName: 'records',
        IamRoleArn: `arn:aws:iam::${testAccountId}:role/backup`,
        Resources: [arnOf('db:guarded'), arnOf('cluster:aurora')],
      },
    }),
  });
  proxy.rule({ operation: 'ListProtectedResources', fault: json({ Results: [] }) });
}

const members = ['writer', 'reader', 'lonely'];

tellService({
  title: 'every check of RDS, on moto',
  checks: ['aws/rds/'],
  async seed(sdk) {
    await instances(sdk);
    await clusters(sdk);
    await snapshots(sdk);
  },
  recorded,
  unasked: { 'ec2:GetManagedPrefixListEntries': 'no rule of a security group names a prefix list' },
  get expects() {
    const made = (names: readonly string[]) => names.map((name) => automated[name] ?? '');
    return {
      'aws/rds/instance-public': { pass: ['guarded', 'replica', 'ledger', ...members], fail: ['open'] },
      'aws/rds/storage-encrypted': {
        pass: ['guarded'],
        fail: ['open', 'replica', 'ledger'],
        notApplicable: members,
      },
      'aws/rds/automated-backups': {
        pass: ['guarded'],
        fail: ['open', 'ledger'],
        notApplicable: ['replica', ...members],
      },
      'aws/rds/backup-plan': {
        pass: ['guarded'],
        fail: ['open', 'ledger'],
        notApplicable: ['replica', ...members],
      },
      'aws/rds/instance-multi-az': {
        pass: ['guarded'],
        fail: ['open', 'ledger'],
        notApplicable: ['replica', ...members],
      },
      'aws/rds/instance-deletion-protection': {
        pass: ['guarded'],
        fail: ['open', 'replica', 'ledger'],
        notApplicable: members,
      },
      'aws/rds/log-exports': {
        pass: ['guarded'],
        fail: ['open', 'replica', 'ledger'],
        notApplicable: members,
      },
      'aws/rds/enhanced-monitoring': {
        pass: ['guarded'],
        fail: ['open', 'replica', 'ledger', ...members],
      },
      'aws/rds/auto-minor-upgrade': {
        pass: ['guarded', 'writer', 'lonely'],
        fail: ['open', 'replica', 'ledger', 'reader'],
      },
      'aws/rds/iam-authentication': {
        pass: ['guarded'],
        fail: ['open', 'replica'],
        notApplicable: ['ledger', ...members],
      },
      'aws/rds/tls-enforced': {
        pass: ['guarded'],
        fail: ['open', 'replica', 'ledger'],
        notApplicable: members,
      },
      'aws/rds/ca-certificate-expiring': {
        pass: ['guarded', 'ledger', ...members],
        fail: ['open', 'replica'],
      },
      'aws/rds/cluster-storage-encrypted': { pass: ['aurora'], fail: ['bare', 'empty'] },
      'aws/rds/aurora-backup-plan': { pass: ['aurora'], fail: ['bare', 'empty'] },
      'aws/rds/cluster-multi-az': { pass: ['aurora'], fail: ['bare'], notApplicable: ['empty'] },
      'aws/rds/cluster-deletion-protection': { pass: ['aurora'], fail: ['bare', 'empty'] },
      'aws/rds/cluster-log-exports': { pass: ['aurora'], fail: ['bare', 'empty'] },
      'aws/rds/cluster-iam-authentication': { pass: ['aurora'], fail: ['bare', 'empty'] },
      'aws/rds/cluster-tls-enforced': { pass: ['aurora'], fail: ['bare', 'empty'] },
      'aws/rds/snapshot-public': {
        pass: ['sealed', 'kept', 'shared'],
        fail: ['leaked'],
        notApplicable: made(['guarded', 'open', 'ledger', ...members]),
      },
      'aws/rds/snapshot-encrypted': {
        pass: ['sealed', ...made(['guarded', ...members])],
        fail: ['kept', 'leaked', 'shared'],
        notApplicable: made(['open', 'ledger']),
      },
      'aws/rds/cluster-snapshot-public': {
        pass: ['sealed-cluster'],
        fail: ['leaked-cluster'],
        notApplicable: made(['aurora', 'bare', 'empty']),
      },
      'aws/rds/cluster-snapshot-encrypted': {
        pass: ['sealed-cluster', ...made(['aurora'])],
        fail: ['leaked-cluster'],
        notApplicable: made(['bare', 'empty']),
      },
    };
  },
});
