import {
  CloudTrailClient,
  CreateTrailCommand,
  PutEventSelectorsCommand,
  StartLoggingCommand,
} from '@aws-sdk/client-cloudtrail';
import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  PutMetricAlarmCommand,
  type PutMetricAlarmCommandInput,
} from '@aws-sdk/client-cloudwatch';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { alarmTopics } from '../../../src/cloud/aws/cloudwatch/alarm-topics.ts';
import { filterPattern } from '../../../src/cloud/aws/cloudwatch/filter-pattern.ts';
import { alarmOf, filterOf, type Own, owns, ownTopic } from '../../../src/cloud/aws/cloudwatch/own-alarms.ts';
import { known, unknown } from '../../../src/domain/collected.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { clientConfig, testAccountId } from '../../kit/aws/environment.ts';
import { type Sdk, sdkOf } from '../../kit/aws/sdk.ts';
import { theAccount, writeKit, writingOf } from './write-kit.ts';

const region = 'us-east-1';
const topic = `arn:aws:sns:${region}:${testAccountId}:security`;
const groupArn = (name: string) => `arn:aws:logs:${region}:${testAccountId}:log-group:${name}`;
const whole = { filter: true, tells: topic };
const root = owns.at(-1) as Own;
const fact = 'ownTrailAlarms';

describe('what is looked for', () => {
  test.each(owns)('$name takes every event that its check asks for', ({ topic: about, pattern }) => {
    const takes = filterPattern(pattern);
    const events = alarmTopics[about](testAccountId);
    expect(events.map(({ fields }) => takes(fields))).toEqual(events.map(() => 'yes'));
    // CloudWatch Logs takes no longer one.
    expect(pattern.length).toBeLessThanOrEqual(1024);
  });

  test('no filter takes the events of another', () => {
    for (const { pattern, topic: about } of owns)
      for (const [other, events] of Object.entries(alarmTopics))
        if (other !== about && other !== 'rootUsage' && about !== 'rootUsage')
          for (const { fields } of events(testAccountId))
            expect([about, other, filterPattern(pattern)(fields)]).toEqual([about, other, 'no']);
  });

  test('a composite alarm of our name is not ours', () => {
    const { name } = root;
    const made = {
      id: name,
      name,
      region,
      actionsEnabled: true,
      actions: [topic],
      metrics: [`hipaa ${name}`],
    };
    expect(ownTopic(root, { ...made, rule: null, firesAt: 1 })).toBe(topic);
    expect(ownTopic(root, { ...made, metrics: [], rule: 'ALARM("theirs")', firesAt: null })).toBeNull();
  });

  describe('who would be told', () => {
    const state = (ours: object | null, others = {}) => ({
      logGroup: groupArn('/trail/main'),
      others,
      beyond: [],
      alarms: { [root.name]: ours },
    });
    const follows = (to: object | null, from: object, more: object = {}) =>
      writingOf('aws.account', fact).implies?.(state(to), { [fact]: known(from), ...more })['rootUsageAlarm'];
    const topics = (...all: readonly string[]) => ({ subscribedTopics: known(all) });

    test('whoever subscribed to the topic', () => {
      expect(follows(whole, state(null), topics(topic))).toEqual({ alarms: [root.name], missing: null });
      const nobody = { alarms: [], missing: expect.stringMatching(/nobody is known/) };
      expect(follows(whole, state(null), topics(`${topic}-2`))).toEqual(nobody);
    });
    test('nobody, for all that is known, where that was refused', () => {
      const refused = { subscribedTopics: unknown('denied', 'no') };
      expect(follows(whole, state(null), refused)).toMatchObject({
        missing: expect.stringMatching(/cannot be told/),
      });
    });
    test('what is there is seen, and not foretold', () => {
      expect(follows(whole, state(whole))).toBeUndefined();
      expect(follows(null, state(null))).toBeUndefined();
    });
    test('nobody, or those whom others tell, once it is taken away', () => {
      expect(follows(null, state(whole))).toEqual({ alarms: [], missing: expect.stringMatching(/neither/) });
      const others = { [root.name]: ['theirs'] };
      expect(follows(null, state(whole, others))).toEqual({ alarms: ['theirs'], missing: null });
    });
  });

  test('one mistyped password raises no alarm; all else does at once', () => {
    expect(
      owns.filter(({ threshold }) => threshold !== 1).map(({ name, threshold }) => [name, threshold]),
    ).toEqual([['hipaa-console-auth-failures', 3]]);
  });
});

