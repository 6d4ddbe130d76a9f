import { everyOf, itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { alarmTopics, type WatchedEvent } from './alarm-topics.ts';
import { type Alarm, alarmsIn } from './alarms.ts';
import { isOwnFilter, metricOf, type Own, owns, ownTopic } from './own-alarms.ts';
import { type Group, logGroup, type Watch, watchOf } from './trail-alarms.ts';

/** What of ours there is for an event: the metric filter, and the topic that the alarm on its metric tells. */
export type OwnState = { readonly filter: boolean; readonly tells: string | null } | 'another' | null;

/** By the name of filter and alarm. */
export type OwnTrailAlarms = {
  /** Where the filters are made; null: no trail of every region delivers to a log group of the account. */
  readonly logGroup: string | null;
  /** Alarms of others that tell of all of it already. */
  readonly others: { readonly [name: string]: readonly string[] };
  /** Not held by the log group as a whole, or taken by a filter of which it cannot be told: nothing is made for these. */
  readonly beyond: readonly string[];
  /** `another`: a filter, a metric or an alarm of the name is there and is not what would be made, or others use the metric. */
  readonly alarms: { readonly [name: string]: OwnState };
};

/** The group that holds the most; the one that has something of ours before others. */
function targetOf(
  { standing, filters }: Watch,
  account: string,
  eventsOf: (own: Own) => readonly WatchedEvent[],
) {
  const own = standing.filter(({ arn }) => logGroup.exec(arn)?.[2] === account);
  const has = (group: Group) =>
    owns.filter(({ name }) => filters.some((filter) => filter.group === group && filter.name === name))
      .length;
  const holds = (group: Group) => owns.filter((own) => isHeld(group, eventsOf(own))).length;
  const [best] = own.sort((a, b) => has(b) - has(a) || holds(b) - holds(a) || (a.arn < b.arn ? -1 : 1));
  return best;
}

const isHeld = (group: Group, events: readonly WatchedEvent[]): boolean =>
  events.every((event) => group.holds(event) === 'yes');

function stateOf(own: Own, group: Group, { filters }: Watch, alarms: readonly Alarm[]): OwnState {
  const filter = filters.find((one) => one.group === group && one.name === own.name);
  const alarm = alarms.find(({ name }) => name === own.name);
  if (filter !== undefined && !isOwnFilter(own, filter.told)) return 'another';
  const fed = filters.filter(({ metrics }) => metrics.includes(metricOf(own)));
  if (fed.some((one) => one !== filter)) return 'another';
  const tells = alarm === undefined ? null : ownTopic(own, alarm);
  if (alarm !== undefined && tells === null) return 'another';
  // Without our filter an alarm that others set on its metric would fall silent.
  if (alarms.some((one) => one !== alarm && one.metrics.includes(metricOf(own)))) return 'another';
  return filter === undefined && tells === null ? null : { filter: filter !== undefined, tells };
}

/** The alarms of others that tell of every one of the events; `maybe`: it cannot be told. */
function othersOf(own: Own, events: readonly WatchedEvent[], { filters }: Watch) {
  const working = filters.flatMap((filter) => {
    const heard = filter.metrics.includes(metricOf(own)) ? [] : filter.heard;
    return heard.length > 0 ? [{ filter, heard }] : [];
  });
  const by = (event: WatchedEvent, takes: 'yes' | 'maybe') =>
    working.filter(({ filter }) => filter.takes(event) === takes);
  const left = events.filter((event) => by(event, 'yes').length === 0);
  if (left.length > 0) return left.some((event) => by(event, 'maybe').length > 0) ? 'maybe' : null;
  return [...new Set(events.flatMap((event) => by(event, 'yes').flatMap(({ heard }) => heard)))].sort();
}

export const ownTrailAlarms = (reader: AwsReader): Promise<OwnTrailAlarms> =>
  reader.remember('cloudwatch:own-trail-alarms', async () => {
    const watch = await watchOf(reader);
    // What cannot be seen might have the names, or tell already.
    watch.refused();
    const eventsOf = ({ topic }: Own) => alarmTopics[topic](reader.identity.id);
    const group = targetOf(watch, reader.identity.id, eventsOf);
    if (group === undefined) return { logGroup: null, others: {}, beyond: [], alarms: {} };
    const [arn = group.arn, region = ''] = logGroup.exec(group.arn) ?? [];
    const alarms = await alarmsIn(reader, region);
    const told = owns.map((own) => ({ own, others: othersOf(own, eventsOf(own), watch) }));
    const isBeyond = ({ own, others }: (typeof told)[number]) =>
      others === 'maybe' || !isHeld(group, eventsOf(own));
    return {
      logGroup: arn,
      others: Object.fromEntries(
        told.flatMap(({ own, others }) => (Array.isArray(others) ? [[own.name, others]] : [])),
      ),
      beyond: told.filter(isBeyond).map(({ own }) => own.name),
      alarms: Object.fromEntries(owns.map((own) => [own.name, stateOf(own, group, watch, alarms)])),
    };
  });

/** The topics of the log group's region to which somebody confirmed a subscription. */
export async function subscribedTopics(reader: AwsReader): Promise<readonly string[]> {
  const [, region] = logGroup.exec((await ownTrailAlarms(reader)).logGroup ?? '') ?? [];
  if (region === undefined) return [];
  const sns = await reader.service('sns', region);
  const all = await everyOf(
    itemsOf(sns.paginateListSubscriptions({}), (page) => page.Subscriptions, 'ListSubscriptions'),
  );
  const confirmed = all.filter(({ SubscriptionArn }) =>
    present(SubscriptionArn, 'SubscriptionArn').startsWith('arn:'),
  );
  return [...new Set(confirmed.map(({ TopicArn }) => present(TopicArn, 'TopicArn')))].sort();
}
