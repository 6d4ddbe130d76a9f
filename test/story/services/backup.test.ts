import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/faults.ts';
import { tellService } from './kit.ts';

const json = (body: unknown) => answer(200, { 'content-type': 'application/json' }, JSON.stringify(body));
const at = (days: number) => Date.now() / 1000 - days * 86_400;
const table = (name: string) => `arn:aws:dynamodb:us-east-1:${testAccountId}:table/${name}`;
const named = (policy: object) => JSON.stringify({ Version: '2012-10-17', Statement: [policy] });

const point = (id: string, rest: object = {}) => ({
  RecoveryPointArn: `arn:aws:backup:us-east-1:${testAccountId}:recovery-point:${id}`,
  BackupVaultName: 'sound',
  ResourceArn: table('records'),
  ResourceType: 'DynamoDB',
  Status: 'COMPLETED',
  CreationDate: at(1),
  IsEncrypted: true,
  Lifecycle: { DeleteAfterDays: 35 },
  ...rest,
});

/** As moto tells them, but that it never counts a recovery point. */
const vaults: object[] = [];

tellService({
  title: 'every check of AWS Backup, on moto',
  checks: ['aws/backup/'],
  regions: ['us-east-1', 'us-west-2'],
  async seed(sdk) {
    const backup = await sdk('backup');
    const { KeyMetadata } = await (await sdk('kms')).createKey({});
    await backup.createBackupVault({ BackupVaultName: 'sound', EncryptionKeyArn: KeyMetadata?.Arn });
    await backup.createBackupVault({ BackupVaultName: 'bare', EncryptionKeyArn: 'alias/aws/backup' });
    await backup.putBackupVaultLockConfiguration({ BackupVaultName: 'sound', MinRetentionDays: 35 });
    const { BackupVaultList = [] } = await backup.listBackupVaults({});
    for (const { CreationDate, LockDate: _, ...vault } of BackupVaultList)
      vaults.push({
        ...vault,
        CreationDate: (CreationDate?.getTime() ?? 0) / 1000,
        NumberOfRecoveryPoints: vault.BackupVaultName === 'sound' ? 4 : 0,
      });
    const plan = (BackupPlanName: string, DeleteAfterDays: number, rule: object = {}) =>
      backup.createBackupPlan({
        BackupPlan: {
          BackupPlanName,
          Rules: [
            { RuleName: 'main', TargetBackupVaultName: 'sound', Lifecycle: { DeleteAfterDays }, ...rule },
          ],
        },
      });
    await plan('daily', 35, { ScheduleExpression: 'cron(0 5 ? * * *)' });
    await plan('yearly', 2192, { ScheduleExpression: 'cron(0 5 1 1 ? *)' });
    await plan('odd', 2192, { ScheduleExpression: 'cron(0 5 1W 1 ? *)' });
    await (await sdk('dynamoDb')).createTable({
      TableName: 'records',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
      Tags: [{ Key: 'DataClassification', Value: 'PHI' }],
    });
  },
  recorded(proxy) {
    const there =
      (operation: string, vault: string) => (call: { operation: string; key: string; region: string }) =>
        call.operation === operation && call.region === 'us-east-1' && call.key.includes(vault);
    proxy.rule({
      match: there('ListRecoveryPointsByBackupVault', '/sound/'),
      fault: json({
        RecoveryPoints: [
          point('one'),
          point('short', { Lifecycle: { DeleteAfterDays: 34 } }),
          point('plain', { IsEncrypted: false, Lifecycle: undefined }),
          point('going', { Status: 'DELETING', IsEncrypted: false }),
        ],
      }),
    });
    proxy.rule({ operation: 'ListRecoveryPointsByBackupVault', fault: json({ RecoveryPoints: [] }) });
    proxy.rule({
      match: there('GetBackupVaultAccessPolicy', '/sound/'),
      fault: json({
        Policy: named({
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Action: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
          Resource: '*',
        }),
      }),
    });
    proxy.rule({
      operation: 'GetBackupVaultAccessPolicy',
      fault: { status: 404, code: 'ResourceNotFoundException' },
    });
    proxy.rule({
      operation: 'ListProtectedResources',
      match: ({ region }) => region === 'us-east-1',
      fault: json({
        Results: [
          { ResourceArn: table('records'), ResourceType: 'DynamoDB', LastBackupTime: at(1) },
          { ResourceArn: table('old'), ResourceType: 'DynamoDB', LastBackupTime: at(32) },
          {
            ResourceArn: 'arn:aws:s3:::images',
            ResourceType: 'S3',
            ResourceName: 'images',
            LastBackupTime: at(300),
            LastRecoveryPointArn: `arn:aws:backup:us-east-1:${testAccountId}:recovery-point:continuous:images-1`,
          },
        ],
      }),
    });
    proxy.rule({ operation: 'ListProtectedResources', fault: json({ Results: [] }) });
    proxy.rule({
      operation: 'ListBackupSelections',
      fault: json({ BackupSelectionsList: [{ SelectionId: 's-1', SelectionName: 'phi' }] }),
    });
    proxy.rule({
      operation: 'GetBackupSelection',
      fault: json({
        BackupSelection: {
          SelectionName: 'phi',
          IamRoleArn: `arn:aws:iam::${testAccountId}:role/backup`,
          ListOfTags: [
            { ConditionType: 'STRINGEQUALS', ConditionKey: 'DataClassification', ConditionValue: 'PHI' },
          ],
        },
      }),
    });
    proxy.rule({
      operation: 'ListBackupVaults',
      match: ({ region }) => region === 'us-east-1',
      fault: json({ BackupVaultList: vaults }),
    });
    proxy.rule({
      operation: 'ListRestoreJobs',
      match: ({ region }) => region === 'us-east-1',
      fault: json({
        RestoreJobs: [
          { RestoreJobId: 'a', Status: 'COMPLETED', CompletionDate: at(500) },
          { RestoreJobId: 'b', Status: 'COMPLETED', CompletionDate: at(100) },
        ],
      }),
    });
    proxy.rule({ operation: 'ListRestoreJobs', fault: json({ RestoreJobs: [] }) });
    proxy.rule({ operation: 'ListRestoreTestingPlans', fault: json({ RestoreTestingPlans: [] }) });
  },
  expects: {
    'aws/backup/plan-frequency-and-retention': { pass: ['daily'], fail: ['yearly'], unknown: ['odd'] },
    'aws/backup/retention-six-years': { pass: ['yearly'], fail: ['daily'], unknown: ['odd'] },
    'aws/backup/recovery-point-encrypted': {
      pass: ['recovery-point:one', 'recovery-point:short'],
      fail: ['recovery-point:plain'],
      notApplicable: ['recovery-point:going'],
    },
    'aws/backup/recovery-point-min-retention': {
      pass: ['recovery-point:one', 'recovery-point:plain'],
      fail: ['recovery-point:short'],
      notApplicable: ['recovery-point:going'],
    },
    'aws/backup/recovery-point-recent': {
      pass: ['table/records'],
      fail: ['table/old'],
      notApplicable: ['images'],
    },
    'aws/backup/restore-tested': { pass: ['us-east-1'], notApplicable: ['us-west-2'] },
    'aws/backup/region-vault': { pass: ['us-east-1'], notApplicable: ['us-west-2'] },
    'aws/backup/vault-exists-encrypted': { pass: ['sound'], fail: ['bare'] },
    'aws/backup/vault-lock': { pass: ['sound'], fail: ['bare'] },
    'aws/backup/vault-manual-deletion-blocked': { pass: ['sound'], fail: ['bare'] },
  },
});
