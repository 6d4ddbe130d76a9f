import type { Collected } from '../../../domain/collected.ts';
import type { EveryRegionRecording, ObjectRecording, Recording } from './account-facts.ts';
import { most } from './selectors.ts';
import { type AllRecorded, allRecorded } from './selectors-bedrock.ts';
import { selectorsTo, type TrailStates } from './trail-state.ts';

type Facts = Readonly<Record<string, Collected<any>>>;

interface Told {
  readonly name: string;
  readonly region: string;
  readonly logging: boolean;
  readonly multiRegion: boolean;
  readonly events: AllRecorded;
}

function toldBy(states: TrailStates): readonly Told[] {
  const ownLogs = Object.values(states).map(({ logBucket }) => logBucket);
  return Object.entries(states).map(([arn, state]) => ({
    name: arn.split('/').at(-1) ?? arn,
    region: arn.split(':')[3] ?? '',
    logging: state.logging,
    multiRegion: state.multiRegion,
    events: allRecorded(selectorsTo(state.selectors), ownLogs),
  }));
}

const names = (trails: readonly Told[]): readonly string[] => trails.map(({ name }) => name);

/** What the account's questions about its trails come to with these states. An organisation's trails say on what they said. */
export function concludedFrom(states: TrailStates, facts: Facts): Readonly<Record<string, unknown>> {
  const trails = toldBy(states);
  const foreign = (said: readonly string[]) => said.filter((name) => !names(trails).includes(name));
  const on = trails.filter(({ logging }) => logging);
  const concluded: Record<string, unknown> = {};

  const api = facts['apiRecording'];
  if (api?.known) {
    const { recording, stopped }: Recording = api.value;
    concluded['apiRecording'] = {
      recording: [...names(on), ...foreign(recording)],
      stopped: [...names(trails.filter(({ logging }) => !logging)), ...foreign(stopped)],
    } satisfies Recording;
  }

  const every = facts['everyRegionRecording'];
  if (every?.known) {
    const said: EveryRegionRecording = every.value;
    const covering = on.filter(({ multiRegion }) => multiRegion);
    const others = foreign(said.trails);
    concluded['everyRegionRecording'] = {
      trails: [...names(covering), ...others],
      reads: most([...covering.map((t) => t.events.managementReads), ...others.map(() => said.reads)]),
      writes: most([...covering.map((t) => t.events.managementWrites), ...others.map(() => said.writes)]),
    } satisfies EveryRegionRecording;
  }

  for (const kind of ['objectReads', 'objectWrites', 'modelCalls', 'agentCalls'] as const) {
    const objects = facts[kind];
    if (!objects?.known) continue;
    const said: ObjectRecording = objects.value;
    const by = on.filter(({ events }) => events[kind] === 'all');
    concluded[kind] = {
      missingRegions: said.missingRegions.filter(
        (region) => !by.some((trail) => trail.multiRegion || trail.region === region),
      ),
      by: [...names(by), ...foreign(said.by)],
      partly: [...names(on.filter(({ events }) => events[kind] === 'some')), ...foreign(said.partly)],
    } satisfies ObjectRecording;
  }
  return concluded;
}
