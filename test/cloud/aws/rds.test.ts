import { expect, test } from 'vitest';
import type { DbCluster } from '../../../src/cloud/aws/rds/cluster-subject.ts';
import type { DbInstance } from '../../../src/cloud/aws/rds/instance-subject.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { writeKit } from './write-kit.ts';

const arnOf = (what: string) => `arn:aws:rds:us-east-1:${testAccountId}:${what}`;
const xml = (operation: string, result: string) =>
  answer(
    200,
    { 'content-type': 'text/xml' },
    `<${operation}Response xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><${operation}Result>${result}</${operation}Result></${operation}Response>`,
  );

const instance = (more: string, engine = 'mariadb', version = '11.4.5') =>
  xml(
    'DescribeDBInstances',
    `<DBInstances><DBInstance><DBInstanceIdentifier>records</DBInstanceIdentifier><DBInstanceArn>${arnOf('db:records')}</DBInstanceArn><DBInstanceStatus>available</DBInstanceStatus><Engine>${engine}</Engine><EngineVersion>${version}</EngineVersion><PubliclyAccessible>false</PubliclyAccessible><StorageEncrypted>false</StorageEncrypted><BackupRetentionPeriod>0</BackupRetentionPeriod><MultiAZ>false</MultiAZ><AutoMinorVersionUpgrade>true</AutoMinorVersionUpgrade><DbiResourceId>db-NOW</DbiResourceId>${more}</DBInstance></DBInstances>`,
  );

const snapshot = (name: string, more: string) =>
  `<DBSnapshot><DBSnapshotIdentifier>${name}</DBSnapshotIdentifier><DBSnapshotArn>${arnOf(`snapshot:${name}`)}</DBSnapshotArn><DBInstanceIdentifier>records</DBInstanceIdentifier>${more}</DBSnapshot>`;

