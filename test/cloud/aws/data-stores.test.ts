import { expect, test } from 'vitest';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { writeKit } from './write-kit.ts';

const json = (body: unknown) => answer(200, { 'content-type': 'application/json' }, JSON.stringify(body));
const region = 'us-east-1';

describeWithMoto('listings of several pages', (moto) => {
  const kit = writeKit(moto);
  const named = async (kind: Parameters<typeof kit.subjects>[0]) =>
    (await kit.subjects(kind, region)).map(({ name }) => name);

  test('Firehose streams, whose listing goes on after the last name', async () => {
    kit.proxy().rule({
      operation: 'ListDeliveryStreams',
      match: ({ key }) => key.includes('"ExclusiveStartDeliveryStreamName":"b"'),
      fault: json({ DeliveryStreamNames: ['c'], HasMoreDeliveryStreams: false }),
    });
    kit.proxy().rule({
      operation: 'ListDeliveryStreams',
      fault: json({ DeliveryStreamNames: ['a', 'b'], HasMoreDeliveryStreams: true }),
    });
    expect(await named('aws.firehose.stream')).toEqual(['a', 'b', 'c']);
  });

  test('a listing that says more and names none comes to its end', async () => {
    kit.proxy().rule({
      operation: 'ListDeliveryStreams',
      fault: json({ DeliveryStreamNames: [], HasMoreDeliveryStreams: true }),
    });
    expect(await named('aws.firehose.stream')).toEqual([]);
  });

  test('recovery points of each vault, but for a view of another account', async () => {
    const point = (id: string) => ({
      RecoveryPointArn: `arn:aws:backup:${region}:${testAccountId}:recovery-point:${id}`,
    });
    kit.proxy().rule({
      operation: 'ListBackupVaults',
      fault: json({
        BackupVaultList: [
          { BackupVaultName: 'own' },
          { BackupVaultName: 'view', VaultType: 'RESTORE_ACCESS_BACKUP_VAULT' },
        ],
      }),
    });
    kit.proxy().rule({
      operation: 'ListRecoveryPointsByBackupVault',
      match: ({ path }) => path.includes('nextToken=more'),
      fault: json({ RecoveryPoints: [point('two')] }),
    });
    kit.proxy().rule({
      operation: 'ListRecoveryPointsByBackupVault',
      fault: json({ RecoveryPoints: [point('one')], NextToken: 'more' }),
    });
    expect(await named('aws.backup.recoveryPoint')).toEqual(['recovery-point:one', 'recovery-point:two']);
    expect(
      kit
        .proxy()
        .calls()
        .filter(({ path }) => path.includes('/view/')),
    ).toEqual([]);
  });

  test('a backup that bears no date is not known to be recent', async () => {
    const told = { type: 'EBS', name: null, lastBackupAt: null, continuous: false };
    const subject = { id: 'arn:aws:ec2:us-east-1:1:volume/vol-1', region, told };
    expect(await kit.ask('aws.backup.protectedResource', 'lastBackup', subject)).toMatchObject({
      known: false,
    });
  });
});
