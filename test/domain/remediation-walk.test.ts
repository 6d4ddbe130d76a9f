import { expect, test } from 'vitest';
import {
  type Remediation,
  type RemediationEvent,
  transition,
  type Vote,
} from '../../src/domain/remediation.ts';
import { clocks, person, plan, remediation, target, vote } from '../kit/store-remediation-samples.ts';

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

const names = ['asker', 'bob', 'cem', 'dee', 'eve'] as const;
const groups: Readonly<Record<string, readonly string[]>> = { bob: ['a'], cem: ['a'], dee: ['b'] };

function randomVote(roll: (n: number) => number, r: Remediation, at: string): Vote {
  const who = names[roll(names.length)] ?? 'bob';
  const hash = roll(8) === 0 ? 'f'.repeat(64) : r.plan.hash;
  const proof = roll(3) === 0 ? 'none' : 'totp';
  return { ...vote(r, who, at), groups: groups[who] ?? [], hash, proof };
}

function randomEvent(roll: (n: number) => number, r: Remediation, at: string): RemediationEvent {
  const index = roll(r.targets.length);
  const by = person(names[roll(names.length)] ?? 'bob');
  switch (roll(20)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return { kind: 'approved', at, vote: randomVote(roll, r, at) };
    case 4:
      return roll(6) === 0 ? { kind: 'denied', at, by, reason: 'no' } : { kind: 'begun', at };
    case 5:
      return roll(6) === 0 ? { kind: 'withdrawn', at, by, reason: 'no' } : { kind: 'begun', at };
    case 6:
      return { kind: 'expired', at };
    case 7: {
      const as = (['stale', 'frozen', 'failed'] as const)[roll(3)] ?? 'stale';
      return roll(5) === 0 ? { kind: 'stopped', at, as, because: 'moved' } : { kind: 'begun', at };
    }
    case 8:
    case 9:
    case 10:
      return { kind: 'writing', at, target: index };
    case 11:
    case 12:
      return { kind: 'written', at, target: index };
    case 13:
      return roll(4) === 0
        ? { kind: 'writeFailed', at, target: index, wrote: roll(2) === 0, because: 'denied' }
        : { kind: 'written', at, target: index };
    case 14:
    case 15:
    case 16: {
      const passes = roll(4) > 0;
      return { kind: 'looked', at, target: index, passes, because: passes ? null : 'it fails still' };
    }
    case 17: {
      const when = (['now', 'later', 'scan'] as const)[roll(3)] ?? 'now';
      // What a look claims of the whole is rolled: only what was seen of each resource may decide.
      return { kind: 'settled', at, look: { at, when, passes: roll(2) === 0, says: 'looked' } };
    }
    case 18:
      return roll(4) === 0 ? { kind: 'undone', at, by: 'R-2' } : { kind: 'begun', at };
    default:
      return roll(2) === 0 ? { kind: 'reviewed', at, by, reason: 'right' } : { kind: 'reviewOverdue', at };
  }
}

const tiers = [
  { name: 'one', quorum: 1, distinctGroups: false, confirm: false, stepUp: false },
  { name: 'two', quorum: 2, distinctGroups: false, confirm: false, stepUp: false },
  { name: 'apart', quorum: 2, distinctGroups: true, confirm: false, stepUp: false },
  { name: 'proven', quorum: 1, distinctGroups: false, confirm: false, stepUp: true },
] as const;

/** What the walk itself remembers, in its own words: whose votes were taken, what was written and last seen. */
interface Memory {
  readonly votes: Map<string, Vote>;
  readonly intents: Map<number, number>;
  readonly seen: Map<number, boolean>;
  over: boolean;
}

function entitled(r: Remediation, { votes }: Memory): boolean {
  if (r.breakGlass) return true;
  const good = [...votes.values()].filter((v) => !r.plan.tier.stepUp || v.proof === 'totp');
  if (!r.plan.tier.distinctGroups) return good.length >= r.plan.tier.quorum;
  return good.some((v) => v.groups[0] === 'a') && good.some((v) => v.groups[0] === 'b');
}

const ends = ['denied', 'withdrawn', 'expired', 'stale', 'frozen', 'failed', 'undone'];

