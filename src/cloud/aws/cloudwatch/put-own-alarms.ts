import { setTimeout as wait } from 'node:timers/promises';
import {
  DeleteAlarmsCommand,
  DescribeAlarmsCommand,
  type DescribeAlarmsCommandOutput,
  PutMetricAlarmCommand,
} from '@aws-sdk/client-cloudwatch';
import { CloudError } from '../../../domain/errors.ts';
import { codeOf, everyOf, itemsOf, listOf } from '../collect.ts';
import type { AwsWriter } from '../writer.ts';
import { type Alarm, alarmFrom } from './alarms.ts';
import { alarmOf, filterOf, isOwnFilter, owns, ownTopic, prefix } from './own-alarms.ts';
import type { OwnState, OwnTrailAlarms } from './own-trail-alarms.ts';
import { logGroup } from './trail-alarms.ts';

/** CloudWatch Logs takes about five filters a second, and one change of a log group at a time. What it refuses for that was not done. */
const isTooSoon = /^Throttl|^OperationAborted/;
const pausesMs: readonly number[] = [200, 1_000, 2_000, 4_000];

async function patiently<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
  for (const ms of pausesMs) {
    try {
      return await ask();
    } catch (error) {
      if (!isTooSoon.test(codeOf(error))) throw error;
      await wait(ms, undefined, { signal });
    }
  }
  return ask();
}

/** What there is of ours. */
const made = (state: OwnState | undefined) =>
  state === undefined || state === null || state === 'another' ? { filter: false, tells: null } : state;

/** The operations between two states, in the order in which they are made. */
export function callsBetween(before: OwnTrailAlarms, after: OwnTrailAlarms): readonly string[] {
  const steps = owns.map(({ name }) => ({ from: made(before.alarms[name]), to: made(after.alarms[name]) }));
  return [
    ...steps.flatMap(({ from, to }) => [
      ...(to.filter && !from.filter ? ['PutMetricFilter'] : []),
      ...(to.tells !== null && from.tells === null ? ['PutMetricAlarm'] : []),
    ]),
    ...(steps.some(({ from, to }) => from.tells !== null && to.tells === null) ? ['DeleteAlarms'] : []),
    ...steps.flatMap(({ from, to }) => (from.filter && !to.filter ? ['DeleteMetricFilter'] : [])),
  ];
}

async function alarmsThere(client: AwsWriter, region: string): Promise<readonly Alarm[]> {
  const all: Alarm[] = [];
  let NextToken: string | undefined;
  do {
    const page: DescribeAlarmsCommandOutput = await client.cloudWatch(region).send(
      new DescribeAlarmsCommand({
        AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
        AlarmNamePrefix: prefix,
        ...(NextToken !== undefined && { NextToken }),
      }),
    );
    for (const told of [...listOf(page.MetricAlarms, 'DescribeAlarms'), ...(page.CompositeAlarms ?? [])])
      all.push(alarmFrom(told, region));
    NextToken = page.NextToken;
  } while (NextToken);
  return all;
}

const isAnother = (name: string) =>
  new CloudError('unsupported', `another is named ${name}, and is neither overwritten nor deleted from here`);

/** Makes what is wanted and not there, and deletes what is there and not wanted, if it is ours. */
export async function putOwnAlarms(client: AwsWriter, wanted: OwnTrailAlarms): Promise<void> {
  const [, region = '', , logGroupName = ''] = logGroup.exec(wanted.logGroup ?? '') ?? [];
  if (logGroupName === '') throw new CloudError('unsupported', 'there is no log group to put a filter on');
  const logs = await client.service('logs', region);
  const cloudWatch = client.cloudWatch(region);
  const pages = logs.paginateDescribeMetricFilters({ logGroupName, filterNamePrefix: prefix });
  const filters = await everyOf(itemsOf(pages, (page) => page.metricFilters, 'DescribeMetricFilters'));
  const alarms = await alarmsThere(client, region);
  const steps = owns.flatMap((own) => {
    const state = wanted.alarms[own.name];
    if (state === 'another') return [];
    const filter = filters.find(({ filterName }) => filterName === own.name);
    const alarm = alarms.find(({ name }) => name === own.name);
    if (filter !== undefined && !isOwnFilter(own, filter)) throw isAnother(own.name);
    if (alarm !== undefined && ownTopic(own, alarm) === null) throw isAnother(own.name);
    return [{ own, to: made(state), hasFilter: filter !== undefined, hasAlarm: alarm !== undefined }];
  });
  for (const { own, to, hasFilter, hasAlarm } of steps) {
    const { tells } = to;
    if (to.filter && !hasFilter)
      await patiently(client.signal, () => logs.putMetricFilter({ logGroupName, ...filterOf(own) }));
    if (tells !== null && !hasAlarm)
      await patiently(client.signal, () => cloudWatch.send(new PutMetricAlarmCommand(alarmOf(own, tells))));
  }
  const AlarmNames = steps.flatMap(({ own, to, hasAlarm }) =>
    hasAlarm && to.tells === null ? [own.name] : [],
  );
  if (AlarmNames.length > 0) await cloudWatch.send(new DeleteAlarmsCommand({ AlarmNames }));
  for (const { own, to, hasFilter } of steps)
    if (hasFilter && !to.filter)
      await patiently(client.signal, () => logs.deleteMetricFilter({ logGroupName, filterName: own.name }));
}
