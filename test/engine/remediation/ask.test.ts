import { describe, expect, test } from 'vitest';
import { known } from '../../../src/domain/collected.ts';
import { CloudError } from '../../../src/domain/errors.ts';
import type { AnyRemedy, Guidance } from '../../../src/domain/remedy.ts';
import { breaks, harmless } from '../../../src/domain/remedy.ts';
import {
  ann,
  type Bench,
  bench,
  bob,
  boxes,
  carried,
  dee,
  granted,
  lidCheck,
  planned,
  refusalOf,
  requested,
  shutLid,
} from './kit.ts';

const one = 'arn:box:one';
const asking = (b: Bench, finding: string, more: { remedy?: string; choice?: string } = {}) =>
  b.desk.plan({ finding, ...more }, b.from(ann));

describe('what cannot be planned is refused with the reason', () => {
  const remedy = (over: Partial<AnyRemedy>): AnyRemedy => ({ ...shutLid, ...over });

  test.each<[string, Parameters<typeof bench>[0], { remedy?: string; choice?: string }, RegExp]>([
    ['no remedy is known', { remedies: [] }, {}, /^No remedy is known for aws\/box\/lid\. `show F-/],
    [
      'a remedy of another name',
      {},
      { remedy: 'x' },
      /^“x” is no remedy for aws\/box\/lid\. There is: shut-lid\.$/,
    ],
    [
      'a remedy that cannot',
      { remedies: [remedy({ desired: () => ({ cannot: 'the hinge is broken' }) })] },
      {},
      /Shut the lid: the hinge is broken\.$/,
    ],
    [
      'a value that would not be enough',
      { remedies: [remedy({ desired: () => ({ to: 'ajar' }) })] },
      {},
      /it would not be enough: the lid is ajar/,
    ],
    [
      'a value that is set already',
      { remedies: [remedy({ desired: () => ({ to: 'open' }) })] },
      {},
      /what it would set is set already/,
    ],
    [
      'a choice that was not made',
      { remedies: [remedy({ choice: { summary: 'x', choices: ['red', 'blue'] } })] },
      {},
      /x: choose red or blue, and say `fix F-\w+ value:red`/,
    ],
    [
      'a choice that there is not',
      { remedies: [remedy({ choice: { summary: 'x', choices: ['red', 'blue'] } })] },
      { choice: 'green' },
      /green is not one of red, blue/,
    ],
    [
      'a state that cannot be read',
      {
        kinds: boxes([one], {
          facts: {
            lid: {
              read: () => {
                throw new CloudError('denied', 'you may not look', 'box:GetLid');
              },
              write: {},
            },
          },
        }),
      },
      {},
      /it cannot be assessed now/,
    ],
    [
      'an account that is not configured',
      { cloud: { accounts: [] } },
      {},
      /is not in the configuration any more/,
    ],
  ])('%s', async (_, parts, more, says) => {
    const b = await bench(parts);
    expect(refusalOf(await asking(b, await b.finding(one), more))).toMatch(says);
    expect(b.cloud.asked.filter((a) => a.includes('write'))).toEqual([]);
  });

  test('a finding that there is not', async () => {
    const b = await bench();
    expect(refusalOf(await asking(b, 'F-NONE'))).toContain('There is no finding “F-NONE”');
  });

  test('a finding that is resolved', async () => {
    const b = await bench();
    const finding = await b.finding(one);
    await carried(b, { finding });
    expect(refusalOf(await asking(b, finding))).toBe(`${finding} needs no fix: it is resolved.`);
  });

  test('what somebody has fixed meanwhile', async () => {
    const b = await bench();
    const finding = await b.finding(one);
    b.cloud.set('aws.box', 'lid', one, 'shut');
    expect(refusalOf(await asking(b, finding))).toContain('it passes now: somebody has fixed it');
  });
});

const guidance: Guidance = {
  id: 'aws/box/by-hand',
  title: 'Shut the lid by hand',
  cures: ['aws/box/lid'],
  why: 'no API does it',
  steps: ['Push.'],
};

test('what no role can do comes as steps for a person', async () => {
  const byHand = await bench({ remedies: [] });
  Object.assign(byHand.engine, { guidances: [guidance] });
  const answer = granted(await asking(byHand, await byHand.finding(one)));
  expect(answer).toMatchObject({ guidance: { id: 'aws/box/by-hand' }, finding: { checkId: 'aws/box/lid' } });
  expect(answer).toMatchObject({ because: null });
  expect(byHand.desk.fixable('aws/box/lid')).toBe('steps');
});

test('what a remedy cannot do here comes as steps, with what stands in the way', async () => {
  const stuck: AnyRemedy = { ...shutLid, desired: () => ({ cannot: 'set lid of this remedy first' }) };
  const b = await bench({ remedies: [stuck] });
  Object.assign(b.engine, { guidances: [guidance] });
  const answer = granted(await asking(b, await b.finding(one)));
  expect(answer).toMatchObject({
    guidance: { id: 'aws/box/by-hand' },
    because: `${stuck.title}: set lid of ${stuck.id} first`,
  });
});

describe('the plan', () => {
  test('of several remedies takes the one preferred, or the one that was asked for', async () => {
    const other: AnyRemedy = { ...shutLid, id: 'aws/box/weld-lid', title: 'Weld the lid', preference: 5 };
    const b = await bench({ remedies: [shutLid, other] });
    const finding = await b.finding(one);
    expect((await planned(b, { finding })).plan.remedy).toBe('aws/box/weld-lid');
    expect((await planned(b, { finding, remedy: 'shut-lid' })).plan.remedy).toBe('aws/box/shut-lid');
  });

  test('tells what would break, from facts that it reads for that, and its verdict sets the tier', async () => {
    const tiers = [
      { name: 'careful', when: { verdicts: ['breaks'] }, quorum: 2 },
      { name: 'usual', when: {}, quorum: 1 },
    ].map((rule) => ({ ...rule, distinctGroups: false, confirm: false, stepUp: false }) as never);
    const nosy: AnyRemedy = {
      ...shutLid,
      considers: ['neighbours'],
      consequences: ({ neighbours }) => {
        expect(neighbours).toEqual(known(2));
        return [breaks('two neighbours look in'), harmless('the box stays')];
      },
    };
    const b = await bench({
      remedies: [nosy],
      rules: { tiers },
      kinds: boxes([one], {
        facts: { lid: { read: () => 'open', write: {} }, neighbours: { read: () => 2 } },
      }),
    });
    const { plan } = await planned(b, { finding: await b.finding(one) });
    expect(plan).toMatchObject({ verdict: 'breaks', tier: { name: 'careful', quorum: 2 } });
    expect(plan.targets[0].consequences).toHaveLength(2);
  });

  test('in an account without a role to write is a plan only', async () => {
    const b = await bench({ cloud: { readOnly: () => 'no role to write is configured for one' } });
    const finding = await b.finding(one);
    const says = 'This is a plan only: no role to write is configured for one.';
    expect((await planned(b, { finding })).blocked).toBe(says);
    expect(refusalOf(await b.desk.request({ finding }, { reason: 'x' }, b.from(ann)))).toBe(says);
    expect(
      refusalOf(await b.desk.breakGlass({ finding }, { reason: 'x'.repeat(60) }, b.from(bob))),
    ).toContain('no role');
  });

  test('names an open request for the very same plan', async () => {
    const b = await bench();
    const finding = await b.finding(one);
    expect((await planned(b, { finding })).already).toBeNull();
    const { id } = await requested(b, { finding });
    expect((await planned(b, { finding }, dee)).already).toBe(id);
  });

  test('is made anew from what is there, and changes nothing', async () => {
    const b = await bench();
    const finding = await b.finding(one);
    const [first, second] = [await planned(b, { finding }), await planned(b, { finding })];
    expect(second.plan.hash).toBe(first.plan.hash);
    b.cloud.set('aws.box', 'lid', one, 'ajar');
    expect((await planned(b, { finding })).plan.hash).not.toBe(first.plan.hash);
    expect(b.cloud.written).toEqual([]);
    expect((await b.desk.find({})).total).toBe(0);
  });
});

test('what waits for whom', async () => {
  const b = await bench();
  const { id } = await requested(b, { finding: await b.finding(one) });
  const waiting = async (who: typeof ann) => {
    const { mine, asked } = await b.desk.waiting(who);
    return [mine.map((r) => r.id), asked.map((r) => r.id)];
  };
  expect(await waiting(ann)).toEqual([[], [id]]);
  expect(await waiting(bob)).toEqual([[id], []]);
  granted(await b.desk.approve(id, {}, b.from(bob)));
  expect([await waiting(bob), await waiting(ann)]).toEqual([
    [[], []],
    [[], [id]],
  ]);
  await b.executor.turn();
  expect(await waiting(ann)).toEqual([[], []]);
});

describe('a look that a person asks for', () => {
  test('keeps what it saw', async () => {
    const b = await bench();
    const finding = await b.finding(one);
    expect(granted(await b.desk.recheck(finding, b.from(ann)))).toMatchObject({ status: 'open' });
    b.cloud.set('aws.box', 'lid', one, 'shut');
    expect(granted(await b.desk.recheck(finding, b.from(ann)))).toMatchObject({
      status: 'resolved',
      resolution: 'fixed',
    });
    const records = (await b.store.audit.about(finding)).filter((r) => r.action === 'check.asked');
    expect(records.map((r) => r.detail['answer'])).toEqual(['fail', 'pass']);
  });

  test('of a resource that is gone is not a fix', async () => {
    const b = await bench({ kinds: boxes([]) });
    const finding = await b.finding(one, lidCheck);
    expect(refusalOf(await b.desk.recheck(finding, b.from(ann)))).toContain('gone, which is not a fix');
    expect(await b.store.findings.get(finding)).toMatchObject({ status: 'open' });
  });
});
