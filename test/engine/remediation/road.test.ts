import { describe, expect, test } from 'vitest';
import { ann, bench, bob, granted } from './kit.ts';

describe('the road of a fix', () => {
  test('plan, request, approval, write, verify, a later look, undo', async () => {
    const b = await bench();
    const handle = await b.finding('arn:box:one');
    const planned = granted(await b.desk.plan({ finding: handle }, b.from(ann)));
    if (!('plan' in planned)) throw new Error('no plan');
    expect(planned.plan.targets[0]).toMatchObject({ before: 'open', after: 'shut', calls: ['PutLid'] });
    expect(planned).toMatchObject({ blocked: null, approvers: ['Bob', 'Cem', 'Dee'] });
    expect(b.cloud.written).toEqual([]);

    const asked = granted(await b.desk.request({ finding: handle }, { reason: 'it is open' }, b.from(ann)));
    if (!('state' in asked)) throw new Error('not asked');
    expect(asked).toMatchObject({ id: 'R-1', state: 'proposed' });
    expect(granted(await b.desk.approve('R-1', {}, b.from(bob))).state).toBe('approved');
    await b.executor.turn();
    const applied = await b.store.remediations.get('r-1');
    expect(applied).toMatchObject({ state: 'applied', looks: [{ when: 'now', passes: true }] });
    expect(b.cloud.written.map((w) => w.value)).toEqual(['shut']);
    expect(b.cloud.mandates[0]).toMatchObject({
      requester: 'Ann',
      approvers: ['Bob'],
      actions: ['aws.box:PutLid'],
    });
    expect((await b.store.findings.get(handle))?.status).toBe('resolved');

    b.later(15 * 60_000);
    await b.executor.turn();
    expect((await b.store.remediations.get('R-1'))?.looks.map((l) => l.when)).toEqual(['now', 'later']);

    const undo = granted(await b.desk.undo('R-1', { reason: 'it must stay open' }, b.from(ann)));
    if (!('state' in undo)) throw new Error('not asked');
    granted(await b.desk.approve(undo.id, {}, b.from(bob)));
    await b.executor.turn();
    expect(await b.store.remediations.get('R-2')).toMatchObject({ state: 'applied' });
    expect(await b.store.remediations.get('R-1')).toMatchObject({ state: 'undone' });
    expect(b.cloud.written.map((w) => w.value)).toEqual(['shut', 'open']);
    expect((await b.store.findings.get(handle))?.status).toBe('open');
    expect((await b.store.audit.verify()).ok).toBe(true);
  });
});
