import { afterAll, expect, test, vi } from 'vitest';
import type { AuditRecord } from '../../../src/domain/audit.ts';
import { granted } from './kit.ts';
import { type Deed, someDeed } from './walk/deeds.ts';
import { reader } from './walk/ledger.ts';
import { cast, dice, nowOf, type World, world } from './walk/world.ts';

vi.mock('node:timers/promises', async (original) => (await import('./quick.ts')).quick(original));

const steps = 2_700;
const seeds = [1, 2, 3, 4];
const minute = 60_000;
const reached = new Set<string>();

async function newest(w: World, from: number): Promise<readonly AuditRecord[]> {
  const records: AuditRecord[] = [];
  for await (const record of w.benches[0].store.audit.read(from)) records.push(record);
  return records;
}

/** Time goes by between deeds, never while a write is under way: there a lease would be renewed by the clock on the wall. */
function pass(w: World): void {
  const ms = w.roll(40) === 0 ? w.roll(30) * 60 * minute : w.roll(6) === 0 ? w.roll(20) * minute : 1_000;
  w.benches[0].later(ms + 1);
}

/** Two to four deeds at once, of which each executor's turn may be one; no executor takes two turns at once. */
function atOnce(w: World): readonly (readonly [string, Deed])[] {
  const turns = w.benches.map(({ executor }, i) => [`turn ${i}`, () => executor.turn()] as const);
  const chosen = turns.filter(() => w.roll(2) === 0);
  const rest = Array.from({ length: 2 + w.roll(2) }, () => someDeed(w));
  return [...chosen, ...rest].slice(0, 4);
}

test.each(seeds)(
  'no rule is broken wherever the desk and two executors wander (seed %i)',
  { timeout: 180_000 },
  async (seed) => {
    const w = await world(dice(seed));
    const [{ store }] = w.benches;
    const ledger = reader();
    const done = new Map<string, number>();
    let taken = 0;

    async function look(): Promise<void> {
      for (const id of ledger.take(await newest(w, ledger.next()))) {
        const r = await store.remediations.get(id);
        if (!r) throw new Error(`${id} has records, and is not kept`);
        ledger.agree(r);
        reached.add(r.state);
      }
      if (w.wrong.length > 0) throw w.wrong[0];
      for (const [what, times] of w.effects) expect([what, times]).toEqual([what, 1]);
    }

    while (taken < steps) {
      w.snapshot();
      const deeds = atOnce(w);
      await Promise.all(deeds.map(([, deed]) => deed(w)));
      for (const [name] of deeds) done.set(name, (done.get(name) ?? 0) + 1);
      taken += deeds.length;
      await look();
      pass(w);
    }

    // Everybody is back, the switch is off, and all that moves comes to its end.
    for (const who of cast) w.benches[0].people.set(`slack:T1:${who.id}`, who);
    w.setWindow(false);
    if ((await store.freezes.get()).on) {
      w.benches[0].later(61 * minute);
      for (const name of ['Bob', 'Cem']) {
        const who = cast.find((a) => a.name === name);
        if (who) granted(await w.benches[0].freeze.off('over', w.benches[0].from(nowOf(w, who))));
      }
    }
    for (let n = 0; n < 6; n++) {
      w.benches[0].later(25 * 60 * minute);
      w.snapshot();
      await Promise.all(w.benches.map(({ executor }) => executor.turn()));
      await look();
    }
    const open = { states: ['proposed', 'approved', 'executing', 'verifying'] } as const;
    expect((await store.remediations.find(open)).remediations.map((r) => [r.id, r.state])).toEqual([]);
    expect(await store.audit.verify()).toMatchObject({ ok: true, records: ledger.next() - 1 });

    const told = (action: string) => ledger.actions.get(`remediation.${action}`) ?? 0;
    console.info(
      `remediation walk, seed ${seed}: ${taken} deeds, ${ledger.told.size} remediations, ${told('approved')} votes, ${told('refused')} refused, ${w.attempts} writes tried, ${w.effects.size} in force, ${ledger.next() - 1} records`,
    );
    expect(w.effects.size).toBeGreaterThan(steps / 100);
  },
);

// A walk that never went anywhere proves nothing.
afterAll(() => {
  expect([...reached].sort()).toEqual(
    'applied approved denied expired failed frozen proposed stale undone unverified withdrawn'.split(' '),
  );
});
