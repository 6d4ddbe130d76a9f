import { PutEventSelectorsCommand } from '@aws-sdk/client-cloudtrail';
import { CloudWatchClient, PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';
import { plainConfig, seedTrail } from './trail-kit.ts';

const logGroupName = '/trail/main';
const names = (...events: readonly string[]) => events.map((name) => `($.eventName = ${name})`).join(' || ');

/** Filters on the trail's log group; each feeds a metric of its own name. */
const filters: Readonly<Record<string, string>> = {
  trail: `{ ${names('CreateTrail', 'UpdateTrail', 'DeleteTrail', 'StartLogging', 'StopLogging')} }`,
  root: '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
  keys: '{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion)) }',
  signins: '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
  'rules-in': `{ ${names('AuthorizeSecurityGroupIngress', 'RevokeSecurityGroupIngress', 'CreateSecurityGroup')} }`,
  'rules-out': '{ ($.eventName = "*SecurityGroupEgress") || ($.eventName = DeleteSecurityGroup) }',
  networks: '{ ($.eventName = "*Vpc*") && ($.userIdentity.userName != "builder") }',
  routes: `{ ${names('CreateRoute', 'DeleteRoute')} }`,
};
/** Alarms by the filter whose metric they watch, and the topic that they tell; `keys` has none. */
const topics: Readonly<Record<string, 'heard' | 'deserted' | null>> = {
  trail: 'heard',
  root: 'heard',
  signins: 'deserted',
  'rules-in': 'heard',
  'rules-out': 'heard',
  networks: 'heard',
  routes: 'heard',
};

const id = (name: string) => `aws/cloudwatch/alarm-${name}`;

tellService({
  title: 'who is told of what a trail records, on moto',
  checks: [
    id('nacl-changes'),
    id('gateway-changes'),
    id('route-table-changes'),
    id('vpc-changes'),
    id('sg-changes'),
    id('s3-policy-changes'),
    id('cloudtrail-changes'),
    id('kms-deletion'),
    id('console-auth-failures'),
    id('root-usage'),
  ],
  async seed(sdk) {
    const logs = await sdk('logs');
    await logs.createLogGroup({ logGroupName });
    (await seedTrail(sdk, `arn:aws:logs:us-east-1:${testAccountId}:log-group:${logGroupName}:*`)).destroy();
    const sns = await sdk('sns');
    for (const Name of ['heard', 'deserted']) await sns.createTopic({ Name });
    await sns.subscribe({
      TopicArn: `arn:aws:sns:us-east-1:${testAccountId}:heard`,
      Protocol: 'email',
      Endpoint: 'security@example.org',
    });
    for (const [filterName, filterPattern] of Object.entries(filters))
      await logs.putMetricFilter({
        logGroupName,
        filterName,
        filterPattern,
        metricTransformations: [{ metricNamespace: 'trail', metricName: filterName, metricValue: '1' }],
      });
    const cloudWatch = new CloudWatchClient(await plainConfig(sdk));
    for (const [MetricName, topic] of Object.entries(topics))
      await cloudWatch.send(
        new PutMetricAlarmCommand({
          AlarmName: `on-${MetricName}`,
          Namespace: 'trail',
          MetricName,
          Statistic: 'Sum',
          Period: 300,
          EvaluationPeriods: 1,
          Threshold: 1,
          ComparisonOperator: 'GreaterThanOrEqualToThreshold',
          AlarmActions: [`arn:aws:sns:us-east-1:${testAccountId}:${topic}`],
        }),
      );
    cloudWatch.destroy();
  },
  expects: {
    [id('cloudtrail-changes')]: { pass: ['test'] },
    [id('root-usage')]: { pass: ['test'] },
    // Two filters share the work.
    [id('sg-changes')]: { pass: ['test'] },
    // Nothing watches the metric; the topic has no subscriber; some events are taken, and not all.
    [id('kms-deletion')]: { fail: ['test'] },
    [id('console-auth-failures')]: { fail: ['test'] },
    [id('route-table-changes')]: { fail: ['test'] },
    // One user is left out, and who that is cannot be told from the pattern.
    [id('vpc-changes')]: { unknown: ['test'] },
    [id('nacl-changes')]: { fail: ['test'] },
    [id('gateway-changes')]: { fail: ['test'] },
    [id('s3-policy-changes')]: { fail: ['test'] },
  },
});

const fartherOn = {
  'logs:DescribeMetricFilters': 'there is no log group to look at',
  'cloudwatch:DescribeAlarms': 'there is no filter whose alarms would matter',
  'sns:ListSubscriptionsByTopic': 'there is no alarm whose topic would matter',
};

tellService({
  title: 'a trail that delivers to no log group, on moto',
  checks: [id('root-usage')],
  seed: async (sdk) => (await seedTrail(sdk)).destroy(),
  expects: { [id('root-usage')]: { fail: ['test'] } },
  unasked: {
    ...fartherOn,
    'cloudtrail:GetTrailStatus': 'a trail without a log group is not asked',
    'cloudtrail:GetEventSelectors': 'a trail without a log group is not asked',
  },
});

tellService({
  title: 'a trail that leaves out KMS, a filter of one account, and an alarm whose topic is gone, on moto',
  checks: [id('kms-deletion'), id('root-usage'), id('cloudtrail-changes')],
  async seed(sdk) {
    const logs = await sdk('logs');
    await logs.createLogGroup({ logGroupName });
    const group = `arn:aws:logs:us-east-1:${testAccountId}:log-group:${logGroupName}:*`;
    const cloudTrail = await seedTrail(sdk, group);
    await cloudTrail.send(
      new PutEventSelectorsCommand({
        TrailName: 'main',
        EventSelectors: [
          {
            ReadWriteType: 'All',
            IncludeManagementEvents: true,
            ExcludeManagementEventSources: ['kms.amazonaws.com'],
          },
        ],
      }),
    );
    cloudTrail.destroy();
    const sns = await sdk('sns');
    await sns.createTopic({ Name: 'heard' });
    await sns.subscribe({
      TopicArn: `arn:aws:sns:us-east-1:${testAccountId}:heard`,
      Protocol: 'email',
      Endpoint: 'security@example.org',
    });
    const cloudWatch = new CloudWatchClient(await plainConfig(sdk));
    for (const [MetricName, topic] of Object.entries({ keys: 'heard', root: 'heard', trail: 'gone' }))
      await cloudWatch.send(
        new PutMetricAlarmCommand({
          AlarmName: `on-${MetricName}`,
          Namespace: 'trail',
          MetricName,
          Statistic: 'Sum',
          Period: 300,
          EvaluationPeriods: 1,
          Threshold: 1,
          ComparisonOperator: 'GreaterThanOrEqualToThreshold',
          AlarmActions: [`arn:aws:sns:us-east-1:${testAccountId}:${topic}`],
        }),
      );
    cloudWatch.destroy();
  },
  recorded(proxy) {
    const filter = (filterName: string) => ({
      filterName,
      filterPattern: filters[filterName],
      logGroupName,
      metricTransformations: [{ metricNamespace: 'trail', metricName: filterName, metricValue: '1' }],
      ...(filterName === 'root' && { fieldSelectionCriteria: '@aws.account = "444455556666"' }),
    });
    proxy.rule({
      operation: 'DescribeMetricFilters',
      fault: answer(
        200,
        { 'content-type': 'application/x-amz-json-1.1' },
        JSON.stringify({ metricFilters: ['keys', 'root', 'trail'].map(filter) }),
      ),
    });
  },
  expects: {
    [id('kms-deletion')]: { fail: ['test'] },
    [id('root-usage')]: { unknown: ['test'] },
    [id('cloudtrail-changes')]: { fail: ['test'] },
  },
});

tellService({
  title: 'a trail whose log group was deleted',
  checks: [id('root-usage')],
  async seed(sdk) {
    const group = `arn:aws:logs:us-east-1:${testAccountId}:log-group:${logGroupName}:*`;
    await (await sdk('logs')).createLogGroup({ logGroupName });
    (await seedTrail(sdk, group)).destroy();
  },
  recorded: (proxy) =>
    proxy.rule({
      operation: 'DescribeMetricFilters',
      fault: {
        status: 400,
        code: 'ResourceNotFoundException',
        message: 'The specified log group does not exist.',
      },
    }),
  expects: { [id('root-usage')]: { fail: ['test'] } },
  unasked: { 'sns:ListSubscriptionsByTopic': fartherOn['sns:ListSubscriptionsByTopic'] },
});

tellService({
  title: "an organisation's trail, whose log group is another account's",
  checks: [id('root-usage')],
  seed: async () => {},
  recorded(proxy) {
    const trail = {
      Name: 'everyone',
      TrailARN: 'arn:aws:cloudtrail:us-east-1:444455556666:trail/everyone',
      HomeRegion: 'us-east-1',
      IsMultiRegionTrail: true,
      IsOrganizationTrail: true,
      S3BucketName: 'everyones-logs',
      CloudWatchLogsLogGroupArn: 'arn:aws:logs:us-east-1:444455556666:log-group:/trail/everyone:*',
    };
    proxy.rule({
      operation: 'DescribeTrails',
      fault: answer(
        200,
        { 'content-type': 'application/x-amz-json-1.1' },
        JSON.stringify({ trailList: [trail] }),
      ),
    });
  },
  expects: { [id('root-usage')]: { unknown: ['test'] } },
  unasked: {
    ...fartherOn,
    'cloudtrail:GetTrailStatus': 'a trail of another account is not asked',
    'cloudtrail:GetEventSelectors': 'a trail of another account is not asked',
  },
});

tellService({
  title: 'a composite alarm that tells for another, told over two pages',
  checks: [id('root-usage'), id('kms-deletion'), 'aws/cloudwatch/alarm-actions'],
  async seed(sdk) {
    const logs = await sdk('logs');
    await logs.createLogGroup({ logGroupName });
    (await seedTrail(sdk, `arn:aws:logs:us-east-1:${testAccountId}:log-group:${logGroupName}:*`)).destroy();
    for (const filterName of ['root', 'keys'])
      await logs.putMetricFilter({
        logGroupName,
        filterName,
        filterPattern: filters[filterName],
        metricTransformations: [{ metricNamespace: 'trail', metricName: filterName, metricValue: '1' }],
      });
    const sns = await sdk('sns');
    await sns.createTopic({ Name: 'heard' });
    await sns.subscribe({
      TopicArn: `arn:aws:sns:us-east-1:${testAccountId}:heard`,
      Protocol: 'email',
      Endpoint: 'security@example.org',
    });
  },
  recorded(proxy) {
    const told = (AlarmName: string) => ({
      AlarmName,
      AlarmArn: `arn:aws:cloudwatch:us-east-1:${testAccountId}:alarm:${AlarmName}`,
      ActionsEnabled: true,
      OKActions: [],
      AlarmActions: [],
      InsufficientDataActions: [],
    });
    const alarm = (MetricName: string) => ({
      ...told(`on-${MetricName}`),
      Namespace: 'trail',
      MetricName,
      Dimensions: [],
    });
    const page = (says: object) =>
      answer(200, { 'content-type': 'application/x-amz-json-1.0' }, JSON.stringify(says));
    const over = {
      AlarmActions: [`arn:aws:sns:us-east-1:${testAccountId}:heard`],
    };
    proxy.rule({
      operation: 'DescribeAlarms',
      match: ({ key }) => key.includes('page-2'),
      fault: page({
        MetricAlarms: [],
        CompositeAlarms: [
          { ...told('either'), ...over, AlarmRule: 'ALARM("on-root") OR ALARM("on-other")' },
          { ...told('both'), ...over, AlarmRule: 'ALARM("on-keys") AND ALARM("on-other")' },
        ],
      }),
    });
    proxy.rule({
      operation: 'DescribeAlarms',
      fault: page({ MetricAlarms: [alarm('root'), alarm('keys')], CompositeAlarms: [], NextToken: 'page-2' }),
    });
  },
  expects: {
    [id('root-usage')]: { pass: ['test'] },
    // It fires only together with something else.
    [id('kms-deletion')]: { fail: ['test'] },
    'aws/cloudwatch/alarm-actions': { pass: ['either', 'both', 'on-root', 'on-keys'] },
  },
});
