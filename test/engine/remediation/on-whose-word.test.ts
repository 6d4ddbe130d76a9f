import { describe, expect, test, vi } from 'vitest';
import type { Actor, Role } from '../../../src/domain/people.ts';
import {
  ann,
  approved,
  bench,
  bob,
  cem,
  dee,
  granted,
  interrupted,
  kept,
  person,
  planned,
  refusalOf,
  requested,
} from './kit.ts';
import { tier } from './tiers.ts';

vi.mock('node:timers/promises', async (original) => (await import('./quick.ts')).quick(original));

describe('between the approval and the write', () => {
  const written = async (change: (people: Map<string, Actor>) => void) => {
    const b = await bench();
    const { id } = await approved(b, { finding: await b.finding('arn:box:one') });
    change(b.people);
    await b.executor.turn();
    return { r: await kept(b, id), writes: b.cloud.written.length };
  };
  const stands = (who: string, roles: readonly Role[], more: Partial<Actor> = {}) =>
    [`slack:T1:U${who.toUpperCase()}`, person(who, roles, more)] as const;

  test.each<[string, readonly [string, Actor], string]>([
    ['the approver is deactivated', stands('Bob', ['approver'], { standing: 'deactivated' }), 'Bob may not'],
    ['the approver becomes a guest', stands('Bob', ['approver'], { standing: 'guest' }), 'Bob may not'],
    ['the approver loses the role', stands('Bob', ['responder']), 'Bob may not'],
    [
      'the approver turns out to be the requester',
      stands('Bob', ['approver'], { person: 'ann' }),
      'Bob may not',
    ],
    ['the requester is deactivated', stands('Ann', ['responder'], { standing: 'deactivated' }), 'Ann'],
    ['the requester loses the role', stands('Ann', ['viewer']), 'Ann'],
    ['the requester turns out to be the approver', stands('Ann', ['responder'], { person: 'bob' }), 'Ann'],
  ])('%s: stale, and not written', async (_, [key, actor], says) => {
    const { r, writes } = await written((people) => people.set(key, actor));
    expect(r).toMatchObject({ state: 'stale', because: expect.stringContaining(says) });
    expect(writes).toBe(0);
  });

  test('somebody is not known any more: stale, and not written', async () => {
    for (const key of ['slack:T1:UANN', 'slack:T1:UBOB']) {
      const { r, writes } = await written((people) => people.delete(key));
      expect([r.state, writes]).toEqual(['stale', 0]);
    }
  });

  test('nor is what was meant before a crash written after it', async () => {
    const b = await bench();
    const { id } = await approved(b, { finding: await b.finding('arn:box:one') });
    await interrupted(b, id);
    b.people.delete('slack:T1:UBOB');
    await b.executor.turn();
    expect(await kept(b, id)).toMatchObject({
      state: 'failed',
      because: expect.stringContaining('Bob may not'),
      targets: [{ wrote: false }],
    });
    expect(b.cloud.written).toEqual([]);
  });

  test('an approver with a higher role by now still counts', async () => {
    const b = await bench({ rules: { tiers: [tier({ quorum: 2 })] } });
    const { id } = await requested(b, { finding: await b.finding('arn:box:one') });
    for (const who of [bob, cem]) granted(await b.desk.approve(id, {}, b.from(who)));
    b.people.set('slack:T1:UCEM', person('Cem', ['officer']));
    await b.executor.turn();
    expect((await kept(b, id)).state).toBe('applied');
  });

  test('one of two falls: stale, and not written', async () => {
    const b = await bench({ rules: { tiers: [tier({ quorum: 2 })] } });
    const { id } = await requested(b, { finding: await b.finding('arn:box:one') });
    for (const who of [bob, cem]) granted(await b.desk.approve(id, {}, b.from(who)));
    b.people.delete('slack:T1:UCEM');
    await b.executor.turn();
    expect((await kept(b, id)).state).toBe('stale');
    expect(b.cloud.written).toEqual([]);
  });

  test('a directory that does not answer: nothing is written, and it is tried again', async () => {
    const b = await bench();
    const { id } = await approved(b, { finding: await b.finding('arn:box:one') });
    const silent = vi.spyOn(b.people, 'get').mockImplementation(() => {
      throw new Error('the directory is away');
    });
    await b.executor.turn();
    expect([(await kept(b, id)).state, b.cloud.written.length]).toEqual(['approved', 0]);
    silent.mockRestore();
    await b.executor.turn();
    expect((await kept(b, id)).state).toBe('applied');
  });
});

describe('two from different groups', () => {
  const eve = person('Eve', ['approver']);
  const rules = {
    tiers: [tier({ quorum: 2, distinctGroups: true })],
    groups: { security: ['bob', 'cem'], platform: ['dee'] },
  };

  test('the second comes from the other group', async () => {
    const b = await bench({ rules, people: [ann, bob, cem, dee, eve] });
    const { id } = await requested(b, { finding: await b.finding('arn:box:one') });
    expect(refusalOf(await b.desk.approve(id, {}, b.from(eve)))).toContain('different groups');
    expect(granted(await b.desk.approve(id, {}, b.from(bob))).state).toBe('proposed');
    expect((await b.desk.get(id))?.approvers).toEqual(['Dee']);
    expect(refusalOf(await b.desk.approve(id, {}, b.from(cem)))).toContain('different groups');
    await b.executor.turn();
    expect(b.cloud.written).toEqual([]);
    expect(granted(await b.desk.approve(id, {}, b.from(dee))).state).toBe('approved');
    await b.executor.turn();
    expect((await kept(b, id)).state).toBe('applied');
  });

  test('is not offered where nobody comes from another group', async () => {
    const b = await bench({ rules: { ...rules, groups: { security: ['bob', 'cem'] } } });
    const { blocked } = await planned(b, { finding: await b.finding('arn:box:one') });
    expect(blocked).toBe('This needs two approvers from different groups, and Bob, Cem are not.');
  });
});

