import { expect, it } from 'vitest';
import { severities } from '../../src/domain/check.ts';
import {
  type Change,
  type Finding,
  type FindingEvent,
  opened,
  transition,
} from '../../src/domain/finding.ts';

/** Mulberry32: the same walk every time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  };
}

const start = Date.UTC(2026, 0, 1);
const instant = (minutes: number) => new Date(start + minutes * 60_000).toISOString();
const scans: readonly string[] = ['failed', 'passed', 'notApplicable', 'gone'];

function randomEvent(roll: (sides: number) => number, now: number): FindingEvent {
  const at = instant(now);
  // Some are over before they begin, some end exactly when somebody looks.
  const until = instant(now + roll(40) - 2);
  switch (roll(8)) {
    case 0:
      return { kind: 'failed', at, severity: severities[roll(4)] ?? 'low', because: `seen ${roll(3)}` };
    case 1:
      return { kind: 'passed', at };
    case 2:
      return { kind: 'notApplicable', at, because: 'replica' };
    case 3:
      return { kind: 'gone', at };
    case 4:
      return { kind: 'acknowledged', at, by: 'ann', reason: 'soon', until };
    case 5:
      return { kind: 'accepted', at, by: 'bob', reason: 'public', compensatingControl: 'empty', until };
    case 6:
      return { kind: 'assigned', at, by: 'ann', owner: roll(3) ? 'cy' : null };
    default:
      return { kind: 'lapsed', at };
  }
}

const identity = (f: Finding) => [
  f.fingerprint,
  f.handle,
  f.checkId,
  f.resource,
  f.account,
  f.region,
  f.firstSeen,
];
const scanned = (f: Finding) => [
  f.status,
  f.resolution,
  f.severity,
  f.because,
  f.regressions,
  f.lastSeen,
  f.openedAt,
  f.resolvedAt,
];
const decided = (f: Finding) => [f.triage, f.owner];
const worthTelling = (f: Finding) => [f.status, f.resolution, f.severity, f.regressions, f.triage, f.owner];

function check(before: Finding, event: FindingEvent, next: Finding, change: Change) {
  expect(identity(next)).toEqual(identity(before));
  expect((next.status === 'open') === (next.resolution === null)).toBe(true);
  expect((next.status === 'open') === (next.resolvedAt === null)).toBe(true);
  expect(next.firstSeen <= next.openedAt && next.openedAt <= next.lastSeen).toBe(true);
  if (change === null) expect(worthTelling(next)).toEqual(worthTelling(before));

  // Each axis has its own hands.
  if (!scans.includes(event.kind)) expect(scanned(next)).toEqual(scanned(before));
  else if (change === 'regressed')
    expect([next.triage.kind, next.owner]).toEqual(['untriaged', before.owner]);
  else expect(decided(next)).toEqual(decided(before));

  // Only a pass is a fix.
  if (before.status === 'open' && next.status === 'resolved')
    expect(next.resolution).toBe(
      { passed: 'fixed', gone: 'gone', notApplicable: 'notApplicable' }[event.kind as string],
    );
  if (before.status === 'resolved' && next.status === 'resolved')
    expect(next.resolution).toBe(before.resolution);
  if (next.status === 'open' && before.status === 'resolved') expect(event.kind).toBe('failed');

  expect(next.regressions - before.regressions).toBe(change === 'regressed' ? 1 : 0);
  if (before.triage.kind !== 'untriaged' && next.triage.kind === 'untriaged' && change === 'lapsed')
    expect(before.triage.until <= event.at).toBe(true);
}

/** What the words of the history alone say of the finding. */
function retold(changes: readonly { change: Exclude<Change, null>; event: FindingEvent }[]) {
  const told = { status: 'open', triage: 'untriaged', owner: null as string | null, regressions: 0 };
  for (const { change, event } of changes) {
    if (change === 'resolved' || change === 'gone' || change === 'notApplicable') told.status = 'resolved';
    if (change === 'regressed')
      Object.assign(told, { status: 'open', triage: 'untriaged', regressions: told.regressions + 1 });
    if (change === 'acknowledged' || change === 'accepted') told.triage = change;
    if (change === 'lapsed') told.triage = 'untriaged';
    if (event.kind === 'assigned') told.owner = event.owner;
  }
  return told;
}

it.each([1, 2, 3, 4])('a finding keeps its rules wherever it wanders (seed %i)', (seed) => {
  const roll = dice(seed);
  const sighting = {
    provider: 'aws',
    account: '1',
    region: 'eu-west-1',
    kind: 'k',
    checkId: 'aws/s3/x',
    resource: 'r',
  };
  const first = opened(sighting, 'F-00000', {
    kind: 'failed',
    at: instant(0),
    severity: 'high',
    because: 'off',
  });
  const events: FindingEvent[] = [];
  const changes: { change: Exclude<Change, null>; event: FindingEvent }[] = [];
  let finding = first;
  for (let now = 1; now <= 5000; now++) {
    const event = randomEvent(roll, now);
    const before = Object.freeze({ ...finding, triage: Object.freeze({ ...finding.triage }) });
    const { next, change } = transition(before, event);
    check(before, event, next, change);
    events.push(event);
    if (change) changes.push({ change, event });
    finding = next;
  }
  expect(events.reduce((f, event) => transition(f, event).next, first)).toEqual(finding);
  const { status, triage, owner, regressions } = finding;
  expect(retold(changes)).toEqual({ status, triage: triage.kind, owner, regressions });
  // A walk that never went anywhere proves nothing.
  expect(new Set(changes.map(({ change }) => change)).size).toBe(10);
});
