import { describe, expect, test } from 'vitest';
import {
  actionsOf,
  ann,
  type Bench,
  bench,
  bob,
  cem,
  channel,
  dee,
  granted,
  person,
  refusalOf,
} from './remediation/kit.ts';

const minute = 60_000;

/** Messages that wait to be delivered, by place. */
const told = async (b: Bench) => {
  const due = await b.store.outbox.due('2027-01-01T00:00:00.000Z', 99);
  return Object.fromEntries(due.map((item) => [item.channel.id, item.message.text]));
};

describe('the freeze desk', () => {
  test('one responder stops; everybody who approves is told at once, but who did it', async () => {
    const b = await bench();
    expect(granted(await b.freeze.on('an intruder', b.from(ann)))).toMatchObject({
      on: true,
      by: { person: 'ann', by: 'slack:T1:UANN', name: 'Ann' },
      reason: 'an intruder',
      at: '2026-11-20T12:00:00.000Z',
    });
    const says = 'Ann has stopped every change. Reason given: an intruder';
    expect(await told(b)).toEqual({ C1: says, UBOB: says, UCEM: says, UDEE: says });
    expect((await b.freeze.state()).on).toBe(true);
  });

  test('the approvers’ channel is told as well', async () => {
    const b = await bench({ rules: { channel } });
    granted(await b.freeze.on('x', b.from(bob)));
    expect(Object.keys(await told(b)).sort()).toEqual(['C1', 'UCEM', 'UDEE']);
  });

  test.each([
    ['a viewer', person('Vi', ['viewer'])],
    ['an admin', person('Al', ['admin'])],
    ['a guest', person('Gus', ['approver'], { standing: 'guest' })],
    ['a bot', person('Rob', ['officer'], { standing: 'bot' })],
  ])('%s does not stop', async (_, who) => {
    const b = await bench();
    expect(refusalOf(await b.freeze.on('x', b.from(who)))).toContain('role responder');
    expect((await b.freeze.state()).on).toBe(false);
  });

  test('two approvers restart, of whom one may have stopped', async () => {
    const b = await bench();
    granted(await b.freeze.on('x', b.from(bob)));
    expect(granted(await b.freeze.off('over', b.from(bob)))).toMatchObject({ on: true });
    expect(refusalOf(await b.freeze.off('over', b.from(bob)))).toContain('a second person');
    expect(granted(await b.freeze.off('I agree', b.from(cem)))).toMatchObject({ on: false });
    expect(await actionsOf(b, 'freeze')).toEqual(['freeze.on', 'freeze.restartAsked', 'freeze.off']);
    expect((await b.store.audit.verify()).ok).toBe(true);
  });

  test('another account of the first is no second person', async () => {
    const b = await bench();
    granted(await b.freeze.on('x', b.from(ann)));
    granted(await b.freeze.off('over', b.from(bob)));
    const again = person('Robert', ['approver'], { person: 'bob' });
    expect(refusalOf(await b.freeze.off('over', b.from(again)))).toContain('a second person');
    expect((await b.freeze.state()).on).toBe(true);
  });

  test('a responder stops, and does not restart', async () => {
    const b = await bench();
    granted(await b.freeze.on('x', b.from(ann)));
    expect(refusalOf(await b.freeze.off('over', b.from(ann)))).toContain('role approver');
  });

  test.each([
    ['just within the hour', 60 * minute - 1, false],
    ['after the hour', 60 * minute, true],
  ])('the first half of a restart: %s', async (_, ms, on) => {
    const b = await bench();
    granted(await b.freeze.on('x', b.from(ann)));
    granted(await b.freeze.off('over', b.from(bob)));
    b.later(ms);
    expect(granted(await b.freeze.off('over', b.from(cem))).on).toBe(on);
  });

  test('stopping again takes back what was half agreed', async () => {
    const b = await bench();
    granted(await b.freeze.on('x', b.from(ann)));
    granted(await b.freeze.off('over', b.from(bob)));
    granted(await b.freeze.on('not yet', b.from(ann)));
    expect(granted(await b.freeze.off('over', b.from(cem)))).toMatchObject({ on: true });
  });

  test('what is so already is said', async () => {
    const b = await bench();
    expect(refusalOf(await b.freeze.off('x', b.from(bob)))).toBe('Nothing is stopped.');
    granted(await b.freeze.on('x', b.from(ann)));
    expect(refusalOf(await b.freeze.on('x', b.from(bob)))).toContain('stopped already');
    expect(await actionsOf(b, 'freeze')).toEqual(['freeze.on']);
  });

  test('a reason with a secret in it is kept masked', async () => {
    const b = await bench();
    const { reason } = granted(await b.freeze.on('the patient 123-45-6789 called', b.from(ann)));
    expect(reason).not.toContain('6789');
    expect(JSON.stringify(await told(b))).not.toContain('6789');
    expect(JSON.stringify(await b.store.audit.about('freeze'))).not.toContain('6789');
  });

  test('a directory that does not answer keeps nobody from stopping', async () => {
    const b = await bench();
    const people = { members: () => Promise.reject(new Error('away')) };
    const { createFreezeDesk } = await import('../../src/engine/freeze-desk.ts');
    const desk = createFreezeDesk(b.engine, people);
    expect(granted(await desk.on('x', b.from(dee)))).toMatchObject({ on: true });
  });

  test('two who stop at once stop once', async () => {
    const b = await bench();
    const both = await Promise.all([b.freeze.on('x', b.from(ann)), b.freeze.on('y', b.from(bob))]);
    expect(both.filter((one) => refusalOf(one) === null)).toHaveLength(1);
    expect((await b.freeze.state()).version).toBe(1);
  });

  test('tells the change freeze of the configuration that holds now', async () => {
    const until = (at: Date) =>
      at.toISOString() < '2026-11-20T13:00:00.000Z' ? '2026-11-20T13:00:00.000Z' : null;
    const b = await bench({ rules: { windows: [{ name: 'noon', until }] } });
    expect(b.freeze.window()).toEqual({ name: 'noon', until: '2026-11-20T13:00:00.000Z' });
    b.later(60 * minute);
    expect(b.freeze.window()).toBeNull();
  });
});
