import { describe, expect, test } from 'vitest';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { recordedPuts } from './recorded-put.ts';
import { writeKit } from './write-kit.ts';

const arn = (of: string) => `arn:aws:backup:us-east-1:${testAccountId}:${of}`;
const region = 'us-east-1';
const planId = '11111111-2222-3333-4444-555555555555';

/** As GetBackupPlan tells it, with a field of each kind that a rule may have. */
const told = {
  BackupPlanName: 'daily',
  Rules: [
    {
      RuleName: 'main',
      RuleId: 'rule-1',
      TargetBackupVaultName: 'sound',
      ScheduleExpression: 'cron(0 5 ? * * *)',
      ScheduleExpressionTimezone: 'Etc/UTC',
      StartWindowMinutes: 480,
      CompletionWindowMinutes: 10080,
      Lifecycle: { DeleteAfterDays: 7 },
      RecoveryPointTags: { made: 'by-plan' },
      EnableContinuousBackup: false,
      CopyActions: [
        { DestinationBackupVaultArn: arn('backup-vault:other'), Lifecycle: { DeleteAfterDays: 30 } },
      ],
    },
    { RuleName: 'ever', RuleId: 'rule-2', TargetBackupVaultName: 'sound' },
  ],
  AdvancedBackupSettings: [{ ResourceType: 'EC2', BackupOptions: { WindowsVSS: 'enabled' } }],
};
/** The same, without what AWS numbers itself. */
const untouched = { ...told, Rules: told.Rules.map(({ RuleId: _, ...rule }) => rule) };

describe('what can be set of AWS Backup, over recorded answers', () => {
  const put = recordedPuts({
    UpdateBackupPlan: { BackupPlanId: planId, VersionId: 'two' },
    PutBackupVaultAccessPolicy: {},
    DeleteBackupVaultAccessPolicy: {},
    UpdateRecoveryPointLifecycle: {},
  });
  const vault = { id: arn('backup-vault:sound'), name: 'sound', region };

  test('the access policy of a vault, and none', async () => {
    const policy = '{"Version":"2012-10-17","Statement":[]}';
    expect(await put('aws.backup.vault', 'accessPolicy', vault, policy)).toEqual([
      {
        operation: 'PutBackupVaultAccessPolicy',
        path: '/backup-vaults/sound/access-policy',
        body: { Policy: policy },
      },
    ]);
    expect(await put('aws.backup.vault', 'accessPolicy', vault, null)).toEqual([
      { operation: 'DeleteBackupVaultAccessPolicy', path: '/backup-vaults/sound/access-policy', body: null },
    ]);
  });

  test.each([
    ['longer', null, 35, { DeleteAfterDays: 35 }],
    ['longer, and cold first', 7, 97, { DeleteAfterDays: 97, MoveToColdStorageAfterDays: 7 }],
    ['for ever', null, null, { DeleteAfterDays: -1, MoveToColdStorageAfterDays: -1 }],
  ])('a recovery point is kept %s, in its own vault', async (_name, cold, days, Lifecycle) => {
    const point = {
      id: arn('recovery-point:one'),
      region,
      point: { BackupVaultName: 'sound', RecoveryPointArn: arn('recovery-point:one') },
    };
    const value = { deleteAfterDays: days, moveToColdStorageAfterDays: cold };
    expect(await put('aws.backup.recoveryPoint', 'lifecycle', point, value)).toEqual([
      {
        operation: 'UpdateRecoveryPointLifecycle',
        path: `/backup-vaults/sound/recovery-points/${arn('recovery-point:one')}`,
        body: { Lifecycle },
      },
    ]);
  });

  test('that disks are archived is not taken away with it', async () => {
    const is = {
      DeleteAfterDays: 97,
      MoveToColdStorageAfterDays: 7,
      OptInToArchiveForSupportedResources: true,
    };
    const point = {
      id: arn('recovery-point:one'),
      region,
      point: { BackupVaultName: 'sound', Lifecycle: is },
    };
    const value = { deleteAfterDays: 120, moveToColdStorageAfterDays: 7 };
    const [call] = await put('aws.backup.recoveryPoint', 'lifecycle', point, value);
    expect(call?.body).toEqual({ Lifecycle: { ...is, DeleteAfterDays: 120 } });
  });
});

describeWithMoto('a backup plan as it is read, and as it is written', (moto) => {
  const kit = writeKit(moto);
  const put = recordedPuts({ UpdateBackupPlan: { BackupPlanId: planId, VersionId: 'two' } });
  const plan = { id: arn(`backup-plan:${planId}`), name: 'daily', region, planId };

  const read = async () => {
    kit.proxy().rule({
      operation: 'GetBackupPlan',
      fault: answer(200, { 'content-type': 'application/json' }, JSON.stringify({ BackupPlan: told })),
    });
    return kit.read('aws.backup.plan', 'document', plan);
  };

  test('what is written back is what was there, to the letter', async () => {
    expect(await put('aws.backup.plan', 'document', plan, await read())).toEqual([
      { operation: 'UpdateBackupPlan', path: `/backup/plans/${planId}`, body: { BackupPlan: untouched } },
    ]);
  });

  test('an event after which backups go is told by AWS, which refuses to be told it', async () => {
    const value = await read();
    const [main, ever] = value.Rules;
    const afterCopy = { ...main, Lifecycle: { ...main.Lifecycle, DeleteAfterEvent: 'DELETE_AFTER_COPY' } };
    const [sent] = await put('aws.backup.plan', 'document', plan, { ...value, Rules: [afterCopy, ever] });
    expect(sent?.body.BackupPlan).toEqual(untouched);
  });

  test('one field that is changed is all that changes', async () => {
    const value = await read();
    const [main, ever] = value.Rules;
    const longer = { ...main, Lifecycle: { ...main.Lifecycle, DeleteAfterDays: 35 } };
    const [sent] = await put('aws.backup.plan', 'document', plan, { ...value, Rules: [longer, ever] });
    const [first, second] = untouched.Rules;
    expect(sent?.body.BackupPlan).toEqual({
      ...untouched,
      Rules: [{ ...first, Lifecycle: { DeleteAfterDays: 35 } }, second],
    });
  });
});
