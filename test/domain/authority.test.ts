import { describe, expect, test } from 'vitest';
import {
  counting,
  groupsOf,
  hasQuorum,
  mayApprove,
  mayDeny,
  mayUndo,
  mayWithdraw,
  type Refused,
} from '../../src/domain/authority.ts';
import { type Actor, including, type Role } from '../../src/domain/people.ts';
import type { Remediation, RemediationState, Vote } from '../../src/domain/remediation.ts';
import { plan, remediation, vote } from '../kit/store-remediation-samples.ts';
import { hour } from '../kit/store-samples.ts';

const actor = (name: string, role: Role = 'approver', more: Partial<Actor> = {}): Actor => ({
  platform: 'slack',
  team: 'T1',
  id: name,
  name,
  person: name,
  roles: including([role]),
  standing: 'member',
  ...more,
});

const tier = { name: 't', quorum: 1, distinctGroups: false, confirm: false, stepUp: false } as const;
const pair = plan({ tier: { ...tier, quorum: 2 } });
const apart = plan({ tier: { ...tier, quorum: 2, distinctGroups: true } });
const proven = plan({ tier: { ...tier, stepUp: true } });
const groups = { security: ['bob', 'cem', 'fay'], platform: ['dee', 'fay'] };
const r = remediation();
const by = (p: Remediation, who: string, over: Partial<Vote> = {}): Vote => ({ ...vote(p, who), ...over });
const at = hour(2);

describe('who may approve', () => {
  const waiting = remediation({ plan: pair });
  const once = { ...waiting, votes: [by(waiting, 'bob')] };
  const two = remediation({ plan: apart });
  const bobs = { ...two, votes: [by(two, 'bob', { groups: ['security'] })] };

  test.each<[string, Remediation, Actor, Refused | null]>([
    ['an approver', r, actor('bob'), null],
    ['an officer', r, actor('bob', 'officer'), null],
    ['a guest', r, actor('bob', 'approver', { standing: 'guest' }), 'standing'],
    ['a stranger', r, actor('bob', 'approver', { standing: 'stranger' }), 'standing'],
    ['a bot', r, actor('bob', 'approver', { standing: 'bot' }), 'standing'],
    ['somebody deactivated', r, actor('bob', 'approver', { standing: 'deactivated' }), 'standing'],
    ['a responder', r, actor('bob', 'responder'), 'role'],
    ['an admin, who runs the bot but decides nothing', r, actor('bob', 'admin'), 'role'],
    ['the requester', r, actor('asker'), 'selfApproval'],
    ['the requester under a second account', r, actor('x', 'approver', { person: 'asker' }), 'selfApproval'],
    ['the first of two', waiting, actor('bob'), null],
    ['the same person again', once, actor('bob'), 'alreadyVoted'],
    ['that person under a second account', once, actor('x', 'approver', { person: 'bob' }), 'alreadyVoted'],
    ['the second of two', once, actor('cem'), null],
    ['the first of two groups', two, actor('bob'), null],
    ['somebody of no group where groups count', two, actor('eve'), 'sameGroup'],
    ['the second from the same group', bobs, actor('cem'), 'sameGroup'],
    ['one who is in the first group and another', bobs, actor('fay'), 'sameGroup'],
    ['the second from another group', bobs, actor('dee'), null],
  ])('%s', (_, plan, who, expected) => {
    expect(mayApprove(plan, who, groups, at)).toBe(expected);
  });

  const states: readonly RemediationState[] = [
    'approved',
    'executing',
    'verifying',
    'applied',
    'unverified',
    'failed',
    'stale',
    'denied',
    'withdrawn',
    'expired',
    'frozen',
    'undone',
  ];
  test.each(states)('nobody once it is %s', (state) => {
    expect(mayApprove({ ...r, state }, actor('bob'), groups, at)).toBe('notOpen');
    expect(mayDeny({ ...r, state }, actor('bob'), at)).toBe('notOpen');
  });

  test('until just before the clock', () => {
    const clock = { ...r, approveBy: hour(5) };
    const early = new Date(Date.parse(hour(5)) - 1).toISOString();
    expect([early, hour(5)].map((t) => mayApprove(clock, actor('bob'), groups, t))).toEqual([
      null,
      'expired',
    ]);
    expect([early, hour(5)].map((t) => mayDeny(clock, actor('bob'), t))).toEqual([null, 'expired']);
  });
});

test.each<[string, Actor, Refused | null]>([
  ['an approver denies', actor('bob'), null],
  ['one who voted for it may still deny', actor('cem'), null],
  ['a responder', actor('bob', 'responder'), 'role'],
  ['a guest', actor('bob', 'approver', { standing: 'guest' }), 'standing'],
])('%s', (_, who, expected) => {
  const waiting = remediation({ plan: pair });
  expect(mayDeny({ ...waiting, votes: [by(waiting, 'cem')] }, who, at)).toBe(expected);
});

