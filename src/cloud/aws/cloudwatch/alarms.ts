import {
  type CompositeAlarm,
  DescribeAlarmsCommand,
  type DescribeAlarmsCommandOutput,
  type MetricAlarm,
} from '@aws-sdk/client-cloudwatch';
import type { Subject } from '../../../domain/catalog.ts';
import { listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

export interface Alarm extends Subject {
  readonly name: string;
  readonly actionsEnabled: boolean;
  /** ARNs of what is done when it fires. */
  readonly actions: readonly string[];
  /** `namespace name` of each metric that it looks at. */
  readonly metrics: readonly string[];
  /** How much its metric must add up to in five minutes; null: it looks at more, or does more than tell when it fires. */
  readonly firesAt: number | null;
  /** A composite alarm's rule over other alarms. */
  readonly rule: string | null;
}

export const metricNamed = (namespace: string | undefined, name: string | undefined): string =>
  `${namespace ?? ''} ${name ?? ''}`;

/** Every alarm of the region, composite ones too: asked once per scan. */
export const alarmsIn = (reader: AwsReader, region: string): Promise<readonly Alarm[]> =>
  reader.remember(`cloudwatch:DescribeAlarms:${region}`, async () => {
    const all: Alarm[] = [];
    let NextToken: string | undefined;
    do {
      const page: DescribeAlarmsCommandOutput = await reader.cloudWatch(region).send(
        new DescribeAlarmsCommand({
          AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
          MaxRecords: 100,
          ...(NextToken !== undefined && { NextToken }),
        }),
      );
      for (const told of listOf(page.MetricAlarms, 'DescribeAlarms')) all.push(alarmFrom(told, region));
      for (const told of listOf(page.CompositeAlarms, 'DescribeAlarms')) all.push(alarmFrom(told, region));
      NextToken = page.NextToken;
    } while (NextToken);
    return all;
  });

export const alarmFrom = (told: MetricAlarm & CompositeAlarm, region: string): Alarm => ({
  id: present(told.AlarmArn, 'the alarm ARN'),
  region,
  name: present(told.AlarmName, 'the alarm name'),
  actionsEnabled: present(told.ActionsEnabled, 'ActionsEnabled'),
  actions: told.AlarmActions ?? [],
  metrics: [
    ...(told.MetricName === undefined ? [] : [metricNamed(told.Namespace, told.MetricName)]),
    ...(told.Metrics ?? []).flatMap(({ MetricStat }) =>
      MetricStat?.Metric ? [metricNamed(MetricStat.Metric.Namespace, MetricStat.Metric.MetricName)] : [],
    ),
  ],
  rule: told.AlarmRule ?? null,
  firesAt: isPlainSum(told) ? present(told.Threshold, 'Threshold') : null,
});

const isPlainSum = (told: MetricAlarm): boolean =>
  told.Statistic === 'Sum' &&
  told.Period === 300 &&
  told.EvaluationPeriods === 1 &&
  (told.DatapointsToAlarm ?? 1) === 1 &&
  told.ComparisonOperator === 'GreaterThanOrEqualToThreshold' &&
  told.TreatMissingData === 'notBreaching' &&
  [told.Dimensions, told.OKActions, told.InsufficientDataActions].every((list) => !list?.length);

/** The composite alarms whose rule asks whether this one fires. */
export const partOf = (alarm: Alarm, all: readonly Alarm[]): readonly Alarm[] =>
  all.filter(
    ({ rule }) => rule !== null && firing(rule).some((one) => one === alarm.name || one === alarm.id),
  );

/** `ALARM(name)`, and the names in `AT_LEAST(2, ALARM, (name, name))`. */
const firing = (rule: string): readonly string[] =>
  [
    ...rule.matchAll(/\b(?:ALARM|AT_LEAST\s*\([^,]*,\s*ALARM\s*,)\s*\(((?:"[^"]*"|'[^']*'|[^()"'])*)\)/g),
  ].flatMap(([, names = '']) =>
    [...names.matchAll(/"([^"]*)"|'([^']*)'|([^\s"',]+)/g)].map(
      ([, double, single, bare]) => double ?? single ?? bare ?? '',
    ),
  );
