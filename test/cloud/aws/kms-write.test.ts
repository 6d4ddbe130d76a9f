import {
  CancelKeyDeletionCommand,
  CreateKeyCommand,
  DescribeKeyCommand,
  EnableKeyRotationCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  KMSClient,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Subject } from '../../../src/domain/catalog.ts';
import { known } from '../../../src/domain/collected.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { clientConfig } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { told, writeKit, writingOf } from './write-kit.ts';

/** Written over several lines, with spaces that a parser would drop. */
const policy = (principal: unknown) => `{
  "Version": "2012-10-17",  "Id": "by-hand",
  "Statement": [{ "Sid": "use", "Effect": "Allow", "Principal": ${JSON.stringify(principal)}, "Action": ["kms:Encrypt", "kms:Decrypt"], "Resource": "*" }]
}`;
const account = { AWS: 'arn:aws:iam::123456789012:root' };

describeWithMoto('what can be set of KMS, on moto', (moto) => {
  const kit = writeKit(moto);
  let kms: KMSClient;
  beforeAll(() => {
    kms = new KMSClient(clientConfig(moto.endpoint));
  });
  afterAll(() => kms.destroy());

  const make = async (input: ConstructorParameters<typeof CreateKeyCommand>[0] = {}): Promise<Subject> => {
    await kms.send(new CreateKeyCommand(input));
    return kit.only('aws.kms.key', 'us-east-1');
  };
  const state =
    ({ id: KeyId }: Subject) =>
    async () => ({
      key: await told(kms.send(new DescribeKeyCommand({ KeyId }))),
      rotation: await told(kms.send(new GetKeyRotationStatusCommand({ KeyId }))),
      policy: await told(kms.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }))),
    });

  test('rotation, from off and back', async () => {
    const key = await make();
    expect(await kit.thereAndBack('aws.kms.key', 'rotationDays', key, 365, state(key))).toBeNull();
  });

  test('rotation, from on and back', async () => {
    const key = await make();
    await kms.send(new EnableKeyRotationCommand({ KeyId: key.id }));
    expect(await kit.thereAndBack('aws.kms.key', 'rotationDays', key, null, state(key))).toBe(365);
  });

  test('the period is told to KMS, and read from it', async () => {
    const key = await make();
    await kit.put('aws.kms.key', 'rotationDays', key, 180);
    expect(kit.sent().join()).toMatch(/RotationPeriodInDays\W+180/);
    const body = JSON.stringify({ KeyRotationEnabled: true, RotationPeriodInDays: 180 });
    kit.proxy().rule({
      operation: 'GetKeyRotationStatus',
      fault: answer(200, { 'content-type': 'application/x-amz-json-1.1' }, body),
    });
    expect(await kit.read('aws.kms.key', 'rotationDays', key)).toBe(180);
  });

  test('a key that KMS does not rotate cannot be set', async () => {
    const key = await make({ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' });
    expect(await kit.ask('aws.kms.key', 'rotationDays', key)).toMatchObject({ reason: 'unsupported' });
  });

  test('the policy is put back to the letter', async () => {
    const key = await make({ Policy: policy('*') });
    const after = policy(account);
    expect(await kit.thereAndBack('aws.kms.key', 'policy', key, after, state(key))).toBe(policy('*'));
    await expect(kit.put('aws.kms.key', 'policy', key, null)).rejects.toThrow(/never without a policy/);
  });

  test('a policy whose principals KMS tells in another order is told in one', async () => {
    const arns = ['a', 'b', 'c'].map((name) => `arn:aws:iam::123456789012:role/${name}`);
    const key = await make({ Policy: policy({ AWS: arns }) });
    const first = await kit.read('aws.kms.key', 'policy', key);
    const again = JSON.stringify({ Policy: policy({ AWS: arns.toReversed() }) });
    kit.proxy().rule({
      operation: 'GetKeyPolicy',
      fault: answer(200, { 'content-type': 'application/x-amz-json-1.1' }, again),
    });
    const settled = await kit.read('aws.kms.key', 'policy', key);
    expect(settled).toBe(first);
    expect(JSON.parse(settled)).toEqual(JSON.parse(policy({ AWS: arns })));
    expect(writingOf('aws.kms.key', 'policy').same?.(settled, policy({ AWS: arns }))).toBe(true);
    expect(writingOf('aws.kms.key', 'policy').same?.(settled, policy({ AWS: arns.slice(1) }))).toBe(false);
  });

  test('who is let in follows from the policy, without another call', async () => {
    const key = await make({ Policy: policy('*') });
    expect(await kit.read('aws.kms.key', 'openTo', key)).toMatch(/kms:/);
    await kit.put('aws.kms.key', 'policy', key, policy(account));
    expect(await kit.read('aws.kms.key', 'openTo', key)).toBeNull();
    expect(kit.proxy().counts().get('kms:GetKeyPolicy')).toBe(1);
  });

  test('a deletion is cancelled and the key enabled; it is never scheduled', async () => {
    const key = await make();
    const start = await state(key)();
    await kms.send(new ScheduleKeyDeletionCommand({ KeyId: key.name, PendingWindowInDays: 7 }));
    expect(await kit.read('aws.kms.key', 'deletion', key)).toEqual({ on: expect.stringMatching(/T/) });
    expect(await kit.put('aws.kms.key', 'deletion', key, null)).toEqual(['CancelKeyDeletion', 'EnableKey']);
    expect(await kit.read('aws.kms.key', 'deletion', key)).toBeNull();
    expect(await state(key)()).toEqual(start);
    await expect(kit.put('aws.kms.key', 'deletion', key, { on: null })).rejects.toThrow(/never queued/);
    expect(await state(key)()).toEqual(start);
  });

  test('a key whose deletion was cancelled and that nobody enabled is half the way', async () => {
    const key = await make();
    await kms.send(new ScheduleKeyDeletionCommand({ KeyId: key.name, PendingWindowInDays: 7 }));
    await kms.send(new CancelKeyDeletionCommand({ KeyId: key.name }));
    expect(await kit.read('aws.kms.key', 'deletion', key)).toEqual({ on: null });
    expect(await kit.put('aws.kms.key', 'deletion', key, null)).toEqual(['EnableKey']);
    expect(await kit.read('aws.kms.key', 'deletion', key)).toBeNull();
  });

  test('a key that was not queued is left alone', async () => {
    const key = await make();
    expect(await kit.put('aws.kms.key', 'deletion', key, null)).toEqual([]);
  });

  test('what follows from a value', () => {
    const { implies } = writingOf('aws.kms.key', 'deletion');
    const description = { managedBy: 'customer', state: 'PendingDeletion', deletedOn: 'x', rotatesNot: null };
    expect(implies?.(null, { description: known(description) })).toEqual({
      description: { ...description, state: 'Enabled', deletedOn: null },
    });
    expect(implies?.({ on: 'x' }, { description: known(description) })).toEqual({});
    const rotation = writingOf('aws.kms.key', 'rotationDays');
    expect(rotation.implies?.(90, {})).toEqual({ rotation: { enabled: true, everyDays: 90 } });
    expect(rotation.implies?.(null, {})).toEqual({ rotation: { enabled: false } });
  });
});