describe('who may withdraw', () => {
  test.each<[string, Actor, RemediationState, Refused | null]>([
    ['the requester', actor('asker', 'responder'), 'proposed', null],
    ['the requester, approved already', actor('asker', 'responder'), 'approved', null],
    ['the requester under another account', actor('x', 'responder', { person: 'asker' }), 'proposed', null],
    ['an approver', actor('bob'), 'proposed', null],
    ['another responder', actor('eve', 'responder'), 'proposed', 'notYours'],
    [
      'a requester who is a guest now',
      actor('asker', 'responder', { standing: 'guest' }),
      'proposed',
      'standing',
    ],
    ['the requester, being carried out', actor('asker', 'responder'), 'executing', 'notOpen'],
    ['the requester, applied', actor('asker', 'responder'), 'applied', 'notOpen'],
    ['the requester, denied', actor('asker', 'responder'), 'denied', 'notOpen'],
  ])('%s', (_, who, state, expected) => {
    expect(mayWithdraw({ ...r, state }, who)).toBe(expected);
  });
});

describe('who may undo', () => {
  const wrote = { step: 'verified', wrote: true, because: null } as const;
  const done = (state: RemediationState): Remediation => ({
    ...r,
    state,
    targets: [wrote],
    undoUntil: hour(5),
  });

  test.each<[RemediationState, Refused | null]>([
    ['applied', null],
    ['unverified', null],
    ['failed', null],
    ['frozen', null],
    ['stale', null],
    ['undone', 'alreadyUndone'],
    ['proposed', 'notOpen'],
    ['approved', 'notOpen'],
    ['executing', 'notOpen'],
    ['verifying', 'notOpen'],
    ['denied', 'notOpen'],
    ['withdrawn', 'notOpen'],
    ['expired', 'notOpen'],
  ])('after a write and in the state %s', (state, expected) => {
    expect(mayUndo(done(state), actor('eve', 'responder'), at)).toBe(expected);
  });

  test.each(['failed', 'frozen', 'stale'] as const)('nothing where nothing was written: %s', (state) => {
    expect(mayUndo({ ...r, state }, actor('eve', 'responder'), at)).toBe('nothingWritten');
  });
  test('a viewer and a guest may not', () => {
    expect(mayUndo(done('applied'), actor('eve', 'viewer'), at)).toBe('role');
    expect(mayUndo(done('applied'), actor('eve', 'approver', { standing: 'guest' }), at)).toBe('standing');
  });
  test('until just before the window ends', () => {
    const early = new Date(Date.parse(hour(5)) - 1).toISOString();
    const who = actor('eve', 'responder');
    expect([early, hour(5)].map((t) => mayUndo(done('applied'), who, t))).toEqual([null, 'tooLate']);
  });
});

describe('the votes that count', () => {
  const names = (p: Remediation) => counting(p).map((v) => v.person);

  test('one of each person, never the requester’s, only for this plan', () => {
    const votes = [
      by(r, 'bob'),
      by(r, 'bob', { by: 'terminal:local:bob' }),
      by(r, 'asker'),
      by(r, 'cem', { hash: 'another' }),
      by(r, 'dee'),
    ];
    expect(names({ ...r, votes })).toEqual(['bob', 'dee']);
  });
  test('only proven ones where a proof is asked for', () => {
    const p = remediation({ plan: proven });
    expect(names({ ...p, votes: [by(p, 'bob'), by(p, 'cem', { proof: 'totp' })] })).toEqual(['cem']);
  });

  const quorum = (
    p: ReturnType<typeof plan>,
    ...votes: readonly (readonly [string, readonly string[]])[]
  ) => {
    const asked = remediation({ plan: p });
    return hasQuorum({ ...asked, votes: votes.map(([who, groups]) => by(asked, who, { groups })) });
  };
  test.each([
    ['one of one', quorum(plan(), ['bob', []]), true],
    ['none of one', quorum(plan()), false],
    ['only the requester', quorum(plan(), ['asker', []]), false],
    ['one of two', quorum(pair, ['bob', []]), false],
    ['two of two', quorum(pair, ['bob', []], ['cem', []]), true],
    ['one person twice', quorum(pair, ['bob', []], ['bob', []]), false],
    ['one and the requester', quorum(pair, ['bob', []], ['asker', []]), false],
    ['two of one group', quorum(apart, ['bob', ['a']], ['cem', ['a']]), false],
    ['two of no group', quorum(apart, ['bob', []], ['cem', []]), false],
    ['one group within the other', quorum(apart, ['bob', ['a']], ['cem', ['a', 'b']]), false],
    ['two groups', quorum(apart, ['bob', ['a']], ['cem', ['b']]), true],
    ['two groups, with one in common', quorum(apart, ['bob', ['a', 'c']], ['cem', ['b', 'c']]), true],
    ['two groups among three', quorum(apart, ['bob', ['a']], ['cem', ['a']], ['dee', ['b']]), true],
  ])('%s', (_, enough, expected) => {
    expect(enough).toBe(expected);
  });

  test('groups are of persons', () => {
    expect(['bob', 'fay', 'eve'].map((p) => groupsOf(groups, p))).toEqual([
      ['security'],
      ['security', 'platform'],
      [],
    ]);
  });
});
