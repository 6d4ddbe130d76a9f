import { globSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { CloudError } from '../../../src/domain/errors.ts';
import { tierFor } from '../../../src/domain/tier.ts';
import { subject, type Written } from '../../story/kit/small-cloud.ts';
import {
  actionsOf,
  ann,
  approved,
  bench,
  beside,
  bob,
  boxes,
  carried,
  cem,
  dee,
  granted,
  kept,
  lidCheck,
  person,
  planned,
  refusalOf,
  requested,
  shutLid,
  undoing,
} from './kit.ts';
import { shownIn } from './pointer.ts';
import { tier } from './tiers.ts';

vi.mock('node:timers/promises', async (original) => (await import('./quick.ts')).quick(original));

/** The sixteen faults that were seen in the code of peers: what this product does instead. */
const one = 'arn:box:one';

test('fault 1: failed is not done; deleted is not fixed', async () => {
  const write = () => {
    throw new CloudError('denied', 'you may not');
  };
  const failing = await bench({ cloud: { write } });
  const handle = await failing.finding(one);
  expect((await carried(failing, { finding: handle })).state).toBe('failed');
  expect(await failing.store.findings.get(handle)).toMatchObject({ status: 'open', resolution: null });

  const there = [one];
  const list = () => there.map((id) => subject(id, { name: 'one' }));
  const b = await bench({ kinds: boxes([], { list }) });
  const { id } = await approved(b, { finding: await b.finding(one) });
  there.pop();
  await b.executor.turn();
  const r = await kept(b, id);
  expect(r).toMatchObject({ state: 'stale', because: expect.stringContaining('gone, which is not a fix') });
  expect((await b.store.findings.get(r.plan.targets[0].finding))?.resolution).toBeNull();
});

test('fault 2: a conversation is in the ledger, outlives the process, and is bound to who asked', async () => {
  const b = await bench();
  const { id } = await requested(b, { finding: await b.finding(one) });
  const restarted = await beside(b);
  expect((await restarted.desk.waiting(ann)).asked.map((r) => r.id)).toEqual([id]);
  expect(await kept(restarted, id)).toMatchObject({ requestedBy: { person: 'ann', by: 'slack:T1:UANN' } });
  expect(granted(await restarted.desk.approve(id, {}, b.from(bob))).state).toBe('approved');
  shownIn('test/chat/slack/memory.test.ts', 'are for the one who saw them, once');
});

test('fault 3: no certificate is ever left unchecked', () => {
  const files = globSync('{src,checks,commands,remedies,scripts}/**/*.{ts,mjs,js}');
  expect(files.length).toBeGreaterThan(200);
  const careless = files.filter((file) =>
    /rejectUnauthorized['"]?\s*:\s*false|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity/.test(
      readFileSync(file, 'utf8'),
    ),
  );
  expect(careless).toEqual([]);
});

test('fault 4: one decision about approvers, for the button, for the vote and before the write', async () => {
  const annToo = person('AnnToo', ['approver'], { person: 'ann' });
  const b = await bench({ people: [ann, annToo, bob, cem] });
  const { id } = await requested(b, { finding: await b.finding(one) });
  expect((await b.desk.get(id))?.approvers).toEqual(['Bob', 'Cem']);
  const r = await kept(b, id);
  expect(b.desk.why('approve', r, annToo)?.refused).toBe('selfApproval');
  expect(refusalOf(await b.desk.approve(id, {}, b.from(annToo)))).toBe(
    b.desk.why('approve', r, annToo)?.says,
  );
  // Bob's account turns out to be Ann's only after the vote.
  granted(await b.desk.approve(id, {}, b.from(bob)));
  b.people.set('slack:T1:UBOB', { ...bob, person: 'ann' });
  await b.executor.turn();
  expect((await kept(b, id)).state).toBe('stale');
  expect(b.cloud.written).toEqual([]);
});

test('fault 5: only who asked or an approver withdraws, and every attempt is kept', async () => {
  const other = person('Rae', ['responder']);
  const b = await bench({ people: [ann, bob, other] });
  const { id } = await requested(b, { finding: await b.finding(one) });
  expect(refusalOf(await b.desk.withdraw(id, 'x', b.from(other)))).toBe(
    'Only Ann, who asked for R-1, or an approver may withdraw it.',
  );
  expect((await kept(b, id)).state).toBe('proposed');
  expect(granted(await b.desk.withdraw(id, 'x', b.from(bob)))).toMatchObject({
    state: 'withdrawn',
    endedBy: { person: 'bob' },
  });
  expect(await actionsOf(b, id)).toEqual([
    'remediation.proposed',
    'remediation.refused',
    'remediation.withdrawn',
  ]);
});

test('fault 6: the guard against doubles is the row, not a thing in one process', async () => {
  const b = await bench({ dead: () => false });
  const others = await Promise.all([beside(b), beside(b)]);
  const { id } = await requested(b, { finding: await b.finding(one) });
  const all = [b, ...others];
  const answers = await Promise.all(
    all.map((each, i) => each.desk.approve(id, {}, b.from([bob, cem, dee][i] ?? bob))),
  );
  expect(answers.filter((a) => refusalOf(a) === null)).toHaveLength(1);
  await Promise.all(all.map((each) => each.executor.turn()));
  expect(b.cloud.written).toHaveLength(1);
});

test('fault 7: the card never speaks before the deed', async () => {
  const during: string[] = [];
  const card = async () =>
    (await b.store.outbox.due('2027-01-01T00:00:00.000Z', 9)).map((item) => item.message.text);
  const b = await bench({
    cloud: {
      write: async (_, apply) => {
        during.push(...(await card()));
        apply();
        during.push(...(await card()));
      },
    },
  });
  const { id } = await carried(b, { finding: await b.finding(one) });
  expect(during).toEqual([`${id} executing`, `${id} executing`]);
  expect(await card()).toEqual([`${id} applied`]);
});

test('fault 8: an approval is answered at once, and the work is done elsewhere', async () => {
  const b = await bench();
  const { id } = await approved(b, { finding: await b.finding(one) });
  expect([(await kept(b, id)).state, b.cloud.written.length]).toEqual(['approved', 0]);
  shownIn(
    'test/chat/slack/adapter.test.ts',
    'a slash command is acknowledged at once and answered in private, with Share',
  );
});

test('fault 9: every press has its age and its presser looked at', async () => {
  const b = await bench();
  const { id, plan } = await requested(b, { finding: await b.finding(one) });
  expect(refusalOf(await b.desk.approve(id, { plan: plan.hash }, b.from(ann)))).not.toBeNull();
  b.later(24 * 3_600_000);
  expect(refusalOf(await b.desk.approve(id, { plan: plan.hash }, b.from(bob)))).toContain('is over');
  shownIn('test/chat/slack/adapter.test.ts', '%s: 401, and nothing is heard');
  expect(readFileSync('test/chat/slack/adapter.test.ts', 'utf8')).toContain("'old-timestamp'");
});

test('fault 10: what a chat refuses for a while is delivered later, and none is lost', () => {
  shownIn('test/chat/slack/outbox.test.ts', 'Retry-After is obeyed, nothing is lost, the order is kept');
  shownIn('test/story/slack.test.ts', 'what Slack refuses for a while is delivered later, in order, once');
});

test('fault 11: a fix merges, and remembers what was there, even that nothing was', async () => {
  type Flags = Readonly<Record<string, boolean>> | null;
  const kinds = (start: Flags) =>
    boxes([one], { facts: { flags: { read: () => start, write: {} }, lid: { read: () => 'open' } } });
  const check = {
    ...lidCheck,
    facts: ['flags'],
    evaluate: ({ flags }: Readonly<Record<string, unknown>>) =>
      (flags as Flags)?.['a']
        ? ({ status: 'pass' } as const)
        : ({ status: 'fail', because: 'no a' } as const),
  };
  const remedy = {
    ...shutLid,
    fact: 'flags',
    desired: (current: Flags) => ({ to: { ...current, a: true } }),
  };
  for (const start of [{ b: true, c: false }, null]) {
    const b = await bench({ kinds: kinds(start), checks: [check], remedies: [remedy] });
    const { id } = await carried(b, { finding: await b.finding(one, check) });
    const undo = await undoing(b, id);
    granted(await b.desk.approve(undo.id, {}, b.from(bob)));
    await b.executor.turn();
    expect(b.cloud.written.map((w: Written) => w.value)).toEqual([{ ...start, a: true }, start]);
  }
});

test('fault 12: what does not fit is named, never only cut off', async () => {
  const ids = Array.from({ length: 25 }, (_, i) => `arn:box:${i}`);
  const b = await bench({ kinds: boxes(ids) });
  for (const id of ids) await b.finding(id);
  const { plan, leftOut } = await planned(b, { check: 'aws/box/lid', account: 'one' });
  expect([plan.targets.length, leftOut.length]).toEqual([20, 5]);
  expect(new Set([...plan.targets, ...leftOut].map((t) => t.handle)).size).toBe(25);
  shownIn('test/chat/slack/render.test.ts', '50 blocks fit; of 51 the last ones are counted');
});

test('fault 13: the intent is kept before its effect', async () => {
  const seen: unknown[] = [];
  const b = await bench({
    cloud: {
      write: async (_, apply) => {
        const { state, targets } = await kept(b, 'R-1');
        seen.push([state, targets[0]?.step, targets[0]?.wrote, (await actionsOf(b, 'R-1')).at(-1)]);
        apply();
      },
    },
  });
  await carried(b, { finding: await b.finding(one) });
  expect(seen).toEqual([['executing', 'writing', true, 'remediation.writing']]);
});

test.each([
  ['a viewer', person('Vic', ['viewer'])],
  ['a responder', person('Rae', ['responder'])],
  ['an admin', person('Al', ['admin'])],
  ['a guest', person('Gus', ['approver'], { standing: 'guest' })],
  ['a stranger', person('Sam', ['approver'], { standing: 'stranger' })],
  ['a bot', person('Rob', ['approver'], { standing: 'bot' })],
])('fault 14: who presses is looked at, always: %s', async (_, who) => {
  const b = await bench();
  const { id } = await requested(b, { finding: await b.finding(one) });
  for (const deed of [b.desk.approve(id, {}, b.from(who)), b.desk.deny(id, 'x', b.from(who))])
    expect(refusalOf(await deed)).not.toBeNull();
  expect(await kept(b, id)).toMatchObject({ state: 'proposed', version: 1 });
  expect((await actionsOf(b, id)).slice(1)).toEqual(['remediation.refused', 'remediation.refused']);
});

test('fault 15: a gate that cannot answer refuses', async () => {
  // No rule at all asks for the most that one can ask without a set-up of its own.
  expect(
    tierFor([], {
      remedy: 'x',
      risk: 'safe',
      severity: 'low',
      environment: null,
      verdict: 'safe',
      deed: 'fix',
    }),
  ).toMatchObject({ quorum: 2, confirm: true });
  // A rule for production does not match an account of which nobody said what it is.
  const rules = [tier({ name: 'dev', when: { environments: ['dev'] } })];
  const b = await bench({ rules: { tiers: rules } });
  expect((await planned(b, { finding: await b.finding(one) })).plan.tier).toMatchObject({
    name: 'unmatched',
    quorum: 2,
  });

  // A calendar of change freezes that breaks.
  let away = false;
  const until = () => {
    if (away) throw new Error('the calendar is away');
    return null;
  };
  const c = await bench({ rules: { windows: [{ name: 'calendar', until }] } });
  const { id } = await approved(c, { finding: await c.finding(one) });
  away = true;
  await c.executor.turn();
  expect([(await kept(c, id)).state, c.cloud.written.length]).toEqual(['approved', 0]);

  // A kill switch that cannot be read.
  away = false;
  vi.spyOn(c.store.freezes, 'get').mockRejectedValueOnce(new Error('the ledger is away'));
  await c.executor.turn();
  expect([(await kept(c, id)).state, c.cloud.written.length]).toEqual(['approved', 0]);
  await c.executor.turn();
  expect((await kept(c, id)).state).toBe('applied');
});

test('fault 16: a button is pressed once at the set-up, and says that it arrived', () => {
  shownIn('test/commands/doctor.test.ts', 'a press that arrived');
});
