import {
  CloudTrailClient,
  CreateTrailCommand,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
  PutEventSelectorsCommand,
  StartLoggingCommand,
} from '@aws-sdk/client-cloudtrail';
import {
  CreateBucketCommand,
  GetBucketLoggingCommand,
  GetPublicAccessBlockCommand,
  PutBucketAclCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Subject } from '../../../src/domain/catalog.ts';
import { known } from '../../../src/domain/collected.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { clientConfig } from '../../kit/aws/environment.ts';
import { deny } from '../../kit/aws/proxy.ts';
import { theAccount, told, writeKit, writingOf } from './write-kit.ts';

const logs = 'trail-logs';
const on = {
  blockPublicAcls: true,
  ignorePublicAcls: true,
  blockPublicPolicy: true,
  restrictPublicBuckets: true,
};
const key = 'arn:aws:kms:us-east-1:123456789012:key/1f0c6a52-0b7e-4c11-9d35-6a1c5f2e8a01';

describeWithMoto('what can be set of CloudTrail, on moto', (moto) => {
  const kit = writeKit(moto);
  let home: CloudTrailClient;
  let away: CloudTrailClient;
  let s3: S3Client;

  beforeAll(() => {
    home = new CloudTrailClient(clientConfig(moto.endpoint));
    away = new CloudTrailClient({ ...clientConfig(moto.endpoint), region: 'eu-west-1' });
    s3 = new S3Client({ ...clientConfig(moto.endpoint), forcePathStyle: true });
  });
  afterAll(() => {
    home.destroy();
    away.destroy();
    s3.destroy();
  });
  beforeEach(async () => {
    await s3.send(new CreateBucketCommand({ Bucket: logs }));
    await s3.send(new CreateBucketCommand({ Bucket: 'access-logs' }));
  });

  const make = async (Name: string, more: object = {}, client = home): Promise<string> => {
    const made = await client.send(new CreateTrailCommand({ Name, S3BucketName: logs, ...more }));
    return made.TrailARN ?? '';
  };
  /** As CloudTrail tells it, but for what its clock adds. */
  const trail = async (client: CloudTrailClient, arn: string) => {
    const { trailList = [] } = await client.send(new DescribeTrailsCommand({}));
    const { IsLogging } = await client.send(new GetTrailStatusCommand({ Name: arn }));
    const selectors = await told(client.send(new GetEventSelectorsCommand({ TrailName: arn })));
    return { described: trailList.find(({ TrailARN }) => TrailARN === arn), IsLogging, selectors };
  };
  const states = () => kit.read('aws.account', 'trails', theAccount);
  const setTrails = (after: unknown, state: () => Promise<unknown>) =>
    kit.thereAndBack('aws.account', 'trails', theAccount, after, state);

  describe("the account's trails", () => {
    test('logging, on and off again', async () => {
      const arn = await make('main');
      const now = await states();
      const after = { ...now, [arn]: { ...now[arn], logging: true } };
      expect(await setTrails(after, () => trail(home, arn))).toMatchObject({ [arn]: { logging: false } });
    });

    test('every region, and back to one, the account-wide events included', async () => {
      const arn = await make('main', { IncludeGlobalServiceEvents: false });
      const now = await states();
      const after = { ...now, [arn]: { ...now[arn], multiRegion: true, globalEvents: true, logging: true } };
      expect(await setTrails(after, () => trail(home, arn))).toMatchObject({
        [arn]: { multiRegion: false, globalEvents: false, logBucket: logs },
      });
    });

    test('each at its home, and only what differs', async () => {
      const here = await make('main', { IsMultiRegionTrail: true });
      const there = await make('other', { IsMultiRegionTrail: true }, away);
      await home.send(new StartLoggingCommand({ Name: here }));
      const now = await states();
      expect(Object.keys(now)).toEqual([there, here].sort());
      const start = await trail(home, here);
      const after = { ...now, [there]: { ...now[there], logging: true } };
      await setTrails(after, () => trail(away, there));
      expect(await trail(home, here)).toEqual(start);
    });

    test('basic selectors: one more, and back', async () => {
      const arn = await make('main');
      const basic = [
        {
          ReadWriteType: 'WriteOnly' as const,
          IncludeManagementEvents: true,
          DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3:::a/'] }],
          ExcludeManagementEventSources: ['kms.amazonaws.com'],
        },
      ];
      await home.send(new PutEventSelectorsCommand({ TrailName: arn, EventSelectors: basic }));
      const now = await states();
      expect(now[arn].selectors).toEqual({ basic });
      const added = {
        ReadWriteType: 'ReadOnly',
        IncludeManagementEvents: false,
        DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }],
        ExcludeManagementEventSources: [],
      };
      const after = { ...now, [arn]: { ...now[arn], selectors: { basic: [...basic, added] } } };
      await setTrails(after, () => trail(home, arn));
    });

    test('advanced selectors: one more, and back', async () => {
      const arn = await make('main');
      const advanced = [
        { FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] },
        {
          Name: 'one bucket',
          FieldSelectors: [
            { Field: 'eventCategory', Equals: ['Data'] },
            { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
            { Field: 'resources.ARN', StartsWith: ['arn:aws:s3:::a/'] },
          ],
        },
      ];
      await home.send(new PutEventSelectorsCommand({ TrailName: arn, AdvancedEventSelectors: advanced }));
      const now = await states();
      expect(now[arn].selectors).toEqual({ advanced });
      const added = { Name: 'more', FieldSelectors: [{ Field: 'eventCategory', Equals: ['Data'] }] };
      const after = { ...now, [arn]: { ...now[arn], selectors: { advanced: [...advanced, added] } } };
      await setTrails(after, () => trail(home, arn));
    });

    test('a trail that nobody told what to record is told what AWS records unasked, which is the same', async () => {
      const arn = await make('main');
      const now = await states();
      const basic = [
        {
          ReadWriteType: 'All',
          IncludeManagementEvents: true,
          DataResources: [],
          ExcludeManagementEventSources: [],
        },
      ];
      expect(now[arn].selectors).toEqual({ basic });
      expect(await kit.put('aws.account', 'trails', theAccount, now)).toEqual([]);
      const more = { ...now, [arn]: { ...now[arn], selectors: { basic: [...basic, ...basic] } } };
      await kit.put('aws.account', 'trails', theAccount, more);
      await kit.put('aws.account', 'trails', theAccount, now);
      expect(await states()).toEqual(now);
    });

    test('a trail that writes elsewhere by now is not touched', async () => {
      const arn = await make('main');
      const now = await states();
      const start = await trail(home, arn);
      const moved = { ...now, [arn]: { ...now[arn], logging: true, logBucket: 'elsewhere' } };
      await expect(kit.put('aws.account', 'trails', theAccount, moved)).rejects.toThrow(/another bucket/);
      expect(await trail(home, arn)).toEqual(start);
    });

    test('what the account is asked follows from it as CloudTrail itself then answers', async () => {
      const arn = await make('main');
      const questions = ['apiRecording', 'everyRegionRecording', 'objectReads', 'objectWrites'];
      const answers = async () =>
        Object.fromEntries(
          await Promise.all(
            questions.map(async (name) => [name, await kit.ask('aws.account', name, theAccount)] as const),
          ),
        );
      const now = await states();
      const selectors = {
        basic: [
          {
            ReadWriteType: 'All',
            IncludeManagementEvents: true,
            DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }],
            ExcludeManagementEventSources: [],
          },
        ],
      };
      const all = { ...now[arn], logging: true, multiRegion: true, globalEvents: true, selectors };
      const after = { ...now, [arn]: all };
      const foretold = writingOf('aws.account', 'trails').implies?.(after, await answers());
      await kit.put('aws.account', 'trails', theAccount, after);
      const then = await answers();
      expect(foretold).toEqual(
        Object.fromEntries(questions.map((name) => [name, then[name]?.known && then[name].value])),
      );
      expect(foretold).toMatchObject({
        apiRecording: { recording: ['main'], stopped: [] },
        objectReads: { missingRegions: [], by: ['main'] },
      });
      expect(writingOf('aws.account', 'trails').implies?.(now, then)).toMatchObject({
        apiRecording: { recording: [], stopped: ['main'] },
        everyRegionRecording: { trails: [], reads: 'none' },
        objectWrites: { by: [] },
      });
    });

    test("an organisation's trail says on what it said", () => {
      const said = known({ recording: ['organisation'], stopped: [] });
      expect(writingOf('aws.account', 'trails').implies?.({}, { apiRecording: said })).toEqual({
        apiRecording: { recording: ['organisation'], stopped: [] },
      });
    });
  });

  describe('one trail', () => {
    const main = (): Promise<Subject> => kit.only('aws.cloudtrail.trail', 'us-east-1');

    test('log file validation', async () => {
      const arn = await make('main');
      const one = await main();
      await kit.put('aws.cloudtrail.trail', 'validation', one, true);
      const changed = await main();
      expect(await kit.read('aws.cloudtrail.trail', 'validation', changed)).toBe(true);
      expect((await trail(home, arn)).described).toMatchObject({ LogFileValidationEnabled: true });
      expect(await kit.put('aws.cloudtrail.trail', 'validation', changed, false)).toEqual(['UpdateTrail']);
      expect(await main()).toEqual(one);
    });

    test('the key, and none again', async () => {
      await make('main', { EnableLogFileValidation: true });
      const one = await main();
      expect(await kit.put('aws.cloudtrail.trail', 'kmsKey', one, key)).toEqual(['UpdateTrail']);
      const changed = await main();
      expect(await kit.read('aws.cloudtrail.trail', 'kmsKey', changed)).toBe(key);
      expect(await kit.read('aws.cloudtrail.trail', 'validation', changed)).toBe(true);
      await kit.put('aws.cloudtrail.trail', 'kmsKey', changed, null);
      expect(await main()).toEqual(one);
    });

    test("the log bucket's block, from none, and back to none", async () => {
      await make('main');
      const one = await main();
      await s3.send(new PutBucketAclCommand({ Bucket: logs, ACL: 'public-read' }));
      expect(await kit.read('aws.cloudtrail.trail', 'bucketOpenTo', one)).toMatch(/./);
      const state = () => told(s3.send(new GetPublicAccessBlockCommand({ Bucket: logs })));
      expect(await kit.thereAndBack('aws.cloudtrail.trail', 'bucketBlock', one, on, state)).toBeNull();
      expect(await state()).toBe('NoSuchPublicAccessBlockConfiguration');
    });

    test("the log bucket's block, from a part of it, and what then is open to strangers", async () => {
      await make('main');
      const one = await main();
      await s3.send(new PutBucketAclCommand({ Bucket: logs, ACL: 'public-read' }));
      const PublicAccessBlockConfiguration = { BlockPublicPolicy: true };
      await s3.send(new PutPublicAccessBlockCommand({ Bucket: logs, PublicAccessBlockConfiguration }));
      const state = () => told(s3.send(new GetPublicAccessBlockCommand({ Bucket: logs })));
      const before = { ...on, blockPublicAcls: false, ignorePublicAcls: false, restrictPublicBuckets: false };
      expect(await kit.thereAndBack('aws.cloudtrail.trail', 'bucketBlock', one, on, state)).toEqual(before);
      await kit.put('aws.cloudtrail.trail', 'bucketBlock', one, on);
      expect(await kit.read('aws.cloudtrail.trail', 'bucketOpenTo', one)).toBeNull();
      const { implies, touches } = writingOf('aws.cloudtrail.trail', 'bucketBlock');
      expect(implies?.(on, {})).toEqual({ bucketOpenTo: null });
      expect(implies?.(before, {})).toEqual({});
      expect(touches?.(one)).toEqual([`arn:aws:s3:::${logs}`]);
    });

    test('access logging of the log bucket, and none again', async () => {
      await make('main');
      const one = await main();
      const group = 'uri=http://acs.amazonaws.com/groups/s3/LogDelivery';
      await s3.send(
        new PutBucketAclCommand({ Bucket: 'access-logs', GrantWrite: group, GrantReadACP: group }),
      );
      const state = () => told(s3.send(new GetBucketLoggingCommand({ Bucket: logs })));
      const after = { bucket: 'access-logs', prefix: 'main/', grants: null, keyFormat: null };
      const fact = 'bucketLoggingSettings';
      expect(await kit.thereAndBack('aws.cloudtrail.trail', fact, one, after, state)).toBeNull();
      await kit.put('aws.cloudtrail.trail', fact, one, after);
      const seen = await kit.read('aws.cloudtrail.trail', 'bucketLogging', one);
      expect(writingOf('aws.cloudtrail.trail', fact).implies?.(after, {})).toEqual({ bucketLogging: seen });
      expect(writingOf('aws.cloudtrail.trail', fact).implies?.(null, {})).toEqual({ bucketLogging: null });
    });

    test("another account's log bucket is not to be set from here", async () => {
      await make('main');
      const one = await main();
      kit.proxy().rule({ operation: 'GetBucketLocation', fault: deny() });
      expect(await kit.ask('aws.cloudtrail.trail', 'bucketBlock', one)).toMatchObject({
        reason: 'unsupported',
        message: expect.stringMatching(/the account that owns it/),
      });
    });
  });
});
