import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/faults.ts';
import { tellService } from './kit.ts';

const json = (body: unknown) => answer(200, { 'content-type': 'application/json' }, JSON.stringify(body));
const ids: Record<string, string> = {};
const arnOf = (type: string, of: string) => `arn:aws:fsx:us-east-1:${testAccountId}:${type}/${of}`;

const statement = (Sid: string, rest: object) => ({
  Sid,
  Effect: 'Allow',
  Principal: { AWS: '*' },
  Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
  ...rest,
});

tellService({
  title: 'every check of EFS and FSx, on moto',
  checks: ['aws/efs/', 'aws/fsx/'],
  async seed(sdk) {
    const efs = await sdk('efs');
    const made = async (name: string, rest: object) => {
      const { FileSystemId } = await efs.createFileSystem({ CreationToken: name, ...rest });
      ids[name] = FileSystemId ?? '';
    };
    await made('automatic', { Encrypted: true, Backup: true });
    await made('planned', { Encrypted: true, Tags: [{ Key: 'backup', Value: 'daily' }] });
    await made('bare', { Encrypted: false, Tags: [{ Key: 'backup', Value: 'nightly' }] });
    const policy = (name: string, rest: object) =>
      efs.putFileSystemPolicy({
        FileSystemId: ids[name],
        Policy: JSON.stringify({ Version: '2012-10-17', Statement: [statement(name, rest)] }),
      });
    await policy('bare', {});
    // As EFS's own console writes it: only through the file system's own network.
    await policy('planned', { Condition: { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } } });

    const fsx = await sdk('fsx');
    const server = async (name: string, rest: object) => {
      const { FileSystem } = await fsx.createFileSystem({
        FileSystemType: 'WINDOWS',
        StorageCapacity: 300,
        SubnetIds: ['subnet-1'],
        ...rest,
      });
      ids[name] = FileSystem?.FileSystemId ?? '';
    };
    await server('windows', { Tags: [{ Key: 'backup', Value: 'daily' }] });
    await server('forgotten', {});
    await server('scratch', {
      FileSystemType: 'LUSTRE',
      LustreConfiguration: { DeploymentType: 'SCRATCH_2' },
    });
    for (const name of ['linked', 'lustre'])
      await server(name, {
        FileSystemType: 'LUSTRE',
        LustreConfiguration: { DeploymentType: 'PERSISTENT_2' },
      });
    await server('ontap', {
      FileSystemType: 'ONTAP',
      OntapConfiguration: { DeploymentType: 'SINGLE_AZ_1', ThroughputCapacity: 128 },
    });
    await (await sdk('backup')).createBackupPlan({
      BackupPlan: { BackupPlanName: 'daily', Rules: [{ RuleName: 'daily', TargetBackupVaultName: 'v' }] },
    });
  },
  recorded(proxy) {
    const volume = (VolumeId: string, ontap: object = {}) => ({
      VolumeId,
      FileSystemId: ids['ontap'],
      ResourceARN: arnOf('volume', `${ids['ontap']}/${VolumeId}`),
      VolumeType: 'ONTAP',
      Lifecycle: 'CREATED',
      OntapConfiguration: { OntapVolumeType: 'RW', StorageVirtualMachineRoot: false, ...ontap },
    });
    proxy.rule({
      operation: 'DescribeVolumes',
      fault: json({
        Volumes: [
          volume('fsvol-images'),
          volume('fsvol-notes'),
          volume('fsvol-root', { StorageVirtualMachineRoot: true }),
          volume('fsvol-mirror', { OntapVolumeType: 'DP' }),
          { VolumeId: 'fsvol-zfs', VolumeType: 'OPENZFS', ResourceARN: arnOf('volume', 'fs-9/fsvol-zfs') },
        ],
      }),
    });
    const association = (name: string, Lifecycle: string) => ({
      AssociationId: `dra-${name}`,
      FileSystemId: ids[name],
      Lifecycle,
    });
    proxy.rule({
      operation: 'DescribeDataRepositoryAssociations',
      fault: json({ Associations: [association('linked', 'AVAILABLE'), association('lustre', 'DELETING')] }),
    });
    proxy.rule({
      operation: 'ListBackupSelections',
      fault: json({ BackupSelectionsList: [{ SelectionId: 's-1', SelectionName: 'tagged' }] }),
    });
    proxy.rule({
      operation: 'DescribeRegionSettings',
      fault: json({ ResourceTypeOptInPreference: { EFS: false, FSx: false } }),
    });
    proxy.rule({
      operation: 'GetBackupSelection',
      fault: json({
        BackupSelection: {
          SelectionName: 'tagged',
          IamRoleArn: `arn:aws:iam::${testAccountId}:role/backup`,
          Resources: [
            arnOf('volume', '*'),
            `arn:aws:elasticfilesystem:us-east-1:${testAccountId}:file-system/${ids['planned']}`,
            arnOf('file-system', ids['windows'] ?? ''),
          ],
          // EFS is not opted in: what is chosen by a tag alone stays out.
          ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'nightly' }],
          NotResources: [arnOf('volume', `${ids['ontap']}/fsvol-notes`)],
        },
      }),
    });
    proxy.rule({ operation: 'ListProtectedResources', fault: json({ Results: [] }) });
  },
  get expects() {
    const of = (...names: string[]) => names.map((name) => ids[name] ?? '');
    return {
      'aws/efs/backup-plan': { pass: of('automatic', 'planned'), fail: of('bare') },
      'aws/efs/encryption-at-rest': { pass: of('automatic', 'planned'), fail: of('bare') },
      'aws/efs/policy-public': { pass: of('automatic', 'planned'), fail: of('bare') },
      'aws/fsx/backup-plan': {
        pass: of('windows'),
        fail: of('forgotten', 'lustre'),
        notApplicable: of('scratch', 'linked', 'ontap'),
      },
      'aws/fsx/volume-backup-plan': { pass: ['fsvol-images'], fail: ['fsvol-notes'] },
    };
  },
});
