import { expect } from 'vitest';
import type { Json } from '../../../src/domain/catalog.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import type { Remediation } from '../../../src/domain/remediation.ts';
import type { Bot } from '../kit/bot.ts';
import { approve, askFor, desk, isPlanned, isRemediation, now, scanned, shown, statusOf } from './acts.ts';
import type { Bench } from './bench.ts';
import type { Row } from './row.ts';

/** From the open finding to the undo, after which AWS tells what it told at the start. */
export async function thereAndBack(bench: Bench, row: Row): Promise<void> {
  const resource = await row.seed(bench.aws());
  const state = () => row.state(bench.aws(), resource);
  const start = await state();
  const bot = await bench.bot();
  const finding = await scanned(bot, row, resource);
  expect(finding.status).toBe('open');

  const { plan, blocked, approvers } = isPlanned(await desk(bot).plan(askFor(finding, row), bench.ann()));
  const [target] = plan.targets;
  expect(blocked).toBeNull();
  expect(approvers).toEqual(['Bob']);
  expect({
    remedy: plan.remedy,
    change: shown(target),
    calls: target.calls,
    of: plan.targets.length,
  }).toEqual({
    remedy: row.remedy,
    change: row.change,
    calls: row.calls,
    of: 1,
  });
  expect(bench.changes()).toEqual([]);
  expect(await state()).toEqual(start);

  await bench.carriesOut(bot);
  const asked = await desk(bot).request(
    askFor(finding, row),
    { reason: 'The check fails.', plan: plan.hash },
    bench.ann(),
  );
  const fix = await carriedOut(bench, bot, isRemediation(asked));
  expect(await statusOf(bot, finding)).toBe('resolved');
  expect(bench.changes()).toEqual(row.calls);
  expect((await scanned(bot, row, resource)).status).toBe('resolved');
  expect(await state()).not.toEqual(start);

  const planned = await desk(bot).planUndo(fix.id, bench.ann());
  if (row.undo === null) {
    expect(planned).toMatchObject({ refused: expect.stringMatching(/cannot be undone/) });
    expect(plan.reversibility.undo).toBe('no');
    return;
  }
  expect(isPlanned(planned).plan.targets.map((t) => t.calls)).toEqual([row.undo]);
  const back = await desk(bot).undo(fix.id, { reason: 'It was needed as it was.' }, bench.ann());
  await carriedOut(bench, bot, isRemediation(back));
  expect((await now(bot, fix.id)).state).toBe('undone');
  expect(bench.changes()).toEqual([...row.calls, ...row.undo]);
  expect(await statusOf(bot, finding)).toBe('open');
  expect(JSON.stringify(await state())).toBe(JSON.stringify(row.differs ? row.differs(start) : start));
  expect((await scanned(bot, row, resource)).status).toBe('open');
}

/** Bob agrees, and the executor does what the plan says and no more: anything else would have been refused. */
async function carriedOut(bench: Bench, bot: Bot, r: Remediation): Promise<Remediation> {
  expect(r.state).toBe('proposed');
  bench.allow(r.plan.actions);
  const before = bench.sessions().length;
  await approve(bench, bot, r);
  await bot.app.settled();
  const after = await now(bot, r.id);
  expect({ state: after.state, because: after.because, looks: after.looks.map((l) => l.passes) }).toEqual({
    state: 'applied',
    because: null,
    looks: [true],
  });
  expect(bench.sessions().slice(before)).toEqual([`hipaa-${r.id}-Ann-Bob`]);
  const role = JSON.parse(bot.app.services.policy.remediate('json')).Statement;
  expect(bench.beyond(role)).toEqual([]);
  bench.allow([]);
  return after;
}

/** Found, asked for and agreed to, and not carried out yet. */
async function agreed(bench: Bench, row: Row, resource: string) {
  const bot = await bench.bot();
  const finding = await scanned(bot, row, resource);
  const asked = await desk(bot).request(askFor(finding, row), { reason: 'The check fails.' }, bench.ann());
  const { id, plan } = await approve(bench, bot, isRemediation(asked));
  return { bot, finding, id, plan };
}

/** Agreed to, and then somebody else was there: their change stays, and nothing of ours is written. */
export async function drift(bench: Bench, row: Row): Promise<void> {
  const resource = await row.seed(bench.aws());
  const { bot, id, plan } = await agreed(bench, row, resource);
  await row.meddle(bench.aws(), resource);
  const theirs = await row.state(bench.aws(), resource);

  bench.allow(plan.actions);
  await bench.carriesOut(bot);
  await bot.app.settled();
  const { state, found } = await now(bot, id);
  expect(state).toBe('stale');
  expect(found).toHaveLength(1);
  expect(found?.[0]).toBeDefined();
  expect(shown({ before: plan.targets[0].before, after: found?.[0] as Json })).not.toEqual([]);
  expect(bench.changes()).toEqual([]);
  expect(bench.sessions()).toEqual([]);
  expect(await row.state(bench.aws(), resource)).toEqual(theirs);
}

/** Agreed to, and AWS refuses the first change. */
export async function refused(bench: Bench, row: Row): Promise<void> {
  const resource = await row.seed(bench.aws());
  const start = await row.state(bench.aws(), resource);
  const { bot, finding, id, plan } = await agreed(bench, row, resource);

  bench.allow(plan.actions.filter((action) => isRead(action)));
  await bench.carriesOut(bot);
  await bot.app.settled();
  const r = await now(bot, id);
  expect(r.state).toBe('failed');
  expect(r.because).toMatch(namesOne(plan));
  expect(r.targets.map(({ step, wrote }) => ({ step, wrote }))).toEqual([{ step: 'failed', wrote: false }]);
  expect(r.looks).toEqual([]);
  expect(bench.changes()).toEqual(row.calls.slice(0, 1));
  expect(await statusOf(bot, finding)).toBe('open');
  expect(await row.state(bench.aws(), resource)).toEqual(start);
  expect(await desk(bot).planUndo(id, bench.ann())).toHaveProperty('refused');
}

/** Agreed to, and AWS takes the first of several changes and refuses the last: what was done is said, and can be taken back. */
export async function halfway(bench: Bench, row: Row): Promise<void> {
  const resource = await row.seed(bench.aws());
  const start = await row.state(bench.aws(), resource);
  const { bot, finding, id, plan } = await agreed(bench, row, resource);

  const last = row.calls.at(-1) ?? '';
  bench.allow(plan.actions.filter((action) => !action.endsWith(`:${last}`)));
  await bench.carriesOut(bot);
  await bot.app.settled();
  const r = await now(bot, id);
  expect(r.state).toBe('failed');
  expect(r.because).toMatch(last);
  expect(r.targets.map(({ step, wrote }) => ({ step, wrote }))).toEqual([{ step: 'failed', wrote: true }]);
  expect(bench.changes()).toEqual(row.calls);
  expect(await row.state(bench.aws(), resource)).not.toEqual(start);
  expect(await statusOf(bot, finding)).toBe('open');

  if (row.undo === null) return;
  const back = await desk(bot).undo(id, { reason: 'It was needed as it was.' }, bench.ann());
  await carriedOut(bench, bot, isRemediation(back));
  expect((await now(bot, id)).state).toBe('undone');
  expect(await row.state(bench.aws(), resource)).toEqual(start);
}

const isRead = (action: string) => /:(Get|List|Describe|BatchGet)/.test(action);

/** The refusal says which permission was missing. */
const namesOne = ({ actions }: Plan) => new RegExp(actions.filter((action) => !isRead(action)).join('|'));
