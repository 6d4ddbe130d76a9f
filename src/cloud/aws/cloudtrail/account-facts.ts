import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { trails } from './account-trails.ts';
import { trailsOf } from './every-trail.ts';
import { gather, unlessRefused } from './gather.ts';
import { most, type Share } from './selectors.ts';
import { allRecorded } from './selectors-bedrock.ts';
import { selectorsOf, statusOf, type TrailRef } from './trails.ts';

const recording = (reader: AwsReader, trails: readonly TrailRef[]) =>
  gather(trails, async (trail) => ({
    trail,
    logging: present((await statusOf(reader, trail)).IsLogging, 'IsLogging'),
  }));

const names = (trails: readonly { trail: TrailRef }[]) => trails.map(({ trail }) => trail.name);

/** Which trails record anything at all, and which stand still. */
export interface Recording {
  readonly recording: readonly string[];
  readonly stopped: readonly string[];
}

async function apiRecording(reader: AwsReader): Promise<Recording> {
  const { trails, shown } = await trailsOf(reader);
  const statuses = await recording(reader, trails);
  const on = statuses.answers.filter(({ logging }) => logging);
  if (on.length === 0) unlessRefused(shown, statuses);
  return { recording: names(on), stopped: names(statuses.answers.filter(({ logging }) => !logging)) };
}

async function selected(reader: AwsReader, trails: readonly TrailRef[]) {
  const statuses = await recording(reader, trails);
  const on = statuses.answers.filter(({ logging }) => logging);
  const ownLogs = trails.flatMap(({ told }) => told.S3BucketName ?? []);
  const events = await gather(on, async ({ trail }) => ({
    trail,
    events: allRecorded(await selectorsOf(reader, trail), ownLogs),
  }));
  return { statuses, events };
}

/** What the trails that cover every region and are on record of the account's own management. */
export interface EveryRegionRecording {
  readonly trails: readonly string[];
  readonly reads: Share;
  readonly writes: Share;
}

async function everyRegionRecording(reader: AwsReader): Promise<EveryRegionRecording> {
  const { trails, everyRegion } = await trailsOf(reader);
  const { statuses, events } = await selected(
    reader,
    trails.filter(({ multiRegion }) => multiRegion),
  );
  const reads = most(events.answers.map((one) => one.events.managementReads));
  const writes = most(events.answers.map((one) => one.events.managementWrites));
  if (reads !== 'all' || writes !== 'all') unlessRefused(everyRegion, statuses, events);
  return { trails: names(events.answers), reads, writes };
}

export interface ObjectRecording {
  /** Regions of the scan in which something of the kind is done without a trace. */
  readonly missingRegions: readonly string[];
  /** Trails that record every bucket, or every call. */
  readonly by: readonly string[];
  /** Trails that are limited to some, or leave some out. */
  readonly partly: readonly string[];
}

async function objectRecording(
  reader: AwsReader,
  kind: 'objectReads' | 'objectWrites' | 'modelCalls' | 'agentCalls',
): Promise<ObjectRecording> {
  const { trails, shown } = await trailsOf(reader);
  const { statuses, events } = await selected(reader, trails);
  const having = (share: Share) => events.answers.filter((one) => one.events[kind] === share);
  const by = having('all');
  const missingRegions = reader.regions.filter(
    (region) => !by.some(({ trail }) => trail.multiRegion || trail.homeRegion === region),
  );
  if (missingRegions.length > 0) unlessRefused(shown, statuses, events);
  return { missingRegions, by: names(by), partly: names(having('some')) };
}

const read = ['cloudtrail:DescribeTrails', 'cloudtrail:GetTrailStatus'] as const;
const readSelectors = [...read, 'cloudtrail:GetEventSelectors'] as const;

/**
 * Questions about the account, not about a trail: is there at least one that does? Spread into `aws.account`. A trail
 * that refuses to answer (an organisation's, seen from a member) makes them unknown only where it could be that one.
 */
export const cloudTrailAccountFacts = {
  trails,
  apiRecording: fromAccount(read, (reader, _account: Subject) => apiRecording(reader)),
  everyRegionRecording: fromAccount(readSelectors, (reader, _account: Subject) =>
    everyRegionRecording(reader),
  ),
  objectReads: fromAccount(readSelectors, (reader, _account: Subject) =>
    objectRecording(reader, 'objectReads'),
  ),
  objectWrites: fromAccount(readSelectors, (reader, _account: Subject) =>
    objectRecording(reader, 'objectWrites'),
  ),
  modelCalls: fromAccount(readSelectors, (reader, _account: Subject) =>
    objectRecording(reader, 'modelCalls'),
  ),
  agentCalls: fromAccount(readSelectors, (reader, _account: Subject) =>
    objectRecording(reader, 'agentCalls'),
  ),
} as const;
