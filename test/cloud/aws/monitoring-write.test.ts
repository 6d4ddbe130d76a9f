import { createHash } from 'node:crypto';
import { CloudTrailClient, CreateTrailCommand, PutEventSelectorsCommand } from '@aws-sdk/client-cloudtrail';
import {
  CreateBucketCommand,
  GetBucketTaggingCommand,
  PutBucketTaggingCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { clientConfig, testAccountId } from '../../kit/aws/environment.ts';
import { answer, type Fault } from '../../kit/aws/proxy.ts';
import { type Sdk, sdkOf } from '../../kit/aws/sdk.ts';
import { theAccount, told, writeKit, writingOf } from './write-kit.ts';

const aws11 = { 'content-type': 'application/x-amz-json-1.1' };
const json = { 'content-type': 'application/json' };
const region = 'us-east-1';
const theRegion = { id: `arn:aws:ec2:${region}:${testAccountId}:region/${region}`, name: region, region };

/** The body of the newest call, as it crossed the wire. */
const bodyOf = (sent: readonly string[]) => JSON.parse(/\{.*\}$/.exec(sent.at(-1) ?? '')?.[0] ?? '{}');

describeWithMoto('what can be set of what watches over an account', (moto) => {
  const kit = writeKit(moto);
  let sdk: Sdk;
  let s3: S3Client;
  let cloudTrail: CloudTrailClient;
  beforeAll(() => {
    sdk = sdkOf(moto.endpoint);
    s3 = new S3Client({ ...clientConfig(moto.endpoint), forcePathStyle: true });
    cloudTrail = new CloudTrailClient(clientConfig(moto.endpoint));
  });
  afterAll(() => {
    for (const client of [sdk, s3, cloudTrail]) client.destroy();
  });

  /** The kit forgets all rules before it writes: these are made when the session is opened. */
  async function recordedWhile(faults: Readonly<Record<string, Fault>>, put: () => Promise<string[]>) {
    const proxy = kit.proxy();
    const { reset } = proxy;
    proxy.reset = () => {
      reset();
      for (const [operation, fault] of Object.entries(faults)) proxy.rule({ operation, fault });
    };
    try {
      return await put();
    } finally {
      proxy.reset = reset;
    }
  }

  describe('a log group', () => {
    const group = {
      id: `arn:aws:logs:${region}:${testAccountId}:log-group:/clinic/web`,
      name: '/clinic/web',
      region,
    };
    const done = answer(200, aws11, '');

    test('a key, and none again', async () => {
      const key = `arn:aws:kms:${region}:${testAccountId}:key/one`;
      const on = () => kit.put('aws.logs.logGroup', 'kmsKey', group, key);
      expect(await recordedWhile({ AssociateKmsKey: done }, on)).toEqual(['AssociateKmsKey']);
      expect(bodyOf(kit.sent())).toEqual({ logGroupName: '/clinic/web', kmsKeyId: key });
      const off = () => kit.put('aws.logs.logGroup', 'kmsKey', group, null);
      expect(await recordedWhile({ DisassociateKmsKey: done }, off)).toEqual(['DisassociateKmsKey']);
      expect(bodyOf(kit.sent())).toEqual({ logGroupName: '/clinic/web' });
      const { calls } = writingOf('aws.logs.logGroup', 'kmsKey');
      expect(calls({ before: null, after: key })).toEqual(['AssociateKmsKey']);
      expect(calls({ before: key, after: null })).toEqual(['DisassociateKmsKey']);
    });

    test('its entries are never made to stay for ever', async () => {
      await expect(kit.put('aws.logs.logGroup', 'retentionDays', group, null)).rejects.toThrow(/for ever/);
    });

    test('IAM is asked about it with and without its streams', () => {
      expect(writingOf('aws.logs.logGroup', 'retentionDays').resources?.(group)).toEqual([
        group.id,
        `${group.id}:*`,
      ]);
    });
  });

  test('the recorder of AWS Config, there and back', async () => {
    const config = await sdk('config');
    await config.putConfigurationRecorder({
      ConfigurationRecorder: {
        name: 'default',
        roleARN: `arn:aws:iam::${testAccountId}:role/config`,
        recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
      },
    });
    await config.putDeliveryChannel({ DeliveryChannel: { name: 'default', s3BucketName: 'config-logs' } });
    const channels = { DeliveryChannelsStatus: [{ name: 'default', configHistoryDeliveryInfo: {} }] };
    const state = async () => {
      const { ConfigurationRecordersStatus } = await config.describeConfigurationRecorderStatus({});
      return ConfigurationRecordersStatus?.map(({ recording }) => recording);
    };
    const before = { recorder: 'default', on: false };
    const after = { recorder: 'default', on: true };
    const there = () => kit.put('aws.region', 'configRecording', theRegion, after);
    const faults = { DescribeDeliveryChannelStatus: answer(200, aws11, JSON.stringify(channels)) };
    expect(await recordedWhile(faults, there)).toEqual(['StartConfigurationRecorder']);
    expect(await state()).toEqual([true]);
    kit
      .proxy()
      .rule({ operation: 'DescribeDeliveryChannelStatus', fault: faults.DescribeDeliveryChannelStatus });
    expect(await kit.read('aws.region', 'configRecording', theRegion)).toEqual(after);
    const back = () => kit.put('aws.region', 'configRecording', theRegion, before);
    expect(await recordedWhile(faults, back)).toEqual(['StopConfigurationRecorder']);
    expect(await state()).toEqual([false]);
    const { calls } = writingOf('aws.region', 'configRecording');
    expect(calls({ before, after })).toEqual(['StartConfigurationRecorder']);
    expect(calls({ before: after, after: before })).toEqual(['StopConfigurationRecorder']);
    expect(kit.sent().join()).toMatch(/ConfigurationRecorderName\W+default/);
  });

  test('what Inspector refuses, in an answer that is no error, is not done', async () => {
    const state = { status: 'DISABLED', errorCode: 'SUCCESS', errorMessage: '' };
    const resourceState = { ec2: state, ecr: state };
    const status = { accounts: [{ accountId: testAccountId, state, resourceState }], failedAccounts: [] };
    const refusal = {
      accounts: [],
      failedAccounts: [{ accountId: testAccountId, errorCode: 'ACCESS_DENIED', errorMessage: 'no' }],
    };
    const faults = {
      BatchGetAccountStatus: answer(200, json, JSON.stringify(status)),
      Enable: answer(200, json, JSON.stringify(refusal)),
    };
    await expect(
      recordedWhile(faults, () => kit.put('aws.region', 'inspectorScans', theRegion, ['ec2'])),
    ).rejects.toThrow(/ACCESS_DENIED/);
  });

  describe('Macie', () => {
    const session = (status: string) =>
      answer(
        200,
        json,
        JSON.stringify({ status, createdAt: '2026-01-02T03:04:05Z', updatedAt: '2026-01-02T03:04:05Z' }),
      );
    const off: Fault = { status: 403, code: 'AccessDeniedException', message: 'Macie is not enabled' };
    const done = answer(200, json, '{}');
    const orders = { EnableMacie: done, UpdateMacieSession: done };
    const put = (now: Fault, value: string) =>
      recordedWhile({ GetMacieSession: now, ...orders }, () =>
        kit.put('aws.region', 'macie', theRegion, value),
      );

    for (const [from, now, to, calls] of [
      ['off', off, 'on', ['EnableMacie']],
      ['paused', session('PAUSED'), 'on', ['UpdateMacieSession']],
      ['on', session('ENABLED'), 'paused', ['UpdateMacieSession']],
      ['on', session('ENABLED'), 'off', ['UpdateMacieSession']],
    ] as const) {
      test(`from ${from} to ${to}`, async () => {
        expect(await put(now, to)).toEqual(calls);
        expect(writingOf('aws.region', 'macie').calls({ before: from, after: to })).toEqual(calls);
        kit.proxy().rule({ operation: 'GetMacieSession', fault: now });
        expect(await kit.read('aws.region', 'macie', theRegion)).toBe(from);
      });
    }

    test('back to off it is paused, so that nothing it found is deleted', async () => {
      expect(await put(session('ENABLED'), 'off')).toEqual(['UpdateMacieSession']);
      const paused = createHash('sha256').update('{"status":"PAUSED"}').digest('hex');
      expect(kit.sent().at(-1)).toContain(paused);
      const { same, permissions } = writingOf('aws.region', 'macie');
      expect([same?.('off', 'paused'), same?.('off', 'on')]).toEqual([true, false]);
      expect(permissions).not.toContain('macie2:DisableMacie');
    });

    test('what is so already is left alone', async () => {
      expect(await put(session('ENABLED'), 'on')).toEqual([]);
      expect(await put(off, 'off')).toEqual([]);
    });

    test('a refusal is no "off"', async () => {
      kit.proxy().rule({ operation: 'GetMacieSession', fault: { kind: 'deny' } });
      expect(await kit.ask('aws.region', 'macie', theRegion)).toMatchObject({
        known: false,
        reason: 'denied',
      });
    });
  });

  test("the tags of a bucket in which Macie found health data are the bucket's own", async () => {
    const Bucket = 'uploads';
    await s3.send(new CreateBucketCommand({ Bucket }));
    const TagSet = [{ Key: 'Owner', Value: 'web' }];
    await s3.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }));
    const bucket = { id: `arn:aws:s3:::${Bucket}`, name: Bucket, region, findings: 1 };
    const after = { Owner: 'web', DataClassification: 'PHI' };
    const state = () => told(s3.send(new GetBucketTaggingCommand({ Bucket })));
    expect(await kit.thereAndBack('aws.macie.classifiedBucket', 'tags', bucket, after, state)).toEqual({
      Owner: 'web',
    });
  });

  test('whom a document is shared with, twenty accounts a call', async () => {
    const ssm = await sdk('ssm');
    const Name = 'restart-web';
    await ssm.createDocument({
      Name,
      Content: JSON.stringify({ schemaVersion: '2.2', description: 'x', mainSteps: [] }),
      DocumentType: 'Command',
      DocumentFormat: 'JSON',
    });
    const document = await kit.only('aws.ssm.document', region);
    expect(await kit.read('aws.ssm.document', 'sharedWith', document)).toEqual({});
    const many = Object.fromEntries(
      Array.from({ length: 21 }, (_, i) => [String(444455550000 + i), '$DEFAULT'] as const),
    );
    const twice = ['ModifyDocumentPermission', 'ModifyDocumentPermission'];
    expect(await kit.put('aws.ssm.document', 'sharedWith', document, many)).toEqual(twice);
    expect(await kit.read('aws.ssm.document', 'sharedWith', document)).toEqual(many);
    expect(await kit.put('aws.ssm.document', 'sharedWith', document, {})).toEqual(twice);
    expect(await kit.read('aws.ssm.document', 'sharedWith', document)).toEqual({});
  });

  test('basic selectors are sent alone, so that CloudTrail puts them in the place of advanced ones', async () => {
    await s3.send(new CreateBucketCommand({ Bucket: 'trail-logs' }));
    await cloudTrail.send(new CreateTrailCommand({ Name: 'main', S3BucketName: 'trail-logs' }));
    const FieldSelectors = [{ Field: 'eventCategory', Equals: ['Management'] }];
    await cloudTrail.send(
      new PutEventSelectorsCommand({ TrailName: 'main', AdvancedEventSelectors: [{ FieldSelectors }] }),
    );
    const [[arn, trail] = ['', {}]] = Object.entries<object>(
      await kit.read('aws.account', 'trails', theAccount),
    );
    const basic = [
      {
        ReadWriteType: 'All',
        IncludeManagementEvents: true,
        DataResources: [],
        ExcludeManagementEventSources: [],
      },
    ];
    const value = { [arn]: { ...trail, selectors: { basic } } };
    expect(await kit.put('aws.account', 'trails', theAccount, value)).toEqual(['PutEventSelectors']);
    expect(bodyOf(kit.sent())).toEqual({ TrailName: arn, EventSelectors: basic });
  });

  test('what is not there is never made from here', async () => {
    await expect(kit.put('aws.region', 'configRecording', theRegion, null)).rejects.toThrow(/never deleted/);
    await expect(kit.put('aws.region', 'guardDutyS3', theRegion, true)).rejects.toThrow(/no detector/);
  });
});
