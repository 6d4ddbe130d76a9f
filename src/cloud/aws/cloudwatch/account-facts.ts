import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount } from '../collect.ts';
import type { AlarmTopic } from './alarm-topics.ts';
import { ownAlarmsFacts } from './own-alarms-fact.ts';
import { alarmAbout } from './trail-alarms.ts';

/** All that is asked on the way from a trail to a person; it is asked once for all of these facts. */
const permissions = [
  'cloudtrail:DescribeTrails',
  'cloudtrail:GetTrailStatus',
  'cloudtrail:GetEventSelectors',
  'logs:DescribeMetricFilters',
  'cloudwatch:DescribeAlarms',
  'sns:ListSubscriptionsByTopic',
] as const;

const alarmOn = (topic: AlarmTopic) =>
  fromAccount(permissions, (reader, _account: Subject) => alarmAbout(reader, topic));

/** Who is told when something happens that a trail records. Spread into the kind `aws.account`. */
export const cloudWatchAccountFacts = {
  naclChangesAlarm: alarmOn('naclChanges'),
  gatewayChangesAlarm: alarmOn('gatewayChanges'),
  routeTableChangesAlarm: alarmOn('routeTableChanges'),
  vpcChangesAlarm: alarmOn('vpcChanges'),
  sgChangesAlarm: alarmOn('sgChanges'),
  s3PolicyChangesAlarm: alarmOn('s3PolicyChanges'),
  cloudTrailChangesAlarm: alarmOn('cloudTrailChanges'),
  kmsDeletionAlarm: alarmOn('kmsDeletion'),
  consoleAuthFailuresAlarm: alarmOn('consoleAuthFailures'),
  rootUsageAlarm: alarmOn('rootUsage'),
  ...ownAlarmsFacts(permissions),
} as const;