describe('proof and confirmation', () => {
  test('a one-time code is asked for, proved in the vote, and a wrong one counts for nothing', async () => {
    const asked: string[] = [];
    const b = await bench({
      rules: { tiers: [tier({ stepUp: true })] },
      prove: async (_tx, who, code) => {
        asked.push(`${who} ${code}`);
        return code === '123456' ? 'proved' : 'wrong';
      },
    });
    const { id } = await requested(b, { finding: await b.finding('arn:box:one') });
    expect(refusalOf(await b.desk.approve(id, {}, b.from(bob)))).toContain('needs a one-time code');
    expect(asked).toEqual([]);
    expect(refusalOf(await b.desk.approve(id, { code: '000000' }, b.from(bob)))).toContain('not right');
    expect(granted(await b.desk.approve(id, { code: '123456' }, b.from(bob)))).toMatchObject({
      state: 'approved',
      votes: [{ proof: 'totp', hash: (await kept(b, id)).plan.hash }],
    });
    expect(asked).toEqual(['bob 000000', 'bob 123456']);
  });

  test.each(['locked', 'notEnrolled', 'unavailable'] as const)('%s is no proof', async (proof) => {
    const b = await bench({ rules: { tiers: [tier({ stepUp: true })] }, prove: async () => proof });
    const { id } = await requested(b, { finding: await b.finding('arn:box:one') });
    expect(refusalOf(await b.desk.approve(id, { code: '1' }, b.from(bob)))).not.toBeNull();
    expect((await kept(b, id)).votes).toEqual([]);
  });

  test('a gate that breaks refuses', async () => {
    const b = await bench({
      rules: { tiers: [tier({ stepUp: true })] },
      prove: () => Promise.reject(new Error('it broke')),
    });
    const { id } = await requested(b, { finding: await b.finding('arn:box:one') });
    await expect(b.desk.approve(id, { code: '1' }, b.from(bob))).rejects.toThrow('it broke');
    expect(await kept(b, id)).toMatchObject({ state: 'proposed', votes: [], version: 1 });
  });

  test.each([
    [undefined, false],
    ['boxone', false],
    ['x:one', false],
    ['one', true],
    [' one ', true],
    ['ONE', false],
  ])('of the name “one” the word %j confirms: %s', async (confirm, taken) => {
    const b = await bench({ rules: { tiers: [tier({ confirm: true })] } });
    const { id } = await requested(b, { finding: await b.finding('arn:box:one') });
    const answer = await b.desk.approve(id, confirm === undefined ? {} : { confirm }, b.from(bob));
    expect(refusalOf(answer) === null).toBe(taken);
    expect((await kept(b, id)).votes).toHaveLength(taken ? 1 : 0);
  });
});

describe('the plan that was looked at', () => {
  test('an approval of another hash is refused', async () => {
    const b = await bench();
    const { id, plan } = await requested(b, { finding: await b.finding('arn:box:one') });
    expect(refusalOf(await b.desk.approve(id, { plan: 'ffff' }, b.from(bob)))).toContain('another plan');
    expect(
      granted(await b.desk.approve(id, { plan: plan.hash.slice(0, 8).toUpperCase() }, b.from(bob))).state,
    ).toBe('approved');
  });

  test('a request of another hash shows the plan as it is now, and keeps nothing', async () => {
    const b = await bench();
    const finding = await b.finding('arn:box:one');
    const { plan } = await planned(b, { finding });
    b.cloud.set('aws.box', 'lid', 'arn:box:one', 'ajar');
    const answer = await b.desk.request(
      { finding },
      { reason: 'x', plan: plan.hash.slice(0, 8) },
      b.from(ann),
    );
    if (!('moved' in answer)) throw new Error('it was asked for');
    expect(answer.moved.plan.targets[0]?.before).toBe('ajar');
    expect((await b.desk.find({})).total).toBe(0);
  });

  test('the same plan asked for twice is one request, which keeps its votes', async () => {
    const b = await bench({ rules: { tiers: [tier({ quorum: 2 })] } });
    const finding = await b.finding('arn:box:one');
    const { id } = await requested(b, { finding });
    granted(await b.desk.approve(id, {}, b.from(bob)));
    expect(await requested(b, { finding }, dee)).toMatchObject({ id, votes: [{ person: 'bob' }] });
  });

  test('another plan for the same resource voids the older one and its votes', async () => {
    const b = await bench({ rules: { tiers: [tier({ quorum: 2 })] } });
    const finding = await b.finding('arn:box:one');
    const { id } = await requested(b, { finding });
    granted(await b.desk.approve(id, {}, b.from(bob)));
    b.cloud.set('aws.box', 'lid', 'arn:box:one', 'ajar');
    const second = await requested(b, { finding });
    expect(second).toMatchObject({ id: 'R-2', votes: [] });
    expect((await kept(b, id)).state).toBe('stale');
    expect(refusalOf(await b.desk.approve(id, {}, b.from(cem)))).toContain('is stale');
  });
});
