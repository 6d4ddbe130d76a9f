import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync } from 'node:fs';
import { expect } from 'vitest';
import type { AnyCheck } from '../../../../src/domain/check.ts';
import { CloudError } from '../../../../src/domain/errors.ts';
import { type Actor, signature } from '../../../../src/domain/people.ts';
import type { Provider } from '../../../../src/domain/provider.ts';
import type { Prove } from '../../../../src/engine/remediation/desk.ts';
import { subject } from '../../../story/kit/small-cloud.ts';
import { type Bench, bench, beside, lidCheck, person, shutLid } from '../kit.ts';
import { tier } from '../tiers.ts';

export type TierName = 'one' | 'apart' | 'proven';
export type Roll = (sides: number) => number;

/** Mulberry32: the same walk every time. */
export function dice(seed: number): Roll {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  };
}

export const boxIds = ['arn:box:1', 'arn:box:2', 'arn:box:3', 'arn:box:4'];
/** Three facts of a box, each with its check, its remedy and its tier. */
export const facts = ['lid', 'latch', 'seal'] as const;

export const checks: readonly AnyCheck[] = facts.map((fact) => ({
  ...lidCheck,
  id: `aws/box/${fact}`,
  facts: [fact],
  evaluate: (values) =>
    values[fact] === 'shut' ? { status: 'pass' } : { status: 'fail', because: `it is ${values[fact]}` },
}));
const remedies = facts.map((fact) => ({
  ...shutLid,
  id: `aws/box/${fact}`,
  cures: [`aws/box/${fact}`],
  fact,
}));
const tiers = [
  tier({ name: 'one', when: { remedies: ['aws/box/lid'] } }),
  tier({ name: 'apart', when: { remedies: ['aws/box/latch'] }, quorum: 2, distinctGroups: true }),
  tier({ name: 'proven', when: { remedies: ['aws/box/seal'] }, stepUp: true }),
];

/** Ann has a second account that may approve, and so has Bob. */
export const cast: readonly Actor[] = [
  person('Ann', ['responder']),
  person('AnnToo', ['approver'], { person: 'ann' }),
  person('Bob', ['approver']),
  person('BobToo', ['approver'], { person: 'bob' }),
  person('Cem', ['approver']),
  person('Dee', ['officer']),
  person('Eve', ['approver']),
  person('Vic', ['viewer']),
  person('Gus', ['approver'], { standing: 'guest' }),
];

export interface World {
  readonly roll: Roll;
  readonly benches: readonly [Bench, Bench];
  /** Who is what when the deeds at hand began: a role lost while they run may still have counted. */
  snapshot(): void;
  set(id: string, fact: string, value: string): void;
  value(id: string, fact: string): string;
  setWindow(shut: boolean): void;
  /** By remediation and resource, how often a write of it came into force. */
  readonly effects: ReadonlyMap<string, number>;
  attempts: number;
  /** What was not right about a write. */
  readonly wrong: unknown[];
}

