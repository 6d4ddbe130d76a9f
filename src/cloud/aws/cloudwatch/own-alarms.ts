import type { PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch';
import type { MetricFilter } from '@aws-sdk/client-cloudwatch-logs';
import { type AlarmTopic, alarmTopics } from './alarm-topics.ts';
import { type Alarm, metricNamed } from './alarms.ts';
import { isVague } from './trail-alarms.ts';

/** A metric filter and the alarm on its metric, as they are made from here, under one name. */
export interface Own {
  readonly name: string;
  readonly topic: AlarmTopic;
  readonly pattern: string;
  readonly threshold: number;
}

export const prefix = 'hipaa-';
const metricNamespace = 'hipaa';

const rootItself =
  '{ ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType != "AwsServiceEvent") }';
const failedSignIns = '{ ($.eventName = "ConsoleLogin") && ($.errorMessage = "Failed authentication") }';

/** The events that the check asks for, by their names and the service that tells of them. */
function patternOf(topic: Exclude<AlarmTopic, 'rootUsage' | 'consoleAuthFailures'>): string {
  const [first, ...rest] = alarmTopics[topic]().map(({ fields }) => fields);
  const names = [first, ...rest].map((fields) => `($.eventName = "${fields?.['eventName']}")`);
  return `{ ($.eventSource = "${first?.['eventSource']}") && (${names.join(' || ')}) }`;
}

const own = (name: string, topic: AlarmTopic, pattern: string, threshold = 1): Own => ({
  name: `${prefix}${name}`,
  topic,
  pattern,
  threshold,
});

export const owns: readonly Own[] = [
  own('nacl-changes', 'naclChanges', patternOf('naclChanges')),
  own('gateway-changes', 'gatewayChanges', patternOf('gatewayChanges')),
  own('route-table-changes', 'routeTableChanges', patternOf('routeTableChanges')),
  own('vpc-changes', 'vpcChanges', patternOf('vpcChanges')),
  own('sg-changes', 'sgChanges', patternOf('sgChanges')),
  own('s3-policy-changes', 's3PolicyChanges', patternOf('s3PolicyChanges')),
  own('cloudtrail-changes', 'cloudTrailChanges', patternOf('cloudTrailChanges')),
  own('kms-deletion', 'kmsDeletion', patternOf('kmsDeletion')),
  // Everybody mistypes a password; three times in five minutes somebody is told.
  own('console-auth-failures', 'consoleAuthFailures', failedSignIns, 3),
  own('root-usage', 'rootUsage', rootItself),
];

export const metricOf = ({ name }: Own): string => metricNamed(metricNamespace, name);

export const filterOf = ({ name, pattern }: Own) => ({
  filterName: name,
  filterPattern: pattern,
  metricTransformations: [{ metricNamespace, metricName: name, metricValue: '1' }],
});

export const alarmOf = ({ name, threshold }: Own, topic: string): PutMetricAlarmInput => ({
  AlarmName: name,
  Namespace: metricNamespace,
  MetricName: name,
  Statistic: 'Sum',
  Period: 300,
  EvaluationPeriods: 1,
  Threshold: threshold,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  TreatMissingData: 'notBreaching',
  ActionsEnabled: true,
  AlarmActions: [topic],
});

/** Whether a filter of the name is what would be made, and not another's. */
export function isOwnFilter(own: Own, told: MetricFilter): boolean {
  const [one, ...more] = told.metricTransformations ?? [];
  return (
    told.filterPattern === own.pattern &&
    !isVague(told) &&
    more.length === 0 &&
    metricNamed(one?.metricNamespace, one?.metricName) === metricOf(own) &&
    one?.metricValue === '1' &&
    (one.defaultValue ?? null) === null
  );
}

/** The topic that an alarm of the name tells; null: it is another than would be made. */
export function ownTopic(own: Own, alarm: Alarm): string | null {
  const [topic, ...more] = alarm.actions;
  const isOwn =
    alarm.firesAt === own.threshold &&
    alarm.actionsEnabled &&
    alarm.metrics.length === 1 &&
    alarm.metrics[0] === metricOf(own) &&
    more.length === 0;
  return isOwn && topic !== undefined && topic.split(':')[2] === 'sns' ? topic : null;
}
