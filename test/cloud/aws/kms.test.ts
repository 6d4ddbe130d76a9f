import {
  CreateKeyCommand,
  EnableKeyRotationCommand,
  KMSClient,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Subject } from '../../../src/domain/catalog.ts';
import type { Session } from '../../../src/domain/provider.ts';
import { behindProxy } from '../../kit/aws/behind-proxy.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { clientConfig } from '../../kit/aws/environment.ts';
import { answer, deny, html200 } from '../../kit/aws/proxy.ts';
import { learn, openAccount } from './s3-kit.ts';

const says = (body: unknown) =>
  answer(200, { 'content-type': 'application/x-amz-json-1.1' }, JSON.stringify(body));

describeWithMoto('KMS on moto', (moto) => {
  const proxy = behindProxy(moto);
  let kms: KMSClient;
  let session: Session;

  const keys = async (): Promise<Subject[]> => {
    const found: Subject[] = [];
    for await (const one of session.list('aws.kms.key', 'us-east-1')) found.push(one);
    return found;
  };
  const about = async (fact: string) => {
    const [key] = await keys();
    if (!key) throw new Error('no key');
    return learn(session, 'aws.kms.key', fact, key);
  };
  const make = async (input: ConstructorParameters<typeof CreateKeyCommand>[0] = {}) => {
    const { KeyMetadata } = await kms.send(new CreateKeyCommand(input));
    return KeyMetadata?.KeyId;
  };

  beforeAll(async () => {
    kms = new KMSClient(clientConfig(moto.endpoint));
  });
  afterAll(async () => {
    kms.destroy();
  });
  beforeEach(async () => {
    await moto.reset();
    session = await openAccount();
    proxy.reset();
  });
  afterEach(() => session.close());

  test('lists every page of keys', async () => {
    const page = (KeyId: string, next?: string) => ({
      Keys: [{ KeyId, KeyArn: `arn:aws:kms:us-east-1:123456789012:key/${KeyId}` }],
      Truncated: next !== undefined,
      ...(next && { NextMarker: next }),
    });
    proxy.rule({ operation: 'ListKeys', times: 1, fault: says(page('a', 'more')) });
    proxy.rule({ operation: 'ListKeys', times: 1, fault: says(page('b')) });
    expect(await keys()).toMatchObject([
      { id: 'arn:aws:kms:us-east-1:123456789012:key/a', name: 'a', region: 'us-east-1' },
      { name: 'b' },
    ]);
  });

  test.each([
    ['a page', html200()],
    ['a list that is missing', says({})],
    ['a refusal', deny()],
  ])('%s is not a region without keys', async (_, fault) => {
    proxy.rule({ operation: 'ListKeys', fault });
    await expect(keys()).rejects.toThrow();
  });

  test('rotation, off and on', async () => {
    const KeyId = await make();
    expect(await about('rotation')).toEqual({ known: true, value: { enabled: false } });
    await kms.send(new EnableKeyRotationCommand({ KeyId }));
    expect(await about('rotation')).toEqual({ known: true, value: { enabled: true } });
    const told = { KeyRotationEnabled: true, RotationPeriodInDays: 400 };
    proxy.rule({ operation: 'GetKeyRotationStatus', fault: says(told) });
    expect(await about('rotation')).toEqual({ known: true, value: { enabled: true, everyDays: 400 } });
  });

  test('a replica tells how its primary rotates, and is not told to rotate itself', async () => {
    const KeyId = await make({ MultiRegion: true });
    const told = {
      KeyId,
      KeyManager: 'CUSTOMER',
      KeyState: 'Enabled',
      Origin: 'AWS_KMS',
      KeySpec: 'SYMMETRIC_DEFAULT',
      MultiRegion: true,
      MultiRegionConfiguration: {
        MultiRegionKeyType: 'REPLICA',
        PrimaryKey: { Arn: `arn:aws:kms:eu-west-1:123456789012:key/${KeyId}`, Region: 'eu-west-1' },
        ReplicaKeys: [],
      },
    };
    proxy.rule({ operation: 'DescribeKey', fault: says({ KeyMetadata: told }) });
    expect(await about('description')).toMatchObject({ value: { replicaOf: 'eu-west-1' } });
    expect(await about('rotation')).toEqual({ known: true, value: { enabled: false } });
    expect(await about('rotationDays')).toMatchObject({
      known: false,
      reason: 'unsupported',
      message: expect.stringMatching(/eu-west-1/),
    });
  });

  test.each([
    ['a signing key', { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' } as const, /RSA_2048/],
    ['material from elsewhere', { Origin: 'EXTERNAL' } as const, /elsewhere/],
  ])('%s is not asked whether it rotates', async (_, input, why) => {
    await make(input);
    expect(await about('rotation')).toEqual({ known: true, value: null });
    expect(await about('description')).toMatchObject({ value: { rotatesNot: expect.stringMatching(why) } });
    expect(proxy.counts().get('kms:GetKeyRotationStatus')).toBeUndefined();
  });

  test('a key that waits for its end says when, and is not asked for more', async () => {
    await kms.send(new ScheduleKeyDeletionCommand({ KeyId: await make(), PendingWindowInDays: 7 }));
    expect(await about('description')).toMatchObject({
      value: {
        state: 'PendingDeletion',
        deletedOn: expect.stringMatching(/T/),
        rotatesNot: expect.stringMatching(/not in use/),
      },
    });
    expect(await about('rotation')).toEqual({ known: true, value: null });
    expect(proxy.counts().get('kms:GetKeyRotationStatus')).toBeUndefined();
  });

  test("AWS's own key is only described", async () => {
    await make();
    proxy.rule({
      operation: 'DescribeKey',
      fault: says({
        KeyMetadata: {
          KeyId: 'a',
          KeyManager: 'AWS',
          KeyState: 'Enabled',
          Origin: 'AWS_KMS',
          KeySpec: 'SYMMETRIC_DEFAULT',
        },
      }),
    });
    expect(await about('rotation')).toEqual({ known: true, value: null });
    expect(await about('openTo')).toEqual({ known: true, value: null });
    expect([...proxy.counts().keys()]).toEqual(['kms:ListKeys', 'kms:DescribeKey']);
  });

  test.each([
    ['its account alone', { AWS: 'arn:aws:iam::123456789012:root' }, undefined, null],
    ['everyone', '*', undefined, /kms:/],
    [
      'everyone, through one service of the account',
      { AWS: '*' },
      {
        StringEquals: { 'kms:CallerAccount': '123456789012', 'kms:ViaService': 's3.us-east-1.amazonaws.com' },
      },
      null,
    ],
  ])('a key whose policy names %s', async (_, Principal, Condition, open) => {
    const statement = { Sid: 'use', Effect: 'Allow', Principal, Action: 'kms:*', Resource: '*', Condition };
    await make({ Policy: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }) });
    const value = open === null ? null : expect.stringMatching(open);
    expect(await about('openTo')).toEqual({ known: true, value });
  });

  test('a key policy that is refused, missing or not understood is unknown', async () => {
    await make();
    const refusal = proxy.rule({ operation: 'GetKeyPolicy', fault: deny() });
    expect(await about('openTo')).toMatchObject({ known: false, permission: 'kms:GetKeyPolicy' });
    refusal.remove();
    const missing = proxy.rule({ operation: 'GetKeyPolicy', fault: says({}) });
    expect(await about('openTo')).toMatchObject({ known: false, reason: 'failed' });
    missing.remove();
    proxy.rule({ operation: 'GetKeyPolicy', fault: says({ Policy: '{"Statement": 1}' }) });
    expect(await about('openTo')).toMatchObject({ known: false, reason: 'unsupported' });
  });

  test('a refusal, or an answer that does not say, is unknown', async () => {
    await make();
    const refusal = proxy.rule({ operation: 'GetKeyRotationStatus', fault: deny() });
    expect(await about('rotation')).toMatchObject({ known: false, permission: 'kms:GetKeyRotationStatus' });
    refusal.remove();
    proxy.rule({ operation: 'GetKeyRotationStatus', fault: says({}) });
    expect(await about('rotation')).toMatchObject({ known: false, reason: 'failed' });
    proxy.rule({ operation: 'DescribeKey', fault: says({}) });
    expect(await about('description')).toMatchObject({ known: false, reason: 'failed' });
    expect(await about('rotation')).toMatchObject({ known: false, reason: 'failed' });
  });
});