function check(before: Remediation, e: RemediationEvent, next: Remediation, memory: Memory): void {
  expect(next.version).toBe(before.version + 1);
  expect([next.id, next.plan, next.requestedBy, next.proposedAt]).toEqual([
    before.id,
    before.plan,
    before.requestedBy,
    before.proposedAt,
  ]);
  if (e.kind === 'approved') {
    expect(e.vote.hash).toBe(before.plan.hash);
    expect(e.vote.person).not.toBe('asker');
    expect(memory.votes.has(e.vote.person)).toBe(false);
    expect(e.at < before.approveBy).toBe(true);
    memory.votes.set(e.vote.person, e.vote);
    expect(next.state === 'approved').toBe(entitled(next, memory));
  }
  if (e.kind === 'begun') expect(before.executeBy !== null && e.at < before.executeBy).toBe(true);
  if (e.kind === 'writing') {
    expect(entitled(before, memory)).toBe(true);
    expect(memory.over).toBe(false);
    memory.intents.set(e.target, (memory.intents.get(e.target) ?? 0) + 1);
    expect(memory.intents.get(e.target)).toBe(1);
  }
  if (e.kind === 'looked') memory.seen.set(e.target, e.passes);
  const good = next.targets.every((_, i) => memory.seen.get(i) === true);
  if (e.kind === 'settled') expect(next.state).toBe(good ? 'applied' : 'unverified');
  if (next.state === 'applied' && before.state !== 'applied') expect(e.kind).toBe('settled');
  if (ends.includes(before.state) && before.state !== next.state) expect(next.state).toBe('undone');
  if (ends.includes(next.state)) memory.over = true;
  // What may have been changed is never forgotten, and can be taken back.
  for (const [i, t] of before.targets.entries())
    if (t.wrote && e.kind !== 'writeFailed') expect(next.targets[i]?.wrote).toBe(true);
  for (const [i, t] of next.targets.entries()) if (t.wrote) expect(memory.intents.get(i)).toBe(1);
}

test.each([1, 2, 3, 4])('a remediation keeps its rules wherever it wanders (seed %i)', (seed) => {
  const roll = dice(seed);
  const states = new Set<string>();
  let [taken, refused] = [0, 0];
  let r: Remediation | null = null;
  let memory: Memory = { votes: new Map(), intents: new Map(), seen: new Map(), over: false };
  let [now, steps, idle] = [Date.UTC(2026, 2, 1, 1), 0, 0];
  while (steps < 15_000) {
    if (r === null || idle > 25) {
      const targets = [target(1), ...Array.from({ length: roll(3) }, (_, i) => target(i + 2))];
      const tier = tiers[roll(tiers.length)] ?? tiers[0];
      const agreed = plan({ tier, targets: targets as [(typeof targets)[0] & object] });
      const { approveBy: _, ...rest } = remediation({ plan: agreed });
      const at = new Date(now).toISOString();
      r = { ...rest, proposedAt: at, approveBy: new Date(now + clocks.approveWithinMs).toISOString() };
      if (roll(8) === 0)
        r = {
          ...r,
          state: 'approved',
          executeBy: new Date(now + clocks.executeWithinMs).toISOString(),
          breakGlass: { reviewBy: at, reviewedBy: null, reviewedAt: null, overdue: false },
        };
      memory = { votes: new Map(), intents: new Map(), seen: new Map(), over: false };
      idle = 0;
    }
    steps++;
    now += roll(60) === 0 ? roll(30) * 3_600_000 : roll(10) * 60_000;
    const event = randomEvent(roll, r, new Date(now).toISOString());
    const step = transition(r, event, clocks);
    states.add(r.state);
    if (step.ok) {
      check(r, event, step.next, memory);
      r = step.next;
      taken++;
      idle = 0;
    } else {
      refused++;
      idle++;
    }
  }
  console.info(`remediation walk, seed ${seed}: ${taken} steps taken, ${refused} refused`);
  // A walk that never went anywhere proves nothing.
  expect([...states].sort()).toEqual(
    [...ends, 'applied', 'approved', 'executing', 'proposed', 'unverified', 'verifying'].sort(),
  );
  expect(taken).toBeGreaterThan(500);
});
