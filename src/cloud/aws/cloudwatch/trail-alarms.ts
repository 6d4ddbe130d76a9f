import { CloudError } from '../../../domain/errors.ts';
import { trailsOf } from '../cloudtrail/every-trail.ts';
import { gather, unlessRefused } from '../cloudtrail/gather.ts';
import { recorded } from '../cloudtrail/selectors.ts';
import { selectorsOf, statusOf, type TrailRef } from '../cloudtrail/trails.ts';
import { itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { type AlarmTopic, alarmTopics, type WatchedEvent } from './alarm-topics.ts';
import { type Alarm, alarmsIn, metricNamed, partOf } from './alarms.ts';
import { filterPattern, type Takes } from './filter-pattern.ts';

/** Who is told when something happens: the alarms, or what is missing on the way from the trail to a person. */
export interface TopicAlarm {
  readonly alarms: readonly string[];
  readonly missing: string | null;
}

interface Filter {
  readonly name: string;
  readonly takes: (event: WatchedEvent) => Takes;
  /** Alarms on its metrics by whether somebody hears of them. */
  readonly heard: readonly string[];
  readonly unheard: readonly string[];
}

interface Watch {
  readonly groups: number;
  readonly filters: readonly Filter[];
  readonly refused: () => void;
  /** A trail of the organisation writes where this account cannot look. */
  readonly elsewhere: string | null;
}

const logGroup = /^arn:[\w-]+:logs:([\w-]+):(\d+):log-group:([^:]+)/;

/** The log groups that hold what trails of every region record. */
async function groupsOf(reader: AwsReader, trails: readonly TrailRef[]) {
  const own = trails.filter(({ multiRegion, foreign }) => multiRegion && !foreign);
  const into = own.filter(({ told }) => told.CloudWatchLogsLogGroupArn);
  const statuses = await gather(into, async (trail) => {
    if (!present((await statusOf(reader, trail)).IsLogging, 'IsLogging')) return null;
    const events = recorded(await selectorsOf(reader, trail), []);
    return events.managementWrites === 'none' ? null : (trail.told.CloudWatchLogsLogGroupArn ?? null);
  });
  return { ...statuses, answers: [...new Set(statuses.answers.flatMap((arn) => arn ?? []))] };
}

async function filtersOf(reader: AwsReader, group: string) {
  const [, region = '', , logGroupName = ''] = logGroup.exec(group) ?? [];
  const logs = await reader.service('logs', region);
  const alarms = await alarmsIn(reader, region);
  const filters: {
    name: string;
    pattern: string;
    alarms: readonly Alarm[];
    vague: boolean;
    of: readonly Alarm[];
  }[] = [];
  const pages = logs.paginateDescribeMetricFilters({ logGroupName });
  for await (const told of itemsOf(pages, (page) => page.metricFilters, 'DescribeMetricFilters')) {
    const metrics = (told.metricTransformations ?? []).map((one) =>
      metricNamed(one.metricNamespace, one.metricName),
    );
    filters.push({
      name: present(told.filterName, 'filterName'),
      pattern: present(told.filterPattern, 'filterPattern'),
      alarms: alarms.filter((alarm) => alarm.metrics.some((metric) => metrics.includes(metric))),
      // With dimensions each value is a metric of its own, and an alarm looks at some of them.
      vague: (told.metricTransformations ?? []).some((one) => Object.keys(one.dimensions ?? {}).length > 0),
      of: alarms,
    });
  }
  return filters;
}

/** A topic tells somebody when somebody agreed to be told. Other actions (an incident, a function) do something by themselves. */
async function isHeard(reader: AwsReader, alarm: Alarm, all: readonly Alarm[]): Promise<boolean> {
  if (alarm.actionsEnabled) {
    for (const action of alarm.actions) if (await reaches(reader, action)) return true;
  }
  for (const over of partOf(alarm, all)) {
    if (/\b(AND|NOT)\b/.test(over.rule ?? '') || over === alarm) continue;
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
    for await (const told of itemsOf(pages, (page) => page.Subscriptions, 'ListSubscriptionsByTopic'))
      if (present(told.SubscriptionArn, 'SubscriptionArn').startsWith('arn:')) return true;
    return false;
  });
}

const watchOf = (reader: AwsReader): Promise<Watch> =>
  reader.remember('cloudwatch:trail-alarms', async () => {
    const { trails, everyRegion } = await trailsOf(reader);
    const groups = await groupsOf(reader, trails);
    const told = await gather(groups.answers, (group) => filtersOf(reader, group));
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
        takes: ({ fields }) => (one.vague && takes(fields) === 'yes' ? 'maybe' : takes(fields)),
        heard: names(true),
        unheard: names(false),
      };
    });
    const foreign = trails.find(
      (one) => one.foreign && one.multiRegion && one.told.CloudWatchLogsLogGroupArn,
    );
    return {
      groups: groups.answers.length,
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
      `whether the metric filter ${doubtful.name} takes all of ${saysOf(left)} cannot be told from its pattern`,
    );
  if (watch.elsewhere !== null)
    throw new CloudError(
      'unsupported',
      `the organisation's trail ${watch.elsewhere} delivers to a log group of another account, whose alarms cannot be seen from here`,
    );
  return { alarms: [], missing: missing(watch, left) };
}

function missing({ groups, filters }: Watch, left: readonly WatchedEvent[]): string {
  if (groups === 0) return 'no trail of every region delivers what it records to a log group';
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