/** Two processes over one ledger, and a cloud that fails in many ways. Every write is looked at as it is made. */
export async function world(roll: Roll): Promise<World> {
  const writing = new AsyncLocalStorage<string>();
  const effects = new Map<string, number>();
  const values = new Map<string, string>();
  const key = (id: string, fact: string) => `${id} ${fact}`;
  /** Who has proved themselves for which remediation: a right code is its id. */
  const proved = new Set<string>();
  const prove: Prove = async (_tx, who, code) => {
    if (!code.startsWith('R-')) return 'wrong';
    proved.add(`${who} ${code}`);
    return 'proved';
  };
  let before: ReadonlyMap<string, Actor> = new Map();
  let shut = false;

  /** By the row that is kept, and by the people as they are: nobody's word is taken for it. */
  async function examine(b: Bench, id: string, resource: string): Promise<void> {
    const r = await b.store.remediations.get(id);
    if (!r) throw new Error(`${id} is written, and is not kept`);
    expect([id, r.state]).toEqual([id, 'executing']);
    const index = r.plan.targets.findIndex((t) => t.resource === resource);
    expect(r.targets[index]).toMatchObject({ step: 'writing', wrote: true });
    const may = (by: string, who: string) =>
      [before.get(by), b.people.get(by)].some(
        (a) => a?.standing === 'member' && a.roles.includes('approver') && a.person === who,
      );
    const { person: asker, by } = r.requestedBy;
    expect([before.get(by), b.people.get(by)].some((a) => a?.standing === 'member')).toBe(true);
    if (r.breakGlass) return expect(may(by, asker)).toBe(true);
    const good = r.votes.filter((v) => v.person !== asker && v.hash === r.plan.hash && may(v.by, v.person));
    const groups = good.map((v) => v.groups[0]);
    if (r.plan.tier.name === 'apart')
      expect(groups).toEqual(expect.arrayContaining(['security', 'platform']));
    else expect(good.length).toBeGreaterThanOrEqual(1);
    if (r.plan.tier.name === 'proven') expect(good.some((v) => proved.has(`${v.person} ${id}`))).toBe(true);
  }

  const watched = (provider: Provider): Provider => ({
    ...provider,
    async openWriter(account, mandate) {
      const session = await provider.openWriter(account, mandate);
      return {
        ...session,
        async write(kind, fact, what, value) {
          made.attempts++;
          // The engine takes what is thrown here for a failure of the cloud, so it is told at the end of the step.
          await examine(one, mandate.remediation, what.id).catch((error) => made.wrong.push(error));
          return writing.run(mandate.remediation, () => session.write(kind, fact, what, value));
        },
      };
    },
  });

  const one = await bench({
    kinds: {
      'aws.box': {
        list: () => boxIds.map((id) => subject(id, { name: id })),
        facts: Object.fromEntries(
          facts.map((fact) => [fact, { read: ({ id }) => values.get(key(id, fact)) ?? 'open', write: {} }]),
        ),
      },
    },
    // Thousands of commits: on a disk they would wait for it most of the time.
    ...(existsSync('/dev/shm') ? { folder: '/dev/shm' } : {}),
    checks,
    remedies,
    people: cast,
    dead: () => false,
    provider: watched,
    rules: {
      tiers,
      groups: { security: ['bob', 'cem'], platform: ['dee', 'eve'] },
      windows: [{ name: 'window', until: () => (shut ? '2030-01-01T00:00:00.000Z' : null) }],
    },
    prove,
    cloud: {
      open: () => {
        if (roll(60) === 0) throw new CloudError('failed', 'the line is cut');
      },
      async write({ id, fact, value }, apply) {
        const force = () => {
          apply();
          values.set(key(id, fact), String(value));
          const mark = `${writing.getStore()} ${id}`;
          effects.set(mark, (effects.get(mark) ?? 0) + 1);
        };
        switch (roll(12)) {
          case 0:
            throw new CloudError('denied', 'you may not', 'box:Put');
          case 1:
            force();
            throw new CloudError('failed', 'the line was cut');
          case 2:
            throw new CloudError('throttled', 'slow down');
          case 3:
            await new Promise((done) => setImmediate(done));
            return force();
          case 4:
            // Answered with success, and nothing comes of it.
            return;
          default:
            force();
        }
      },
    },
  });
  const two = await beside(one, {
    prove,
  });
  for (const id of boxIds) for (const check of checks) await one.finding(id, check);

  const made: World = {
    roll,
    benches: [one, two],
    snapshot() {
      before = new Map(one.people);
    },
    set(id, fact, value) {
      values.set(key(id, fact), value);
      one.cloud.set('aws.box', fact, id, value);
    },
    value: (id, fact) => values.get(key(id, fact)) ?? 'open',
    setWindow(closed) {
      shut = closed;
    },
    effects,
    attempts: 0,
    wrong: [],
  };
  return made;
}

/** The account as the platform vouches for it now. */
export const nowOf = (w: World, actor: Actor): Actor =>
  w.benches[0].people.get(signature(actor)) ?? { ...actor, standing: 'deactivated' };
