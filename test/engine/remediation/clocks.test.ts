import { expect, test } from 'vitest';
import { ann, approved, bench, bob, carried, granted, kept, refusalOf, requested, undoing } from './kit.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test('propose → approve: just before its end a vote counts', async () => {
  const b = await bench();
  const { id } = await requested(b, { finding: await b.finding('arn:box:one') });
  b.later(24 * hour - 1);
  expect(granted(await b.desk.approve(id, {}, b.from(bob))).state).toBe('approved');
});

test('propose → approve: at its end no vote counts, and it expires, which is not a denial', async () => {
  const b = await bench();
  const { id } = await requested(b, { finding: await b.finding('arn:box:one') });
  b.later(24 * hour);
  expect(refusalOf(await b.desk.approve(id, {}, b.from(bob)))).toContain('is over');
  expect(refusalOf(await b.desk.deny(id, 'late', b.from(bob)))).toContain('is over');
  expect((await kept(b, id)).state).toBe('proposed');
  await b.executor.turn();
  expect(await kept(b, id)).toMatchObject({ state: 'expired', endedBy: null });
  const [last] = (await b.store.audit.about(id)).slice(-1);
  expect(last).toMatchObject({ action: 'remediation.expired', detail: { waitedFor: 'approval' } });
  expect(b.cloud.written).toEqual([]);
});

test('an expired request does not stand in the way of a new one', async () => {
  const b = await bench();
  const finding = await b.finding('arn:box:one');
  await requested(b, { finding });
  b.later(24 * hour);
  // Before any executor has come by to say that it is over.
  const anew = await requested(b, { finding });
  expect(anew.id).toBe('R-2');
  expect(granted(await b.desk.approve(anew.id, {}, b.from(bob))).state).toBe('approved');
});

test('approve → execute: just before its end it is carried out', async () => {
  const b = await bench();
  const { id } = await approved(b, { finding: await b.finding('arn:box:one') });
  b.later(15 * minute - 1);
  await b.executor.turn();
  expect((await kept(b, id)).state).toBe('applied');
});

test('approve → execute: at its end nothing is written', async () => {
  const b = await bench();
  const { id } = await approved(b, { finding: await b.finding('arn:box:one') });
  b.later(15 * minute);
  await b.executor.turn();
  expect((await kept(b, id)).state).toBe('expired');
  const [last] = (await b.store.audit.about(id)).slice(-1);
  expect(last?.detail).toEqual({ waitedFor: 'execution' });
  expect(b.cloud.written).toEqual([]);
});

test('undo: just before its window ends it is asked for, and after it nothing is written', async () => {
  const b = await bench();
  const { id } = await carried(b, { finding: await b.finding('arn:box:one') });
  b.later(7 * day - 1);
  const undo = await undoing(b, id);
  b.later(hour);
  granted(await b.desk.approve(undo.id, {}, b.from(bob)));
  await b.executor.turn();
  expect((await kept(b, undo.id)).state).toBe('stale');
  expect((await kept(b, id)).state).toBe('applied');
});

test('undo: at its end it is refused, and that is kept', async () => {
  const b = await bench();
  const { id } = await carried(b, { finding: await b.finding('arn:box:one') });
  b.later(7 * day);
  expect(refusalOf(await b.desk.undo(id, { reason: 'late' }, b.from(ann)))).toContain('is over');
  expect(refusalOf(await b.desk.planUndo(id, b.from(ann)))).toContain('is over');
  expect((await b.store.audit.about(id)).at(-1)).toMatchObject({
    action: 'remediation.refused',
    detail: { because: 'tooLate' },
  });
});

test('the later look comes after a quarter of an hour, not before', async () => {
  const b = await bench();
  const { id } = await carried(b, { finding: await b.finding('arn:box:one') });
  b.later(15 * minute - 1);
  await b.executor.turn();
  expect((await kept(b, id)).looks.map((l) => l.when)).toEqual(['now']);
  b.later(1);
  await b.executor.turn();
  expect((await kept(b, id)).looks.map((l) => l.when)).toEqual(['now', 'later']);
  await b.executor.turn();
  expect((await kept(b, id)).looks).toHaveLength(2);
});
