import { describe, expect, test } from 'vitest';
import { ann, type Bench, bench, bob, cem, dee, granted, kept, person, refusalOf } from './kit.ts';

const long = 'The lid has been found open by an attacker who is at work now.';
const hourMs = 3_600_000;
/** An asker who is an approver too, as breaking the glass wants. */
const gil = person('Gil', ['approver']);

async function broken(more: Parameters<typeof bench>[0] = {}): Promise<Bench> {
  const b = await bench({ people: [ann, bob, cem, dee, gil], ...more });
  const finding = await b.finding('arn:box:one');
  granted(await b.desk.breakGlass({ finding }, { reason: long }, b.from(gil)));
  return b;
}

const reviewFinding = async (b: Bench) => {
  const { findings } = await b.store.findings.find({
    checks: ['bot/remediation/break-glass-review'],
    status: 'any',
  });
  return findings[0] ?? null;
};

describe('breaking the glass', () => {
  test('needs a reason of the least length, to the character', async () => {
    const b = await bench({ people: [ann, bob, gil], rules: { breakGlassMinReason: 40 } });
    const finding = await b.finding('arn:box:one');
    const short = await b.desk.breakGlass({ finding }, { reason: `  ${'x'.repeat(39)}  ` }, b.from(gil));
    expect(refusalOf(short)).toBe(
      'Breaking the glass needs a reason of at least 40 characters; yours has 39.',
    );
    expect(
      granted(await b.desk.breakGlass({ finding }, { reason: 'x'.repeat(40) }, b.from(gil))),
    ).toMatchObject({
      state: 'approved',
      votes: [],
    });
  });

  test('needs the role approver', async () => {
    const b = await bench();
    const finding = await b.finding('arn:box:one');
    expect(refusalOf(await b.desk.breakGlass({ finding }, { reason: long }, b.from(ann)))).toContain(
      'role approver',
    );
  });

  test('tells every approver at once, and not who did it', async () => {
    const b = await broken();
    const due = await b.store.outbox.due(b.engine.now().toISOString(), 50);
    const told = due.filter((item) => item.message.text.includes('broke the glass'));
    expect(told.map((item) => item.channel.id).sort()).toEqual(['UBOB', 'UCEM', 'UDEE']);
    expect(told[0]?.message.text).toContain(`Reason given: ${long}`);
  });

  test('is carried out without a vote, and verified as any other', async () => {
    const b = await broken();
    await b.executor.turn();
    expect(await kept(b, 'R-1')).toMatchObject({ state: 'applied', votes: [] });
    expect(b.cloud.mandates[0]).toMatchObject({ requester: 'Gil', approvers: [] });
    expect((await b.store.audit.about('R-1'))[0]).toMatchObject({
      action: 'remediation.glassBroken',
      detail: { reason: long },
    });
  });

  test('is not carried out when its breaker has lost the role meanwhile', async () => {
    const b = await broken();
    b.people.set('slack:T1:UGIL', person('Gil', ['responder']));
    await b.executor.turn();
    expect((await kept(b, 'R-1')).state).toBe('stale');
    expect(b.cloud.written).toEqual([]);
  });

  test('passes a change freeze, and not the kill switch', async () => {
    const windows = [{ name: 'year end', until: () => '2027-01-02T00:00:00.000Z' }];
    const b = await broken({ rules: { windows } });
    granted(await b.freeze.on('stop', b.from(dee)));
    await b.executor.turn();
    expect(await kept(b, 'R-1')).toMatchObject({ state: 'frozen' });
    expect(b.cloud.written).toEqual([]);

    const finding = await b.finding('arn:box:two');
    expect(refusalOf(await b.desk.breakGlass({ finding }, { reason: long }, b.from(gil)))).toBe(
      'Nothing was changed: Dee has stopped every change: stop.',
    );
    granted(await b.freeze.off('over', b.from(dee)));
    granted(await b.freeze.off('over', b.from(bob)));
    granted(await b.desk.breakGlass({ finding }, { reason: long }, b.from(gil)));
    await b.executor.turn();
    expect((await kept(b, 'R-2')).state).toBe('applied');
  });
});

describe('the review of broken glass', () => {
  test('by a second person in time leaves no finding', async () => {
    const b = await broken();
    await b.executor.turn();
    b.later(24 * hourMs - 1);
    await b.executor.turn();
    expect(await reviewFinding(b)).toBeNull();
    granted(await b.desk.review('R-1', 'it was right', b.from(bob)));
    b.later(hourMs);
    await b.executor.turn();
    expect(await reviewFinding(b)).toBeNull();
    expect((await kept(b, 'R-1')).breakGlass).toMatchObject({
      reviewedBy: { person: 'bob' },
      overdue: false,
    });
  });

  test('that does not come within its time is a finding, once, until it comes', async () => {
    const b = await broken();
    await b.executor.turn();
    b.later(24 * hourMs);
    await b.executor.turn();
    await b.executor.turn();
    expect(await reviewFinding(b)).toMatchObject({
      status: 'open',
      resource: 'R-1',
      because: 'R-1 was done by Gil without a second person, and nobody has reviewed it',
    });
    const alerts = (await b.store.outbox.due(b.engine.now().toISOString(), 99)).filter((item) =>
      item.message.text.startsWith('alert'),
    );
    expect(alerts.length).toBeLessThanOrEqual(1);
    expect((await kept(b, 'R-1')).breakGlass?.overdue).toBe(true);

    granted(await b.desk.review('R-1', 'it was right', b.from(cem)));
    expect(await reviewFinding(b)).toMatchObject({ status: 'resolved', resolution: 'fixed' });
    expect((await b.store.audit.verify()).ok).toBe(true);
  });

  test('is due even where nothing was written', async () => {
    const b = await broken();
    granted(await b.desk.withdraw('R-1', 'a false alarm', b.from(gil)));
    b.later(24 * hourMs);
    await b.executor.turn();
    expect(await reviewFinding(b)).toMatchObject({ status: 'open' });
  });

  test.each([
    ['by who broke it', gil, 'somebody else reviews it'],
    [
      'by another account of theirs',
      person('Alter', ['approver'], { person: 'gil' }),
      'somebody else reviews it',
    ],
    ['by a responder', ann, 'role approver'],
    ['by a guest', person('Guest', ['approver'], { standing: 'guest' }), 'role approver'],
  ])('is refused %s', async (_, who, says) => {
    const b = await broken();
    expect(refusalOf(await b.desk.review('R-1', 'fine', b.from(who)))).toContain(says);
    expect((await kept(b, 'R-1')).breakGlass?.reviewedBy).toBeNull();
  });

  test('is given once, and only of broken glass', async () => {
    const b = await broken();
    granted(await b.desk.review('R-1', 'fine', b.from(bob)));
    expect(refusalOf(await b.desk.review('R-1', 'fine', b.from(cem)))).not.toBeNull();
    const finding = await b.finding('arn:box:two');
    await b.desk.request({ finding }, { reason: 'open' }, b.from(ann));
    expect(refusalOf(await b.desk.review('R-2', 'fine', b.from(bob)))).not.toBeNull();
  });
});
