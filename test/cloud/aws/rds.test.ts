import { expect, test } from 'vitest';
import type { DbCluster } from '../../../src/cloud/aws/rds/cluster-subject.ts';
import type { DbInstance } from '../../../src/cloud/aws/rds/instance-subject.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { testAccountId } from '../../kit/aws/environment.ts';
import { answer, deny } from '../../kit/aws/proxy.ts';
import { writeKit } from './write-kit.ts';

const arnOf = (what: string) => `arn:aws:rds:us-east-1:${testAccountId}:${what}`;
const xml = (operation: string, result: string) =>
  answer(
    200,
    { 'content-type': 'text/xml' },
    `<${operation}Response xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><${operation}Result>${result}</${operation}Result></${operation}Response>`,
  );

const usual = { status: 'available', engine: 'mariadb', version: '11.4.5', isPublic: false };
const instance = (more: string, like: Partial<typeof usual> = {}) => {
  const { status, engine, version, isPublic } = { ...usual, ...like };
  return xml(
    'DescribeDBInstances',
    `<DBInstances><DBInstance><DBInstanceIdentifier>records</DBInstanceIdentifier><DBInstanceArn>${arnOf('db:records')}</DBInstanceArn><DBInstanceStatus>${status}</DBInstanceStatus><Engine>${engine}</Engine><EngineVersion>${version}</EngineVersion><PubliclyAccessible>${isPublic}</PubliclyAccessible><StorageEncrypted>false</StorageEncrypted><BackupRetentionPeriod>0</BackupRetentionPeriod><MultiAZ>false</MultiAZ><AutoMinorVersionUpgrade>true</AutoMinorVersionUpgrade><DbiResourceId>db-NOW</DbiResourceId>${more}</DBInstance></DBInstances>`,
  );
};

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

  const ordered =
    '<PendingModifiedValues><MultiAZ>true</MultiAZ><BackupRetentionPeriod>7</BackupRetentionPeriod><IAMDatabaseAuthenticationEnabled>true</IAMDatabaseAuthenticationEnabled><ProcessorFeatures/><PendingCloudwatchLogsExports><LogTypesToEnable><member>audit</member></LogTypesToEnable></PendingCloudwatchLogsExports></PendingModifiedValues>';
  const settings = ['multiAz', 'backupRetentionDays', 'iamAuthentication', 'logExports'];

  test('what RDS is changing at this moment is not known, and what was ordered is', async () => {
    told(instance(ordered, { status: 'modifying' }));
    for (const name of settings)
      expect([name, await fact(name)]).toMatchObject([
        name,
        { known: false, message: expect.stringContaining('is being changed now') },
      ]);
    expect([await fact('orderedMultiAz'), await fact('orderedBackupRetentionDays')]).toEqual([true, 7]);
    const { pending: names } = (await kit.only('aws.rds.instance', 'us-east-1')) as DbInstance;
    expect(names).not.toContain('ProcessorFeatures');
  });

  test('what only waits for the maintenance window is as it is', async () => {
    told(instance(ordered));
    expect(await Promise.all(settings.map(fact))).toEqual([false, 0, false, []]);
  });

  test('another change leaves what is not ordered known', async () => {
    told(
      instance('<PendingModifiedValues><AllocatedStorage>40</AllocatedStorage></PendingModifiedValues>', {
        status: 'modifying',
      }),
    );
    expect(await Promise.all(settings.map(fact))).toEqual([false, 0, false, []]);
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

  test('a prefix list that cannot be read leaves a public address known', async () => {
    told(
      instance(
        '<Endpoint><Port>3306</Port></Endpoint><VpcSecurityGroups><VpcSecurityGroupMembership><VpcSecurityGroupId>sg-1</VpcSecurityGroupId></VpcSecurityGroupMembership></VpcSecurityGroups>',
        { isPublic: true },
      ),
    );
    const rule =
      '<item><ipProtocol>tcp</ipProtocol><fromPort>3306</fromPort><toPort>3306</toPort><prefixListIds><item><prefixListId>pl-1</prefixListId></item></prefixListIds></item>';
    told(
      answer(
        200,
        { 'content-type': 'text/xml' },
        `<DescribeSecurityGroupsResponse><securityGroupInfo><item><groupId>sg-1</groupId><ipPermissions>${rule}</ipPermissions></item></securityGroupInfo></DescribeSecurityGroupsResponse>`,
      ),
      'DescribeSecurityGroups',
    );
    told(deny(), 'GetManagedPrefixListEntries');
    expect(await fact('publicReach')).toEqual({ through: [], unseen: ['sg-1'] });
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
    told(instance(group, { version: '11.8.2' }));
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
    told(instance(group, { version: '11.4.5' }));
    told(unsaid, 'DescribeDBParameters');
    expect(await fact('tls')).toMatchObject({ value: null, refusesPlain: false });
  });

  const membership = (name: string, status: string) =>
    `<OptionGroupMembership><OptionGroupName>${name}</OptionGroupName><Status>${status}</Status></OptionGroupMembership>`;
  const option = (name: string, settings = '') =>
    `<Option><OptionName>${name}</OptionName><OptionSettings>${settings}</OptionSettings></Option>`;
  const native = (value: string) =>
    option(
      'NATIVE_NETWORK_ENCRYPTION',
      `<OptionSetting><Name>SQLNET.ENCRYPTION_SERVER</Name><DefaultValue>REQUESTED</DefaultValue>${value}</OptionSetting>`,
    );
  const by = { group: 'own', parameter: 'SQLNET.ENCRYPTION_SERVER', waitsForReboot: false };

  test.each([
    ['requires encryption', native('<Value>REQUIRED</Value>'), { value: 'REQUIRED', refusesPlain: true }],
    ['asks for it', native('<Value>REQUESTED</Value>'), { value: 'REQUESTED', refusesPlain: false }],
    ['says nothing of it', native(''), { value: 'REQUESTED', refusesPlain: false }],
    ['has no such option', option('STATSPACK'), { value: null, refusesPlain: false }],
  ])('Oracle whose option group %s', async (_name, options, rule) => {
    told(
      instance(
        `<OptionGroupMemberships>${membership('next', 'pending-apply')}${membership('own', 'pending-removal')}</OptionGroupMemberships>`,
        { engine: 'oracle-ee' },
      ),
    );
    const groups = `<OptionGroupsList><OptionGroup><OptionGroupName>own</OptionGroupName><Options>${options}</Options></OptionGroup></OptionGroupsList>`;
    told(xml('DescribeOptionGroups', groups), 'DescribeOptionGroups');
    expect(await fact('tls')).toEqual({ ...by, ...rule });
  });

  test.each([
    ['takes TLS on a port of its own', 'in-sync', option('SSL'), /a port of its own/],
    ['tells no option group in force', 'applying', option('STATSPACK'), /option group/],
  ])('of Oracle that %s it is not known', async (_name, status, options, message) => {
    const memberships = `<OptionGroupMemberships>${membership('own', status)}</OptionGroupMemberships>`;
    told(instance(memberships, { engine: 'oracle-ee' }));
    const groups = `<OptionGroupsList><OptionGroup><Options>${options}</Options></OptionGroup></OptionGroupsList>`;
    told(xml('DescribeOptionGroups', groups), 'DescribeOptionGroups');
    expect(await fact('tls')).toMatchObject({ known: false, message: expect.stringMatching(message) });
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

  test.each([
    ['available', false],
    ['modifying', { known: false }],
  ])('what is ordered of a cluster that is %s', async (status, iamAuthentication) => {
    const cluster = xml(
      'DescribeDBClusters',
      `<DBClusters><DBCluster><DBClusterIdentifier>records</DBClusterIdentifier><DBClusterArn>${arnOf('cluster:records')}</DBClusterArn><Status>${status}</Status><Engine>aurora-mysql</Engine><StorageEncrypted>true</StorageEncrypted><MultiAZ>false</MultiAZ><DBClusterMembers/><EnabledCloudwatchLogsExports><member>general</member></EnabledCloudwatchLogsExports><PendingModifiedValues><EngineVersion>8.0.mysql_aurora.3.10.0</EngineVersion><IAMDatabaseAuthenticationEnabled>true</IAMDatabaseAuthenticationEnabled></PendingModifiedValues></DBCluster></DBClusters>`,
    );
    told(cluster, 'DescribeDBClusters');
    const one = await kit.only('aws.rds.cluster', 'us-east-1');
    const read = (name: string) => kit.read('aws.rds.cluster', name, one);
    expect([await read('iamAuthentication'), await read('orderedIamAuthentication')]).toMatchObject([
      iamAuthentication,
      true,
    ]);
    expect((one as DbCluster).pending.toSorted()).toEqual([
      'EngineVersion',
      'IAMDatabaseAuthenticationEnabled',
    ]);
  });
});
