import { CloudWatchClient, DescribeAlarmsCommand, PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import { testAccountId } from '../../../kit/aws/environment.ts';
import { plainConfig, seedTrail } from '../../services/trail-kit.ts';
import { type Aws, together, told } from '../account.ts';
import type { Chapter } from '../row.ts';

const logGroupName = '/trail/main';
const account = `arn:aws:iam::${testAccountId}:root`;
const topic = `arn:aws:sns:us-east-1:${testAccountId}:security`;
const name = 'hipaa-cloudtrail-changes';
const names = ['CreateTrail', 'UpdateTrail', 'DeleteTrail', 'StartLogging', 'StopLogging'];
const pattern = `{ ($.eventSource = "cloudtrail.amazonaws.com") && (${names
  .map((event) => `($.eventName = "${event}")`)
  .join(' || ')}) }`;

const filter =
  (filterName: string, filterPattern: string, metricNamespace = 'hipaa') =>
  async ({ sdk }: Aws) =>
    (await sdk('logs')).putMetricFilter({
      logGroupName,
      filterName,
      filterPattern,
      metricTransformations: [{ metricNamespace, metricName: filterName, metricValue: '1' }],
    });

async function withCloudWatch<T>({ sdk }: Aws, ask: (client: CloudWatchClient) => Promise<T>): Promise<T> {
  const client = new CloudWatchClient(await plainConfig(sdk));
  try {
    return await ask(client);
  } finally {
    client.destroy();
  }
}

/** A trail whose log group has an alarm of somebody's own on all that is not about trails. */
const seed =
  (...steps: readonly ((aws: Aws) => Promise<unknown>)[]) =>
  async (aws: Aws): Promise<string> => {
    const { sdk } = aws;
    await (await sdk('logs')).createLogGroup({ logGroupName });
    const group = `arn:aws:logs:us-east-1:${testAccountId}:log-group:${logGroupName}:*`;
    (await seedTrail(sdk, group)).destroy();
    const sns = await sdk('sns');
    await sns.createTopic({ Name: 'security' });
    await sns.subscribe({ TopicArn: topic, Protocol: 'email', Endpoint: 'security@example.org' });
    await filter('the-rest', '{ $.eventSource != "cloudtrail.amazonaws.com" }', 'clinic')(aws);
    await withCloudWatch(aws, (client) =>
      client.send(
        new PutMetricAlarmCommand({
          AlarmName: 'the-rest',
          Namespace: 'clinic',
          MetricName: 'the-rest',
          Statistic: 'Sum',
          Period: 300,
          EvaluationPeriods: 1,
          Threshold: 1,
          ComparisonOperator: 'GreaterThanOrEqualToThreshold',
          AlarmActions: [topic],
        }),
      ),
    );
    for (const step of steps) await step(aws);
    return account;
  };

const state = async (aws: Aws) => {
  const logs = await aws.sdk('logs');
  return together({
    filters: told(logs.describeMetricFilters({ logGroupName })),
    alarms: withCloudWatch(aws, (client) => told(client.send(new DescribeAlarmsCommand({})))),
  });
};

/** Who is told of what a trail records. */
export const trailAlarms: Chapter = {
  title: 'alarms on what a trail records, on moto',
  remedies: { 'aws/cloudwatch/trail-alarms': { topic } },
  rows: [
    {
      remedy: 'aws/cloudwatch/trail-alarms',
      check: 'aws/cloudwatch/alarm-cloudtrail-changes',
      seed: seed(),
      change: [`alarms.${name}: null → ${JSON.stringify({ filter: true, tells: topic })}`],
      calls: ['PutMetricFilter', 'PutMetricAlarm'],
      undo: ['DeleteAlarms', 'DeleteMetricFilter'],
      state,
      meddle: filter(name, '{ $.eventName = DeleteTrail }'),
    },
    {
      remedy: 'aws/cloudwatch/trail-alarms',
      check: 'aws/cloudwatch/alarm-cloudtrail-changes',
      when: 'where the filter is there already',
      seed: seed(filter(name, pattern)),
      change: [`alarms.${name}.tells: null → "${topic}"`],
      calls: ['PutMetricAlarm'],
      undo: ['DeleteAlarms'],
      state,
      meddle: async ({ sdk }) => (await sdk('logs')).deleteMetricFilter({ logGroupName, filterName: name }),
    },
  ],
};
