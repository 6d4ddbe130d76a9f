import type { Subject } from '../../../domain/catalog.ts';
import type { Collected } from '../../../domain/collected.ts';
import { fromAccount, settable } from '../collect.ts';
import { owns, prefix } from './own-alarms.ts';
import { type OwnTrailAlarms, ownTrailAlarms, subscribedTopics } from './own-trail-alarms.ts';
import { callsBetween, putOwnAlarms } from './put-own-alarms.ts';
import { logGroup, type TopicAlarm } from './trail-alarms.ts';

/** Only what is there of ours counts: others come and go. */
const ours = ({ logGroup, alarms }: OwnTrailAlarms): string =>
  JSON.stringify([logGroup, owns.map(({ name }) => alarms[name] ?? null)]);

type Facts = Readonly<Record<string, Collected<any>>>;

/** Whether the alarm would be heard; what is not asked (after the write, it is there to be seen) is not foretold. */
function foretold(name: string, tells: string, topics: Collected<readonly string[]> | undefined) {
  if (topics === undefined) return null;
  const missing = !topics.known
    ? `whether somebody confirmed a subscription of ${tells} cannot be told: ${topics.message}`
    : topics.value.includes(tells)
      ? null
      : `nobody is known to have confirmed a subscription of ${tells}, which the alarm ${name} tells`;
  return { alarms: missing === null ? [name] : [], missing };
}

/** Who would be told of each event, as far as it follows from what is made, or taken away. */
function concludedFrom(value: OwnTrailAlarms, facts: Facts): Readonly<Record<string, TopicAlarm>> {
  const now: OwnTrailAlarms | null = facts['ownTrailAlarms']?.known ? facts['ownTrailAlarms'].value : null;
  const told: Record<string, TopicAlarm> = {};
  for (const { name, topic } of owns) {
    const [state, before] = [value.alarms[name], now?.alarms[name]];
    const fact = `${topic}Alarm`;
    if (state && state !== 'another' && state.filter && state.tells !== null) {
      const said = foretold(name, state.tells, facts['subscribedTopics']);
      if (said !== null) told[fact] = said;
    } else if (before && before !== 'another') {
      const alarms = now?.others[name] ?? [];
      const missing = alarms.length > 0 ? null : `neither ${name} nor another alarm would tell of it`;
      told[fact] = { alarms, missing };
    }
  }
  return told;
}

/** What of ours there is for each event of which a trail tells; made where nobody hears of it. For a plan, not for a scan. */
export const ownAlarmsFacts = (permissions: readonly [string, ...string[]]) => ({
  ownTrailAlarms: settable(
    fromAccount(permissions, (reader, _account: Subject) => ownTrailAlarms(reader)),
    {
      permissions: [
        'logs:DescribeMetricFilters',
        'logs:PutMetricFilter',
        'logs:DeleteMetricFilter',
        'cloudwatch:DescribeAlarms',
        'cloudwatch:PutMetricAlarm',
        'cloudwatch:DeleteAlarms',
      ],
      calls: ({ before, after }) => callsBetween(before, after),
      resources({ id }, after) {
        const arn = after?.logGroup ?? null;
        const [, region, account] = logGroup.exec(arn ?? '') ?? [];
        if (arn === null) return [id];
        return [arn, `${arn}:*`, `arn:${arn.split(':')[1]}:cloudwatch:${region}:${account}:alarm:${prefix}*`];
      },
      implies: concludedFrom,
      same: (a, b) => ours(a) === ours(b),
      put: (client, _account, value) => putOwnAlarms(client, value),
    },
  ),
  subscribedTopics: fromAccount([...permissions, 'sns:ListSubscriptions'], (reader, _account: Subject) =>
    subscribedTopics(reader),
  ),
});
