import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { trailsOf } from './every-trail.ts';
import { unlessRefused } from './gather.ts';
import { putTrails, stepsBetween } from './put-trails.ts';
import { concludedFrom } from './trail-conclusions.ts';
import { selectorsFrom, type TrailStates } from './trail-state.ts';
import { selectorsOf, statusOf } from './trails.ts';

async function trailStates(reader: AwsReader): Promise<TrailStates> {
  const { trails, shown } = await trailsOf(reader);
  unlessRefused(shown);
  const own = trails.filter(({ foreign }) => !foreign).sort((a, b) => (a.arn < b.arn ? -1 : 1));
  const states = own.map(async (trail) => {
    const state = {
      logging: present((await statusOf(reader, trail)).IsLogging, 'IsLogging'),
      multiRegion: trail.multiRegion,
      globalEvents: trail.told.IncludeGlobalServiceEvents === true,
      logBucket: present(trail.told.S3BucketName, "the trail's log bucket"),
      selectors: selectorsFrom(await selectorsOf(reader, trail)),
    };
    return [trail.arn, state] as const;
  });
  return Object.fromEntries(await Promise.all(states));
}

/**
 * What each of the account's own trails does: one value, because which of them to change depends on what the others do.
 * For a plan; a scan asks the questions that follow from it.
 */
export const trails = settable(
  fromAccount(
    ['cloudtrail:DescribeTrails', 'cloudtrail:GetTrailStatus', 'cloudtrail:GetEventSelectors'],
    (reader, _account: Subject) => trailStates(reader),
  ),
  {
    permissions: [
      'cloudtrail:GetTrail',
      'cloudtrail:GetTrailStatus',
      'cloudtrail:GetEventSelectors',
      'cloudtrail:UpdateTrail',
      'cloudtrail:PutEventSelectors',
      'cloudtrail:StartLogging',
      'cloudtrail:StopLogging',
    ],
    calls: ({ before, after }) =>
      Object.entries(after).flatMap(([arn, to]) => {
        const from = before[arn];
        return from === undefined ? [] : stepsBetween(from, to);
      }),
    resources: ({ id }) => {
      const [arn, partition, , , account] = id.split(':');
      return [`${arn}:${partition}:cloudtrail:*:${account}:trail/*`];
    },
    implies: concludedFrom,
    put: (client, _account, states) => putTrails(client, states),
  },
);
