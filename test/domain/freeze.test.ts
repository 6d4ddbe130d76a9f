import { describe, expect, test } from 'vitest';
import { type FreezeState, type FreezeStep, freeze, neverFrozen, unfreeze } from '../../src/domain/freeze.ts';
import { person } from '../kit/store-remediation-samples.ts';

const [ann, bob, cem] = ['ann', 'bob', 'cem'].map(person) as [
  ReturnType<typeof person>,
  ReturnType<typeof person>,
  ReturnType<typeof person>,
];
const minute = (n: number) => new Date(Date.UTC(2026, 10, 20, 12) + n * 60_000).toISOString();
const must = (step: FreezeStep): FreezeState => {
  if (!step.ok) throw new Error(step.refusal);
  return step.next;
};
const on = must(freeze(neverFrozen, ann, 'an intruder', minute(0)));
const half = must(unfreeze(on, bob, 'it was a drill', minute(10)));

describe('the kill switch', () => {
  test('one person stops', () => {
    expect(on).toEqual({
      on: true,
      by: ann,
      reason: 'an intruder',
      at: minute(0),
      restart: null,
      version: 1,
    });
    expect(freeze(neverFrozen, ann, 'x', minute(0))).toMatchObject({ did: 'stopped' });
  });
  test('it is stopped once', () => {
    expect(freeze(on, bob, 'me too', minute(1))).toEqual({ ok: false, refusal: 'alreadyOn' });
  });
  test('what is not stopped cannot be restarted', () => {
    expect(unfreeze(neverFrozen, ann, 'x', minute(0))).toEqual({ ok: false, refusal: 'alreadyOff' });
  });
  test('one person only asks for a restart', () => {
    expect(half).toMatchObject({ on: true, by: ann, restart: { by: bob, at: minute(10) }, version: 2 });
    expect(unfreeze(on, bob, 'x', minute(10))).toMatchObject({ did: 'askedToRestart' });
  });
  test('who stopped may be one of the two', () => {
    expect(must(unfreeze(half, ann, 'over', minute(11))).on).toBe(false);
  });
  test('the same person under another account is no second one', () => {
    const again = { ...bob, by: 'terminal:local:bob' };
    expect(unfreeze(half, again, 'x', minute(11))).toEqual({ ok: false, refusal: 'needsAnother' });
  });
  test('a second person restarts', () => {
    expect(unfreeze(half, cem, 'agreed', minute(11))).toMatchObject({ did: 'restarted' });
    expect(must(unfreeze(half, cem, 'agreed', minute(11)))).toEqual({
      on: false,
      by: cem,
      reason: 'agreed',
      at: minute(11),
      restart: null,
      version: 3,
    });
  });
  test('the first half stands for an hour, to the millisecond', () => {
    const almost = new Date(Date.parse(minute(70)) - 1).toISOString();
    expect(must(unfreeze(half, cem, 'x', almost)).on).toBe(false);
    const lapsed = unfreeze(half, cem, 'x', minute(70));
    expect(lapsed).toMatchObject({ did: 'askedToRestart', next: { on: true, restart: { by: cem } } });
    // Then the first asker is the second person.
    expect(must(unfreeze(must(lapsed), bob, 'x', minute(71))).on).toBe(false);
  });
  test('who asked before may ask anew after the hour', () => {
    expect(unfreeze(half, bob, 'x', minute(70))).toMatchObject({ did: 'askedToRestart' });
  });
  test('stopping again takes back a restart that was half agreed', () => {
    const again = must(freeze(half, ann, 'not yet', minute(12)));
    expect(again).toMatchObject({ on: true, restart: null, reason: 'not yet', version: 3 });
    expect(unfreeze(again, cem, 'x', minute(13))).toMatchObject({ did: 'askedToRestart' });
  });
  test('after a restart it can be stopped again', () => {
    const off = must(unfreeze(half, cem, 'x', minute(11)));
    expect(must(freeze(off, bob, 'again', minute(12)))).toMatchObject({ on: true, by: bob, version: 4 });
  });
});
