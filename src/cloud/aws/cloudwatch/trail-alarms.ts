import type { MetricFilter } from '@aws-sdk/client-cloudwatch-logs';
import type { Subscription } from '@aws-sdk/client-sns';
import { CloudError } from '../../../domain/errors.ts';
import { trailsOf } from '../cloudtrail/every-trail.ts';
import { gather, unlessRefused } from '../cloudtrail/gather.ts';
import { most, recorded, type Share, takingFrom } from '../cloudtrail/selectors.ts';
import { selectorsOf, statusOf, type TrailRef } from '../cloudtrail/trails.ts';
import { everyOf, itemsOf, orNone, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { type AlarmTopic, alarmTopics, type WatchedEvent } from './alarm-topics.ts';
import { type Alarm, alarmsIn, metricNamed, partOf } from './alarms.ts';
import { filterPattern, type Takes } from './filter-pattern.ts';

/** Who is told when something happens: the alarms, or what is missing on the way from the trail to a person. */
export interface TopicAlarm {
  readonly alarms: readonly string[];
  readonly missing: string | null;
}

/** A log group, and which events its trails deliver to it. */
export interface Group {
  readonly arn: string;
  readonly holds: (event: WatchedEvent) => Takes;
}

interface Filter {
  readonly name: string;
  readonly group: Group;
  readonly told: MetricFilter;
  readonly metrics: readonly string[];
  readonly takes: (event: WatchedEvent) => Takes;
  /** Alarms on its metrics by whether somebody hears of them. */
  readonly heard: readonly string[];
  readonly unheard: readonly string[];
}

export interface Watch {
  readonly groups: readonly Group[];
  /** Those that were not deleted since the trail was told of them. */
  readonly standing: readonly Group[];
  readonly filters: readonly Filter[];
  readonly refused: () => void;
  /** A trail of the organisation writes where this account cannot look. */
  readonly elsewhere: string | null;
}

export const logGroup = /^arn:[\w-]+:logs:([\w-]+):(\d+):log-group:([^:]+)/;

const holding: Readonly<Record<Share, Takes>> = { all: 'yes', some: 'maybe', none: 'no' };

/** The log groups that hold what trails of every region record. */
async function groupsOf(reader: AwsReader, trails: readonly TrailRef[]) {
  const own = trails.filter(({ multiRegion, foreign }) => multiRegion && !foreign);
  const into = own.filter(({ told }) => told.CloudWatchLogsLogGroupArn);
  const statuses = await gather(into, async (trail) => {
    if (!present((await statusOf(reader, trail)).IsLogging, 'IsLogging')) return null;
    const selectors = await selectorsOf(reader, trail);
    if (recorded(selectors, []).managementWrites === 'none') return null;
    return { arn: present(trail.told.CloudWatchLogsLogGroupArn, 'the log group'), selectors };
  });
  const byGroup = Map.groupBy(
    statuses.answers.flatMap((one) => one ?? []),
    ({ arn }) => arn,
  );
  const answers = [...byGroup].map(([arn, told]): Group => {
    const changes = (source: string) =>
      told.map(({ selectors }) => recorded(takingFrom(source, selectors), []).managementWrites);
    return { arn, holds: ({ fields }) => holding[most(changes(fields['eventSource'] ?? ''))] };
  });
  return { ...statuses, answers };
}

async function filtersOf(reader: AwsReader, group: Group, deleted: Set<Group>) {
  const [, region = '', , logGroupName = ''] = logGroup.exec(group.arn) ?? [];
  const logs = await reader.service('logs', region);
  const alarms = await alarmsIn(reader, region);
  const filters: {
    name: string;
    group: Group;
    told: MetricFilter;
    metrics: readonly string[];
    pattern: string;
    alarms: readonly Alarm[];
    vague: boolean;
    of: readonly Alarm[];
  }[] = [];
  const pages = logs.paginateDescribeMetricFilters({ logGroupName });
  const every = everyOf(itemsOf(pages, (page) => page.metricFilters, 'DescribeMetricFilters'));
  const all = await orNone(every, 'ResourceNotFoundException');
  // A log group that was deleted has no filters any more.
  if (all === null) deleted.add(group);
  for (const told of all ?? []) {
    const metrics = (told.metricTransformations ?? []).map((one) =>
      metricNamed(one.metricNamespace, one.metricName),
    );
    filters.push({
      name: present(told.filterName, 'filterName'),
      group,
      told,
      metrics,
      pattern: present(told.filterPattern, 'filterPattern'),
      alarms: alarms.filter((alarm) => alarm.metrics.some((metric) => metrics.includes(metric))),
      vague: isVague(told),
      of: alarms,
    });
  }
  return filters;
}

/**
 * The pattern alone does not say what reaches an alarm: with dimensions each value is a metric of its own, and an alarm
 * looks at some of them; other entries are left out by where they come from, or rewritten before they are looked at.
 */
export const isVague = (told: MetricFilter): boolean =>
  (told.metricTransformations ?? []).some((one) => Object.keys(one.dimensions ?? {}).length > 0) ||
  (told.emitSystemFieldDimensions ?? []).length > 0 ||
  Boolean(told.fieldSelectionCriteria) ||
  told.applyOnTransformedLogs === true;

/** A composite alarm's rule that does not hold by this one alarm alone. */
const needsMore = /\b(?:AND|NOT)\b|\bAT_LEAST\s*\((?!\s*1\s*,)/;

/** A topic tells somebody when somebody agreed to be told. Other actions (an incident, a function) do something by themselves. */
async function isHeard(reader: AwsReader, alarm: Alarm, all: readonly Alarm[]): Promise<boolean> {
  if (alarm.actionsEnabled) {
    for (const action of alarm.actions) if (await reaches(reader, action)) return true;
  }
  for (const over of partOf(alarm, all)) {
    if (needsMore.test(over.rule ?? '') || over === alarm) continue;
    if (
      await isHeard(
        reader,
        over,
        all.filter((one) => one !== alarm),
      )
    )
      return true;
  }
  return false;
}

async function reaches(reader: AwsReader, action: string): Promise<boolean> {
  const [, , service, region = ''] = action.split(':');
  if (service !== 'sns') return service === 'lambda' || service === 'ssm' || service === 'ssm-incidents';
  return reader.remember(`sns:confirmed-subscriptions:${action}`, async () => {
    const sns = await reader.service('sns', region);
    const pages = sns.paginateListSubscriptionsByTopic({ TopicArn: action });
    const subscribers = itemsOf(pages, (page) => page.Subscriptions, 'ListSubscriptionsByTopic');
    // A topic that was deleted tells nobody.
    return (await orNone(someConfirmed(subscribers), 'NotFound', 'NotFoundException')) ?? false;
  });
}

async function someConfirmed(subscribers: AsyncIterable<Subscription>): Promise<boolean> {
  for await (const { SubscriptionArn } of subscribers)
    if (present(SubscriptionArn, 'SubscriptionArn').startsWith('arn:')) return true;
  return false;
}

export const watchOf = (reader: AwsReader): Promise<Watch> =>
  reader.remember('cloudwatch:trail-alarms', async () => {
    const { trails, everyRegion } = await trailsOf(reader);
    const groups = await groupsOf(reader, trails);
    const deleted = new Set<Group>();
    const told = await gather(groups.answers, (group) => filtersOf(reader, group, deleted));
    const filters = await gather(told.answers.flat(), async (one): Promise<Filter> => {
      const heard = await gather(one.alarms, async (alarm) => ({
        name: alarm.name,
        heard: await isHeard(reader, alarm, one.of),
      }));
      if (!heard.answers.some((answer) => answer.heard)) unlessRefused(heard);
      const takes = filterPattern(one.pattern);
      const names = (wanted: boolean) =>
        heard.answers.filter((answer) => answer.heard === wanted).map(({ name }) => name);
      return {
        name: one.name,
        group: one.group,
        told: one.told,
        metrics: one.metrics,
        takes: (event) => {
          const taken = takes(event.fields);
          const held = one.group.holds(event);
          if (taken === 'no' || held === 'no') return 'no';
          return one.vague || held === 'maybe' ? 'maybe' : taken;
        },
        heard: names(true),
        unheard: names(false),
      };
    });
    const foreign = trails.find(
      (one) => one.foreign && one.multiRegion && one.told.CloudWatchLogsLogGroupArn,
    );
    return {
      groups: groups.answers,
      standing: groups.answers.filter((group) => !deleted.has(group)),
      filters: filters.answers,
      refused: () => unlessRefused(everyRegion, groups, told, filters),
      elsewhere: foreign?.name ?? null,
    };
  });

const saysOf = (events: readonly WatchedEvent[]): string => events.map(({ says }) => says).join(', ');

/** Of each event that matters some filter must make an alarm of which somebody hears; several may share the work. */
export async function alarmAbout(reader: AwsReader, topic: AlarmTopic): Promise<TopicAlarm> {
  const watch = await watchOf(reader);
  const events: readonly WatchedEvent[] = alarmTopics[topic](reader.identity.id);
  const by = (event: WatchedEvent, takes: Takes, filters = watch.filters) =>
    filters.filter((filter) => filter.takes(event) === takes);
  const working = watch.filters.filter(({ heard }) => heard.length > 0);

  const left = events.filter((event) => by(event, 'yes', working).length === 0);
  if (left.length === 0) {
    const alarms = events.flatMap((event) => by(event, 'yes', working).flatMap(({ heard }) => heard));
    return { alarms: [...new Set(alarms)].sort(), missing: null };
  }
  watch.refused();
  const doubtful = left.flatMap((event) => by(event, 'maybe', working))[0];
  if (doubtful !== undefined)
    throw new CloudError(
      'unsupported',
      `whether the metric filter ${doubtful.name} takes all of ${saysOf(left)} cannot be told`,
    );
  if (watch.elsewhere !== null)
    throw new CloudError(
      'unsupported',
      `the organisation's trail ${watch.elsewhere} delivers to a log group of another account, whose alarms cannot be seen from here`,
    );
  return { alarms: [], missing: missing(watch, left) };
}

function missing({ groups, filters }: Watch, left: readonly WatchedEvent[]): string {
  if (groups.length === 0) return 'no trail of every region delivers what it records to a log group';
  const leftOut = left.filter((event) => groups.every(({ holds }) => holds(event) === 'no'));
  if (leftOut.length > 0) return `the trail with a log group leaves out ${saysOf(leftOut)}`;
  const untaken = left.filter((event) => !filters.some((filter) => filter.takes(event) === 'yes'));
  if (untaken.length > 0) return `no metric filter of the trail's log group takes ${saysOf(untaken)}`;
  const taking = filters.filter((filter) => left.some((event) => filter.takes(event) === 'yes'));
  const unheard = [...new Set(taking.flatMap((filter) => filter.unheard))].sort();
  return unheard.length === 0
    ? `no alarm watches the metric of ${taking
        .map(({ name }) => name)
        .sort()
        .join(', ')}`
    : `nobody hears of the alarm ${unheard.join(', ')}: its actions are off, or no subscription of its topic is confirmed`;
}