describeWithMoto('what is told of RDS, in answers as AWS documents them', (moto) => {
  const kit = writeKit(moto);
  const fact = async (name: string) =>
    kit.read('aws.rds.instance', name, await kit.only('aws.rds.instance', 'us-east-1'));
  const told = (fault: ReturnType<typeof answer>, operation = 'DescribeDBInstances') =>
    kit.proxy().rule({ operation, fault });

  test('what is ordered and not yet so is told apart from what is so', async () => {
    told(
      instance(
        '<EnabledCloudwatchLogsExports><member>error</member><member>general</member></EnabledCloudwatchLogsExports><PendingModifiedValues><MultiAZ>true</MultiAZ><BackupRetentionPeriod>7</BackupRetentionPeriod><IAMDatabaseAuthenticationEnabled>true</IAMDatabaseAuthenticationEnabled><MasterUserPassword>****</MasterUserPassword><PendingCloudwatchLogsExports><LogTypesToEnable><member>audit</member></LogTypesToEnable><LogTypesToDisable><member>general</member></LogTypesToDisable></PendingCloudwatchLogsExports></PendingModifiedValues>',
      ),
    );
    expect([await fact('multiAz'), await fact('orderedMultiAz')]).toEqual([false, true]);
    expect([await fact('backupRetentionDays'), await fact('orderedBackupRetentionDays')]).toEqual([0, 7]);
    expect([await fact('iamAuthentication'), await fact('orderedIamAuthentication')]).toEqual([false, true]);
    expect(await fact('logExports')).toEqual(['error', 'general']);
    expect(await fact('orderedLogExports')).toEqual({ engine: 'mariadb', types: ['error', 'audit'] });
    const { pending } = (await kit.only('aws.rds.instance', 'us-east-1')) as DbInstance;
    expect(pending.toSorted()).toEqual([
      'BackupRetentionPeriod',
      'IAMDatabaseAuthenticationEnabled',
      'MasterUserPassword',
      'MultiAZ',
    ]);
  });

  test('storage under a key that AWS owns is encrypted, though the flag says no', async () => {
    told(instance('<StorageEncryptionType>sse-rds</StorageEncryptionType>'));
    expect(await fact('storageEncryption')).toBe("AWS's own key");
  });

  test('what one instance does not tell is unknown of that alone', async () => {
    const odd = `<DBInstanceIdentifier>odd</DBInstanceIdentifier><DBInstanceArn>${arnOf('db:odd')}</DBInstanceArn><Engine>mysql</Engine>`;
    told(xml('DescribeDBInstances', `<DBInstances><DBInstance>${odd}</DBInstance></DBInstances>`));
    for (const name of [
      'publiclyAccessible',
      'publicReach',
      'storageEncryption',
      'backupRetentionDays',
      'orderedBackupRetentionDays',
      'multiAz',
      'orderedMultiAz',
      'autoMinorVersionUpgrade',
    ])
      expect([name, await fact(name)]).toMatchObject([name, { known: false, reason: 'failed' }]);
    expect(await fact('engine')).toBe('mysql');
  });

  test('plain storage is plain', async () => {
    told(instance('<StorageEncryptionType>none</StorageEncryptionType>'));
    expect(await fact('storageEncryption')).toBe('none');
  });

  const group =
    '<DBParameterGroups><DBParameterGroup><DBParameterGroupName>own</DBParameterGroupName><ParameterApplyStatus>pending-reboot</ParameterApplyStatus></DBParameterGroup></DBParameterGroups>';
  const unsaid = xml(
    'DescribeDBParameters',
    '<Parameters><Parameter><ParameterName>require_secure_transport</ParameterName></Parameter></Parameters><Marker>more</Marker>',
  );

  test('a later MariaDB refuses plain connections unless it is told otherwise', async () => {
    told(instance(group, 'mariadb', '11.8.2'));
    told(unsaid, 'DescribeDBParameters');
    expect(await fact('tls')).toEqual({
      group: 'own',
      parameter: 'require_secure_transport',
      value: null,
      refusesPlain: true,
      waitsForReboot: true,
    });
    expect(kit.proxy().counts().get('rds:DescribeDBParameters')).toBe(1);
  });

  test('an earlier one does not', async () => {
    told(instance(group, 'mariadb', '11.4.5'));
    told(unsaid, 'DescribeDBParameters');
    expect(await fact('tls')).toMatchObject({ value: null, refusesPlain: false });
  });

  test('a group that is not told is unknown', async () => {
    told(instance(''));
    expect(await fact('tls')).toMatchObject({ known: false });
  });

  const authorities = xml(
    'DescribeCertificates',
    '<Certificates><Certificate><CertificateIdentifier>rds-ca-rsa2048-g1</CertificateIdentifier><ValidTill>2061-05-25T22:34:57Z</ValidTill></Certificate></Certificates>',
  );

  test('a certificate ends when it or its authority does, whichever is first', async () => {
    told(
      instance(
        '<CertificateDetails><CAIdentifier>rds-ca-rsa2048-g1</CAIdentifier><ValidTill>2027-01-02T03:04:05Z</ValidTill></CertificateDetails>',
      ),
    );
    told(authorities, 'DescribeCertificates');
    expect(await fact('certificate')).toEqual({
      authority: 'rds-ca-rsa2048-g1',
      until: '2027-01-02T03:04:05.000Z',
    });
  });

  test('an authority that RDS does not list any more is unknown', async () => {
    told(instance('<CACertificateIdentifier>rds-ca-2019</CACertificateIdentifier>'));
    told(authorities, 'DescribeCertificates');
    expect(await fact('certificate')).toMatchObject({ known: false, reason: 'unsupported' });
  });

  test('only a snapshot that could be public is asked about', async () => {
    told(instance(''));
    told(
      xml(
        'DescribeDBSnapshots',
        `<DBSnapshots>${[
          snapshot('sealed', '<SnapshotType>manual</SnapshotType><Encrypted>true</Encrypted>'),
          snapshot(
            'owned',
            '<SnapshotType>manual</SnapshotType><Encrypted>false</Encrypted><StorageEncryptionType>sse-rds</StorageEncryptionType>',
          ),
          snapshot('rds:today', '<SnapshotType>automated</SnapshotType><Encrypted>false</Encrypted>'),
          snapshot('backup', '<SnapshotType>awsbackup</SnapshotType><Encrypted>false</Encrypted>'),
        ].join('')}</DBSnapshots>`,
      ),
      'DescribeDBSnapshots',
    );
    told(
      xml(
        'DescribeDBSnapshotAttributes',
        '<DBSnapshotAttributesResult><DBSnapshotAttributes><DBSnapshotAttribute><AttributeName>restore</AttributeName><AttributeValues><AttributeValue>all</AttributeValue></AttributeValues></DBSnapshotAttribute></DBSnapshotAttributes></DBSnapshotAttributesResult>',
      ),
      'DescribeDBSnapshotAttributes',
    );
    const all = await kit.subjects('aws.rds.snapshot', 'us-east-1');
    const open = all.map((one) => kit.read('aws.rds.snapshot', 'restorableByAnyone', one));
    expect(await Promise.all(open)).toEqual([false, true, false, false]);
    expect(kit.proxy().counts().get('rds:DescribeDBSnapshotAttributes')).toBe(1);
  });

  test('another database by the same name is not the source', async () => {
    told(instance(''));
    const made = (name: string, resource: string) =>
      snapshot(
        name,
        `<SnapshotType>automated</SnapshotType><Encrypted>false</Encrypted><DbiResourceId>${resource}</DbiResourceId>`,
      );
    const list = `<DBSnapshots>${made('new', 'db-NOW')}${made('old', 'db-BEFORE')}</DBSnapshots>`;
    told(xml('DescribeDBSnapshots', list), 'DescribeDBSnapshots');
    const all = await kit.subjects('aws.rds.snapshot', 'us-east-1');
    const there = all.map((one) => kit.read('aws.rds.snapshot', 'sourceIsThere', one));
    expect(await Promise.all(there)).toEqual([true, false]);
  });

  test('what is ordered of a cluster', async () => {
    const cluster = xml(
      'DescribeDBClusters',
      `<DBClusters><DBCluster><DBClusterIdentifier>records</DBClusterIdentifier><DBClusterArn>${arnOf('cluster:records')}</DBClusterArn><Status>available</Status><Engine>aurora-mysql</Engine><StorageEncrypted>true</StorageEncrypted><MultiAZ>false</MultiAZ><DBClusterMembers/><EnabledCloudwatchLogsExports><member>general</member></EnabledCloudwatchLogsExports><PendingModifiedValues><EngineVersion>8.0.mysql_aurora.3.10.0</EngineVersion><IAMDatabaseAuthenticationEnabled>true</IAMDatabaseAuthenticationEnabled></PendingModifiedValues></DBCluster></DBClusters>`,
    );
    told(cluster, 'DescribeDBClusters');
    const one = await kit.only('aws.rds.cluster', 'us-east-1');
    const read = (name: string) => kit.read('aws.rds.cluster', name, one);
    expect([await read('iamAuthentication'), await read('orderedIamAuthentication')]).toEqual([false, true]);
    expect((one as DbCluster).pending.toSorted()).toEqual([
      'EngineVersion',
      'IAMDatabaseAuthenticationEnabled',
    ]);
  });
});
