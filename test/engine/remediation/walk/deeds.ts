import type { Sighting } from '../../../../src/domain/finding.ts';
import { type Actor, including, signature } from '../../../../src/domain/people.ts';
import type { FixAsk } from '../../../../src/engine/services.ts';
import { type Bench, scanned } from '../kit.ts';
import { boxIds, cast, checks, facts, nowOf, type World } from './world.ts';

export type Deed = (w: World) => Promise<unknown>;

const one = <T>(w: World, list: readonly T[]): T => list[w.roll(list.length)] as T;
const somebody = (w: World): Actor => nowOf(w, one(w, cast));
/** Mostly people who may, so that the walk comes somewhere. */
const someone = (w: World, names: readonly string[]): Actor => {
  const [usual] = cast.filter((a) => a.name === one(w, names));
  return w.roll(5) === 0 || !usual ? somebody(w) : nowOf(w, usual);
};
const process = (w: World): Bench => one(w, w.benches);
const from = (w: World, b: Bench, names: readonly string[]) => b.from(someone(w, names));
const approvers = ['Bob', 'Cem', 'Dee', 'Eve'];

/** One of the newest, or one that is long over. */
async function some(w: World, b: Bench): Promise<string> {
  const { total } = await b.desk.find({ limit: 1 });
  return `R-${Math.max(1, w.roll(12) === 0 ? 1 + w.roll(total + 1) : total - w.roll(5))}`;
}

/** One that waits, if there is one. */
async function waiting(w: World, b: Bench, states: readonly ('proposed' | 'applied')[] = ['proposed']) {
  const { remediations } = await b.desk.find({ states, limit: 4 });
  const found = remediations[w.roll(Math.max(1, remediations.length))];
  return found && w.roll(8) > 0 ? found.id : some(w, b);
}

const sightingOf = (resource: string, fact: string): Sighting => ({
  provider: 'aws',
  account: '111111111111',
  region: 'global',
  kind: 'aws.box',
  checkId: `aws/box/${fact}`,
  resource,
});

async function asking(w: World, b: Bench): Promise<FixAsk> {
  const [id, check] = [one(w, boxIds), one(w, checks)];
  if (w.roll(6) === 0) return { check: check.id, account: 'one' };
  const fact = String(check.facts[0]);
  if (w.value(id, fact) !== 'shut') return { finding: await b.finding(id, check) };
  w.set(id, fact, 'open');
  return { finding: await b.finding(id, check) };
}

const long = 'Somebody is at work in there now, and nobody else can be reached.';

const deeds: readonly (readonly [weight: number, name: string, deed: Deed])[] = [
  [
    30,
    'request',
    async (w) => {
      const b = process(w);
      return b.desk.request(await asking(w, b), { reason: 'x' }, from(w, b, ['Ann', 'Ann', 'Dee', 'Bob']));
    },
  ],
  [
    45,
    'approve',
    async (w) => {
      const b = process(w);
      const id = await waiting(w, b);
      const code = w.roll(4) === 0 ? 'false' : id;
      const plan = w.roll(15) === 0 ? { plan: 'ffff' } : {};
      return b.desk.approve(id, { code, ...plan }, from(w, b, approvers));
    },
  ],
  [
    2,
    'deny',
    async (w) => process(w).desk.deny(await waiting(w, process(w)), 'x', from(w, process(w), approvers)),
  ],
  [
    2,
    'withdraw',
    async (w) => process(w).desk.withdraw(await some(w, process(w)), 'x', from(w, process(w), ['Ann'])),
  ],
  [
    8,
    'undo',
    async (w) => {
      const b = process(w);
      return b.desk.undo(await waiting(w, b, ['applied']), { reason: 'x' }, from(w, b, ['Ann', 'Dee']));
    },
  ],
  [
    2,
    'break glass',
    async (w) => {
      const b = process(w);
      return b.desk.breakGlass(await asking(w, b), { reason: long }, from(w, b, approvers));
    },
  ],
  [
    2,
    'review',
    async (w) => process(w).desk.review(await some(w, process(w)), 'x', from(w, process(w), approvers)),
  ],
  [
    5,
    'moved by somebody else',
    async (w) => w.set(one(w, boxIds), one(w, facts), one(w, ['open', 'ajar', 'shut'])),
  ],
  [2, 'stop', async (w) => process(w).freeze.on('x', from(w, process(w), ['Ann', 'Bob']))],
  [20, 'restart', async (w) => process(w).freeze.off('x', from(w, process(w), approvers))],
  [4, 'window', async (w) => w.setWindow(w.roll(8) === 0)],
  [
    5,
    'role or standing lost',
    async (w) => {
      // Often somebody on whose word something is about to happen.
      const { remediations } = await w.benches[0].desk.find({ states: ['approved', 'proposed'], limit: 3 });
      const words = remediations.flatMap((r) => [r.requestedBy.by, ...r.votes.map((v) => v.by)]);
      const by = one(w, words);
      const who = cast.find((a) => signature(a) === by && w.roll(3) > 0) ?? one(w, cast);
      const lost: Partial<Actor> =
        w.roll(2) === 0 ? { standing: 'deactivated' } : { roles: including(['viewer']) };
      w.benches[0].people.set(signature(who), { ...who, ...lost });
    },
  ],
  [
    14,
    'and given back',
    async (w) => {
      for (const who of cast) if (w.roll(2) === 0) w.benches[0].people.set(signature(who), who);
    },
  ],
  [
    2,
    'scan',
    async (w) => {
      const b = process(w);
      await scanned(b, `S-${b.engine.now().getTime()}-${w.roll(1e9)}`, async (store) => {
        const at = b.engine.now().toISOString();
        for (const id of boxIds)
          for (const fact of facts) {
            const passes = w.value(id, fact) === 'shut';
            const failed = { kind: 'failed', at, severity: 'high', because: 'seen' } as const;
            const event = passes ? ({ kind: 'passed', at } as const) : failed;
            await store.findings.apply(sightingOf(id, fact), event, 'system:scan');
          }
      });
    },
  ],
];

const total = deeds.reduce((sum, [weight]) => sum + weight, 0);

/** A deed by chance. */
export function someDeed(w: World): readonly [string, Deed] {
  let left = w.roll(total);
  for (const [weight, name, deed] of deeds) {
    if (left < weight) return [name, deed];
    left -= weight;
  }
  throw new Error('the dice have more sides than there are deeds');
}
