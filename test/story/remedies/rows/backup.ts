import { testAccountId } from '../../../kit/aws/environment.ts';
import { type Aws, told } from '../account.ts';
import type { Chapter, Row } from '../row.ts';

const arn = (service: string, of: string) => `arn:aws:${service}:us-east-1:${testAccountId}:${of}`;
const Tags = [{ Key: 'Team', Value: 'care' }];

/** A plan that goes by one tag, and one that names what is not there. */
async function plans({ sdk }: Aws): Promise<void> {
  const backup = await sdk('backup');
  const plan = async (BackupPlanName: string, chosen: object) => {
    const rule = { RuleName: 'main', TargetBackupVaultName: 'sound' };
    const { BackupPlanId } = await backup.createBackupPlan({ BackupPlan: { BackupPlanName, Rules: [rule] } });
    const named = { SelectionName: BackupPlanName, IamRoleArn: `arn:aws:iam::${testAccountId}:role/backup` };
    await backup.createBackupSelection({ BackupPlanId, BackupSelection: { ...named, ...chosen } });
  };
  const tag = { ConditionType: 'STRINGEQUALS' as const, ConditionKey: 'Backup', ConditionValue: 'daily' };
  await plan('daily', { ListOfTags: [tag] });
  await plan('others', { Resources: [arn('dynamodb', 'table/others')] });
}

const tagging = ({ sdk }: Aws) => sdk('tagging');

const byTag = (remedy: string, check: string, seed: (aws: Aws) => Promise<string>): Row => ({
  remedy,
  check,
  async seed(aws) {
    await plans(aws);
    return seed(aws);
  },
  change: ['tags.Backup: absent → "daily"'],
  calls: ['TagResources'],
  undo: ['UntagResources'],
  state: async (aws, resource) => told((await tagging(aws)).getResources({ ResourceARNList: [resource] })),
  meddle: async (aws, resource) =>
    (await tagging(aws)).tagResources({ ResourceARNList: [resource], Tags: { Backup: 'weekly' } }),
});

async function volume({ sdk }: Aws): Promise<string> {
  const { VolumeId } = await (await sdk('ec2')).createVolume({
    AvailabilityZone: 'us-east-1a',
    Size: 1,
    TagSpecifications: [{ ResourceType: 'volume', Tags }],
  });
  return arn('ec2', `volume/${VolumeId}`);
}

async function instance({ sdk }: Aws): Promise<string> {
  const { Instances = [] } = await (await sdk('ec2')).runInstances({
    ImageId: 'ami-12c6146b',
    MinCount: 1,
    MaxCount: 1,
    TagSpecifications: [{ ResourceType: 'instance', Tags }],
  });
  return arn('ec2', `instance/${Instances[0]?.InstanceId}`);
}

const own = { MasterUsername: 'keeper', MasterUserPassword: 'Made-up-1', Tags };

async function database({ sdk }: Aws): Promise<string> {
  const { DBInstance } = await (await sdk('rds')).createDBInstance({
    DBInstanceIdentifier: 'records',
    DBInstanceClass: 'db.t3.micro',
    Engine: 'postgres',
    AllocatedStorage: 20,
    ...own,
  });
  return DBInstance?.DBInstanceArn ?? '';
}

async function cluster({ sdk }: Aws): Promise<string> {
  const { DBCluster } = await (await sdk('rds')).createDBCluster({
    DBClusterIdentifier: 'records',
    Engine: 'aurora-postgresql',
    ...own,
  });
  return DBCluster?.DBClusterArn ?? '';
}

const tagged: readonly Row[] = [
  byTag('aws/dynamodb/backup-plan-tag', 'aws/dynamodb/backup-plan', async ({ sdk }) => {
    await (await sdk('dynamoDb')).createTable({
      TableName: 'records',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
      Tags,
    });
    return arn('dynamodb', 'table/records');
  }),
  byTag('aws/ebs/backup-plan-tag', 'aws/ebs/backup-plan', volume),
  byTag('aws/ec2/instance-backup-plan-tag', 'aws/ec2/instance-backup-plan', instance),
  byTag('aws/efs/backup-plan-tag', 'aws/efs/backup-plan', async ({ sdk }) => {
    const { FileSystemArn } = await (await sdk('efs')).createFileSystem({ CreationToken: 'one', Tags });
    return FileSystemArn ?? '';
  }),
  byTag('aws/fsx/backup-plan-tag', 'aws/fsx/backup-plan', async ({ sdk }) => {
    const { FileSystem } = await (await sdk('fsx')).createFileSystem({
      FileSystemType: 'WINDOWS',
      StorageCapacity: 32,
      SubnetIds: ['subnet-1'],
      Tags,
    });
    return FileSystem?.ResourceARN ?? '';
  }),
  byTag('aws/rds/backup-plan-tag', 'aws/rds/backup-plan', database),
  byTag('aws/rds/aurora-backup-plan-tag', 'aws/rds/aurora-backup-plan', cluster),
];

const BackupVaultName = 'sound';

/** What AWS Backup does of itself, and which tags bring a resource into one of its plans. */
export const backup: Chapter = {
  title: 'remedies of AWS Backup, on moto',
  remedies: { 'aws/backup/vault-lock': { minRetentionDays: 7, maxRetentionDays: 400 } },
  behind: [
    'dynamodb:TagResource',
    'dynamodb:UntagResource',
    'ec2:CreateTags',
    'ec2:DeleteTags',
    'elasticfilesystem:TagResource',
    'elasticfilesystem:UntagResource',
    'fsx:TagResource',
    'fsx:UntagResource',
    'rds:AddTagsToResource',
    'rds:RemoveTagsFromResource',
  ],
  rows: [
    ...tagged,
    {
      remedy: 'aws/backup/vault-lock',
      check: 'aws/backup/vault-lock',
      async seed({ sdk }) {
        await (await sdk('backup')).createBackupVault({
          BackupVaultName,
          EncryptionKeyArn: 'alias/aws/backup',
        });
        return arn('backup', `backup-vault:${BackupVaultName}`);
      },
      change: ['on: false → true', 'minRetentionDays: null → 7', 'maxRetentionDays: null → 400'],
      calls: ['PutBackupVaultLockConfiguration'],
      undo: ['DeleteBackupVaultLockConfiguration'],
      state: async ({ sdk }) => told((await sdk('backup')).describeBackupVault({ BackupVaultName })),
      meddle: async ({ sdk }) =>
        (await sdk('backup')).putBackupVaultLockConfiguration({ BackupVaultName, MinRetentionDays: 1 }),
    },
  ],
};