describeWithMoto('our alarms on what a trail records', (moto) => {
  const kit = writeKit(moto);
  let sdk: Sdk;
  let s3: S3Client;
  let cloudTrail: CloudTrailClient;
  let cloudWatch: CloudWatchClient;
  beforeAll(() => {
    const config = clientConfig(moto.endpoint);
    sdk = sdkOf(moto.endpoint);
    s3 = new S3Client({ ...config, forcePathStyle: true });
    cloudTrail = new CloudTrailClient(config);
    cloudWatch = new CloudWatchClient(config);
  });
  afterAll(() => {
    for (const client of [sdk, s3, cloudTrail, cloudWatch]) client.destroy();
  });
  beforeEach(async () => {
    await s3.send(new CreateBucketCommand({ Bucket: 'trail-logs' }));
  });

  /** A trail of every region that delivers to a log group of its name. */
  async function trail(Name: string) {
    const logGroupName = `/trail/${Name}`;
    await (await sdk('logs')).createLogGroup({ logGroupName });
    await cloudTrail.send(
      new CreateTrailCommand({
        Name,
        S3BucketName: 'trail-logs',
        IsMultiRegionTrail: true,
        CloudWatchLogsLogGroupArn: `${groupArn(logGroupName)}:*`,
        CloudWatchLogsRoleArn: `arn:aws:iam::${testAccountId}:role/trail`,
      }),
    );
    await cloudTrail.send(new StartLoggingCommand({ Name }));
    return logGroupName;
  }
  const filter = async (logGroupName: string, own: Own, more: object = {}) =>
    (await sdk('logs')).putMetricFilter({ logGroupName, ...filterOf(own), ...more });
  const alarm = (own: Own, more: Partial<PutMetricAlarmCommandInput> = {}) =>
    cloudWatch.send(new PutMetricAlarmCommand({ ...alarmOf(own, topic), ...more }));
  const read = () => kit.read('aws.account', fact, theAccount);
  const put = (value: unknown) => kit.put('aws.account', fact, theAccount, value);

  const state = async () => {
    const filters = await (await sdk('logs')).describeMetricFilters({});
    const { MetricAlarms } = await cloudWatch.send(new DescribeAlarmsCommand({}));
    return {
      filters: filters.metricFilters?.map(({ filterName, filterPattern: says, metricTransformations }) => [
        filterName,
        says,
        metricTransformations?.map(({ metricNamespace, metricName }) => `${metricNamespace} ${metricName}`),
      ]),
      alarms: MetricAlarms?.map((told) => [told.AlarmName, told.Threshold, told.AlarmActions]),
    };
  };

  test('all ten, there and back', async () => {
    const logGroupName = await trail('main');
    await filter(logGroupName, { ...root, name: 'theirs', pattern: 'ERROR' });
    await alarm({ ...root, name: 'theirs' });
    const alarms = Object.fromEntries(owns.map(({ name }) => [name, whole]));
    const after = { logGroup: groupArn(logGroupName), others: {}, beyond: [], alarms };
    const before = await kit.thereAndBack('aws.account', fact, theAccount, after, state);
    expect(before).toEqual({ ...after, alarms: Object.fromEntries(owns.map(({ name }) => [name, null])) });
  });

  test('what was done halfway is gone on with, and taken back', async () => {
    const logGroupName = await trail('main');
    const start = await read();
    await filter(logGroupName, root);
    const half = await read();
    expect(half.alarms[root.name]).toEqual({ filter: true, tells: null });
    const all = { ...start, alarms: { ...start.alarms, [root.name]: whole } };
    expect(await put(all)).toEqual(['PutMetricAlarm']);
    expect(await put(half)).toEqual(['DeleteAlarms']);
    expect(await put(start)).toEqual(['DeleteMetricFilter']);
    const { calls, same } = writingOf('aws.account', fact);
    expect(calls({ before: half, after: all })).toEqual(['PutMetricAlarm']);
    expect(calls({ before: all, after: half })).toEqual(['DeleteAlarms']);
    expect(calls({ before: half, after: start })).toEqual(['DeleteMetricFilter']);
    expect([same?.(start, half), same?.(half, half)]).toEqual([false, true]);
    expect(same?.(start, { ...start, others: { [root.name]: ['theirs'] } })).toBe(true);
    expect(same?.(start, { ...start, logGroup: groupArn('/other') })).toBe(false);
  });

  test.each([
    ['for want of speed', { kind: 'throttle' }],
    ['while another changes the log group', { status: 400, code: 'OperationAbortedException' }],
  ] as const)('what CloudWatch refuses %s is asked again', async (_why, fault) => {
    await trail('main');
    const start = await read();
    const proxy = kit.proxy();
    const { reset } = proxy;
    proxy.reset = () => {
      reset();
      proxy.rule({ operation: 'PutMetricFilter', times: 1, fault });
    };
    const calls = await put({ ...start, alarms: { ...start.alarms, [root.name]: whole } });
    proxy.reset = reset;
    proxy.reset();
    expect(calls).toEqual(['PutMetricFilter', 'PutMetricFilter', 'PutMetricAlarm']);
    expect((await read()).alarms[root.name]).toEqual(whole);
  });

  const others: Readonly<Record<string, (logGroupName: string) => Promise<unknown>>> = {
    'a filter with another pattern': (group) => filter(group, { ...root, pattern: '{ $.eventName = A }' }),
    'a filter that counts otherwise': (group) =>
      filter(group, root, {
        metricTransformations: [{ metricNamespace: 'hipaa', metricName: root.name, metricValue: '$.size' }],
      }),
    'a filter that counts nothing as well': (group) =>
      filter(group, root, {
        metricTransformations: [
          { metricNamespace: 'hipaa', metricName: root.name, metricValue: '1', defaultValue: 0 },
        ],
      }),
    'a filter that counts elsewhere': (group) =>
      filter(group, root, {
        metricTransformations: [{ metricNamespace: 'theirs', metricName: root.name, metricValue: '1' }],
      }),
    'an alarm at another threshold': () => alarm(root, { Threshold: 5 }),
    'an alarm over another time': () => alarm(root, { Period: 60 }),
    'an alarm whose actions are off': () => alarm(root, { ActionsEnabled: false }),
    'an alarm that tells two topics': () => alarm(root, { AlarmActions: [topic, `${topic}-2`] }),
    'an alarm that tells when all is well again': () => alarm(root, { OKActions: [topic] }),
    'an alarm that does something': () =>
      alarm(root, { AlarmActions: [`arn:aws:lambda:${region}:${testAccountId}:function:on-root`] }),
    'an alarm on another metric': () => alarm(root, { Namespace: 'theirs' }),
  };
  for (const [name, make] of Object.entries(others)) {
    test(`${name}, of our name, is never touched`, async () => {
      const logGroupName = await trail('main');
      const start = await read();
      await make(logGroupName);
      const there = await read();
      expect(there.alarms[root.name]).toBe('another');
      const before = await state();
      const wanted = { ...start, alarms: { ...start.alarms, [root.name]: whole } };
      await expect(put(wanted)).rejects.toThrow(/hipaa-root-usage/);
      await expect(put(start)).rejects.toThrow(/neither overwritten nor deleted/);
      expect(await put(there)).toEqual([]);
      expect(await state()).toEqual(before);
      expect(writingOf('aws.account', fact).same?.(start, there)).toBe(false);
    });
  }

  test('a metric of our name that another filter counts is not ours', async () => {
    const logGroupName = await trail('main');
    await filter(logGroupName, root, { filterName: 'theirs' });
    expect((await read()).alarms[root.name]).toBe('another');
  });

  test('an alarm that others set on our metric keeps our filter from being taken away', async () => {
    const logGroupName = await trail('main');
    await filter(logGroupName, root);
    await alarm(root);
    expect((await read()).alarms[root.name]).toEqual(whole);
    await cloudWatch.send(
      new PutMetricAlarmCommand({ ...alarmOf(root, `${topic}-2`), AlarmName: 'theirs', Threshold: 3 }),
    );
    expect((await read()).alarms[root.name]).toBe('another');
  });

  test('of several log groups the one that holds the most, or has something of ours', async () => {
    const main = await trail('a-part');
    await cloudTrail.send(
      new PutEventSelectorsCommand({
        TrailName: 'a-part',
        EventSelectors: [
          {
            ReadWriteType: 'All',
            IncludeManagementEvents: true,
            ExcludeManagementEventSources: ['kms.amazonaws.com'],
          },
        ],
      }),
    );
    expect(await read()).toMatchObject({ logGroup: groupArn(main), beyond: ['hipaa-kms-deletion'] });
    const other = await trail('b-all');
    expect(await read()).toMatchObject({ logGroup: groupArn(other), beyond: [] });
    await filter(main, root);
    expect(await read()).toMatchObject({ logGroup: groupArn(main), beyond: ['hipaa-kms-deletion'] });
  });

  test('what an alarm of others tells, or may tell, is left to it', async () => {
    const logGroupName = await trail('main');
    const sns = await sdk('sns');
    await sns.createTopic({ Name: 'security' });
    await sns.subscribe({ TopicArn: topic, Protocol: 'email', Endpoint: 'security@example.org' });
    expect(await kit.read('aws.account', 'subscribedTopics', theAccount)).toEqual([topic]);
    const counted = (name: string) => ({
      filterName: name,
      metricTransformations: [{ metricNamespace: 'theirs', metricName: name, metricValue: '1' }],
    });
    const watched = (name: string) => alarm(root, { AlarmName: name, Namespace: 'theirs', MetricName: name });
    await filter(logGroupName, root, counted('root'));
    await watched('root');
    await filter(
      logGroupName,
      { ...root, pattern: '{ ($.eventName = "*Vpc*") && ($.userIdentity.userName != "builder") }' },
      counted('vpc'),
    );
    await watched('vpc');
    expect(await read()).toMatchObject({
      others: { 'hipaa-root-usage': ['root'] },
      beyond: ['hipaa-vpc-changes'],
    });
  });

  test('a log group that was deleted takes no filter', async () => {
    await trail('main');
    const gone = { status: 400, code: 'ResourceNotFoundException', message: 'The log group does not exist.' };
    kit.proxy().rule({ operation: 'DescribeMetricFilters', fault: gone });
    const none = { logGroup: null, others: {}, beyond: [], alarms: {} };
    expect(await read()).toEqual(none);
    expect(await kit.read('aws.account', 'subscribedTopics', theAccount)).toEqual([]);
    await expect(put(none)).rejects.toThrow(/no log group/);
  });

  test('what cannot be seen may have the names', async () => {
    await trail('main');
    for (const operation of ['DescribeMetricFilters', 'DescribeAlarms', 'GetEventSelectors']) {
      kit.proxy().rule({ operation, fault: { kind: 'deny' } });
      expect(await kit.ask('aws.account', fact, theAccount)).toMatchObject({
        known: false,
        reason: 'denied',
      });
      kit.proxy().reset();
    }
  });

  test('IAM is asked about the log group with and without its streams, and about alarms of our name', () => {
    const arn = 'arn:aws-us-gov:logs:us-gov-west-1:123456789012:log-group:/trail/main';
    expect(writingOf('aws.account', fact).resources?.(theAccount, { logGroup: arn })).toEqual([
      arn,
      `${arn}:*`,
      'arn:aws-us-gov:cloudwatch:us-gov-west-1:123456789012:alarm:hipaa-*',
    ]);
  });
});
