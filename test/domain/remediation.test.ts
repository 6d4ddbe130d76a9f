import { describe, expect, test } from 'vitest';
import {
  type Remediation,
  type RemediationEvent,
  type Step,
  transition,
} from '../../src/domain/remediation.ts';
import { clocks, person, plan, remediation, target, vote } from '../kit/store-remediation-samples.ts';
import { hour } from '../kit/store-samples.ts';

const two = plan({ targets: [target(1), target(2)] });
const bob = person('bob');

/** The next row, where the step must be allowed. */
function must(step: Step): Remediation {
  if (!step.ok) throw new Error(`refused: ${step.refusal}`);
  return step.next;
}

const walk = (r: Remediation, ...events: readonly RemediationEvent[]): Remediation =>
  events.reduce((row, event) => must(transition(row, event, clocks)), r);

const look = (when: 'now' | 'later' | 'scan', passes = true, at = hour(3)) =>
  ({ kind: 'settled', at, look: { at, when, passes, says: 'looked' } }) as const;
const looked = (index: number, passes = true) =>
  ({
    kind: 'looked',
    at: hour(3),
    target: index,
    passes,
    because: passes ? null : 'it fails still',
  }) as const;
const writing = (index: number) => ({ kind: 'writing', at: hour(3), target: index }) as const;
const written = (index: number) => ({ kind: 'written', at: hour(3), target: index }) as const;
const stopped = (as: 'stale' | 'frozen' | 'failed') =>
  ({ kind: 'stopped', at: hour(3), as, because: 'stopped' }) as const;
const failed = (wrote: boolean) =>
  ({ kind: 'writeFailed', at: hour(3), target: 0, wrote, because: 'denied' }) as const;
const begun = { kind: 'begun', at: hour(3) } as const;
const undone = { kind: 'undone', at: hour(3), by: 'R-2' } as const;

const proposed = remediation({ plan: two });
const agree = { kind: 'approved', at: hour(2), vote: vote(proposed, 'bob') } as const;
const approved = walk(proposed, agree);
const executing = walk(approved, begun);
const halfway = walk(executing, writing(0), written(0));
const verifying = walk(halfway, writing(1), written(1));
const applied = walk(verifying, looked(0), looked(1), look('now'));

/** Every situation that the matrix asks of. */
const rows: Readonly<Record<string, Remediation>> = {
  proposed,
  'proposed, late': { ...proposed, approveBy: hour(3) },
  approved,
  'approved, late': { ...approved, executeBy: hour(3) },
  'approved, no vote left': { ...approved, votes: [] },
  executing,
  'executing, no vote left': { ...executing, votes: [] },
  writing: walk(executing, writing(0)),
  halfway,
  canary: walk(halfway, looked(0)),
  verifying,
  'verifying, seen': walk(verifying, looked(0), looked(1)),
  'verifying, one fails': walk(verifying, looked(0, false), looked(1)),
  applied,
  unverified: walk(verifying, looked(0, false), looked(1), look('now', false)),
  'failed, unwritten': walk(executing, writing(0), failed(false)),
  'failed, written': walk(executing, writing(0), failed(true)),
  'stale, unwritten': walk(approved, stopped('stale')),
  'stale, halfway': walk(halfway, stopped('stale')),
  'frozen, unwritten': walk(approved, stopped('frozen')),
  'frozen, halfway': walk(halfway, stopped('frozen')),
  denied: walk(proposed, { kind: 'denied', at: hour(2), by: bob, reason: 'no' }),
  withdrawn: walk(approved, { kind: 'withdrawn', at: hour(2), by: bob, reason: 'no' }),
  expired: walk({ ...proposed, approveBy: hour(2) }, { kind: 'expired', at: hour(2) }),
  undone: walk(applied, undone),
};

const events: Readonly<Record<string, (r: Remediation) => RemediationEvent>> = {
  approved: (r) => ({ kind: 'approved', at: hour(3), vote: vote(r, 'cem') }),
  denied: () => ({ kind: 'denied', at: hour(3), by: bob, reason: 'no' }),
  withdrawn: () => ({ kind: 'withdrawn', at: hour(3), by: bob, reason: 'no' }),
  expired: () => ({ kind: 'expired', at: hour(3) }),
  stopped: () => stopped('frozen'),
  begun: () => begun,
  writing0: () => writing(0),
  writing1: () => writing(1),
  written0: () => written(0),
  failed0: () => failed(true),
  looked0: () => looked(0),
  settled: () => look('later'),
  undone: () => undone,
};

/** A state where the event is allowed; otherwise the refusal: `-` notNow, `o` outOfOrder, `x` expired, `q` noQuorum. */
const matrix = `
                        | approved denied withdrawn expired stopped begun     writing0  writing1  written0  failed0 looked0    settled    undone
proposed                | approved denied withdrawn -       frozen  -         -         -         o         o       -          -          -
proposed, late          | x        x      withdrawn expired frozen  -         -         -         o         o       -          -          -
approved                | -        -      withdrawn -       frozen  executing -         -         o         o       -          -          -
approved, late          | -        -      withdrawn expired frozen  x         -         -         o         o       -          -          -
approved, no vote left  | -        -      withdrawn -       frozen  q         -         -         o         o       -          -          -
executing               | -        -      -         -       frozen  -         executing executing o         o       o          -          -
executing, no vote left | -        -      -         -       frozen  -         q         q         o         o       o          -          -
writing                 | -        -      -         -       o       -         o         o         executing failed  o          -          -
halfway                 | -        -      -         -       frozen  -         o         executing o         o       executing  -          -
canary                  | -        -      -         -       frozen  -         o         executing o         o       executing  -          -
verifying               | -        -      -         -       -       -         -         -         o         o       verifying  o          -
verifying, seen         | -        -      -         -       -       -         -         -         o         o       verifying  applied    -
verifying, one fails    | -        -      -         -       -       -         -         -         o         o       verifying  unverified -
applied                 | -        -      -         -       -       -         -         -         o         o       applied    applied    undone
unverified              | -        -      -         -       -       -         -         -         o         o       unverified unverified undone
failed, unwritten       | -        -      -         -       -       -         -         -         o         o       -          -          -
failed, written         | -        -      -         -       -       -         -         -         o         o       -          -          undone
stale, unwritten        | -        -      -         -       -       -         -         -         o         o       -          -          -
stale, halfway          | -        -      -         -       -       -         -         -         o         o       -          -          undone
frozen, unwritten       | -        -      -         -       -       -         -         -         o         o       -          -          -
frozen, halfway         | -        -      -         -       -       -         -         -         o         o       -          -          undone
denied                  | -        -      -         -       -       -         -         -         o         o       -          -          -
withdrawn               | -        -      -         -       -       -         -         -         o         o       -          -          -
expired                 | -        -      -         -       -       -         -         -         o         o       -          -          -
undone                  | -        -      -         -       -       -         -         -         o         o       -          -          -
`;

const refusals: Readonly<Record<string, string>> = {
  '-': 'notNow',
  o: 'outOfOrder',
  x: 'expired',
  q: 'noQuorum',
};

const [header = '', ...lines] = matrix
  .trim()
  .split('\n')
  .map((line) => line.split('|'));
const columns = (header as readonly string[]).at(-1)?.trim().split(/\s+/) ?? [];
const cells = lines.flatMap(([from = '', answers = '']) =>
  answers
    .trim()
    .split(/\s+/)
    .map((expected, i) => ({ from: from.trim(), event: columns[i] ?? '', expected })),
);

describe('every event in every situation', () => {
  test('the matrix leaves none out', () => {
    expect(columns).toEqual(Object.keys(events));
    expect([...new Set(cells.map((c) => c.from))]).toEqual(Object.keys(rows));
    expect(cells).toHaveLength(Object.keys(rows).length * columns.length);
  });

  test.each(cells)('$from, $event: $expected', ({ from, event, expected }) => {
    const r = rows[from];
    const e = r && events[event]?.(r);
    if (!r || !e) throw new Error(`${from} or ${event} is not known`);
    const step = transition(r, e, clocks);
    const refusal = refusals[expected];
    if (refusal !== undefined) expect(step).toEqual({ ok: false, refusal });
    else expect(must(step)).toMatchObject({ state: expected, version: r.version + 1 });
  });

  test('a row is never changed in place', () => {
    const frozen = (value: object): object => {
      for (const inner of Object.values(value))
        if (inner !== null && typeof inner === 'object') frozen(inner);
      return Object.freeze(value);
    };
    for (const { from, event } of cells) {
      const r = frozen(structuredClone(rows[from] ?? {})) as Remediation;
      expect(() => transition(r, events[event]?.(r) as RemediationEvent, clocks)).not.toThrow();
    }
  });
});

describe('a vote', () => {
  const cast = (r: Remediation, over: object, at = hour(2)) =>
    transition(r, { kind: 'approved', at, vote: { ...vote(r, 'bob'), ...over } }, clocks);

  test('for another plan is refused', () => {
    expect(cast(proposed, { hash: 'f'.repeat(64) })).toEqual({ ok: false, refusal: 'planChanged' });
  });
  test('of the requester is refused, whatever the account', () => {
    expect(cast(proposed, { person: 'asker', by: 'terminal:local:asker' })).toEqual({
      ok: false,
      refusal: 'selfApproval',
    });
  });
  test('of a person who has voted is refused, whatever the account', () => {
    const pair = plan({ tier: { ...two.tier, quorum: 2 } });
    const once = walk(remediation({ plan: pair }), {
      kind: 'approved',
      at: hour(2),
      vote: vote(remediation({ plan: pair }), 'bob'),
    });
    expect(once).toMatchObject({ state: 'proposed', approvedAt: null, executeBy: null });
    expect(cast(once, { by: 'terminal:local:bob' })).toEqual({ ok: false, refusal: 'alreadyVoted' });
    expect(must(cast(once, { person: 'cem' }))).toMatchObject({ state: 'approved', approvedAt: hour(2) });
  });
  test('is in time until just before its clock', () => {
    const r = { ...proposed, approveBy: '2026-11-01T00:00:01.000Z' };
    expect(cast(r, {}, '2026-11-01T00:00:00.999Z').ok).toBe(true);
    expect(cast(r, {}, '2026-11-01T00:00:01.000Z')).toEqual({ ok: false, refusal: 'expired' });
  });
  test('starts the clock of the execution', () => {
    expect(approved.executeBy).toBe(new Date(Date.parse(hour(2)) + clocks.executeWithinMs).toISOString());
  });
});

describe('what is kept of a write', () => {
  test('the intent says that something may have been written', () => {
    expect(rows['writing']?.targets[0]).toEqual({ step: 'writing', wrote: true, because: null });
  });
  test('a failure before the write leaves nothing to undo', () => {
    expect(rows['failed, unwritten']).toMatchObject({ undoUntil: null, writtenAt: null, because: 'denied' });
    expect(rows['failed, unwritten']?.targets.map((t) => [t.step, t.wrote])).toEqual([
      ['failed', false],
      ['skipped', false],
    ]);
  });
  test('a failure after it leaves the window of undo open', () => {
    const until = new Date(Date.parse(hour(3)) + clocks.undoWithinMs).toISOString();
    expect(rows['failed, written']).toMatchObject({ undoUntil: until, writtenAt: hour(3) });
  });
  test('a stop halfway skips the rest and keeps what was done', () => {
    expect(rows['frozen, halfway']?.targets.map((t) => [t.step, t.wrote])).toEqual([
      ['written', true],
      ['skipped', false],
    ]);
    expect(rows['frozen, halfway']?.undoUntil).not.toBeNull();
  });
  test('one look ahead is set after the first, and none after a later one', () => {
    expect(applied.lookAt).toBe(new Date(Date.parse(hour(3)) + clocks.lookAgainMs).toISOString());
    expect(walk(applied, look('later')).lookAt).toBeNull();
    // A scan that comes by meanwhile does not stand in for it.
    expect(walk(applied, look('scan'))).toMatchObject({ lookAt: applied.lookAt, seenByScan: true });
  });
  test('what was applied and fails later is unverified, and the other way about', () => {
    const fell = walk(applied, looked(1, false), look('later', false));
    expect(fell).toMatchObject({ state: 'unverified', because: 'it fails still', endedAt: hour(3) });
    expect(walk(fell, looked(1), look('scan'))).toMatchObject({ state: 'applied', because: null });
  });
  test('what a look claims does not count, only what was seen of each resource', () => {
    const r = walk(verifying, looked(0, false), looked(1));
    expect(walk(r, look('now', true)).state).toBe('unverified');
  });
});

describe('broken glass', () => {
  const glass: Remediation = {
    ...approved,
    votes: [],
    breakGlass: { reviewBy: hour(26), reviewedBy: null, reviewedAt: null, overdue: false },
  };
  const reviewed = (who: string) =>
    ({ kind: 'reviewed', at: hour(4), by: person(who), reason: 'it was right' }) as const;
  const overdue = (at: string) => ({ kind: 'reviewOverdue', at }) as const;

  test('needs no vote', () => {
    expect(walk(glass, begun, writing(0)).state).toBe('executing');
  });
  test.each(Object.entries(rows))('is reviewed in any state: %s', (_, r) => {
    const step = transition({ ...r, breakGlass: glass.breakGlass }, reviewed('bob'), clocks);
    expect(must(step)).toMatchObject({
      state: r.state,
      breakGlass: { reviewedBy: person('bob'), reviewedAt: hour(4) },
    });
  });
  test('is reviewed once, and by somebody else', () => {
    expect(transition(glass, reviewed('asker'), clocks)).toEqual({ ok: false, refusal: 'selfApproval' });
    const once = walk(glass, reviewed('bob'));
    expect(transition(once, reviewed('cem'), clocks)).toEqual({ ok: false, refusal: 'notNow' });
    expect(transition(approved, reviewed('bob'), clocks)).toEqual({ ok: false, refusal: 'notNow' });
  });
  test('is overdue from its instant on, once, and can be reviewed still', () => {
    const early = new Date(Date.parse(hour(26)) - 1).toISOString();
    expect(transition(glass, overdue(early), clocks)).toEqual({ ok: false, refusal: 'notNow' });
    const late = walk(glass, overdue(hour(26)));
    expect(late.breakGlass?.overdue).toBe(true);
    expect(transition(late, overdue(hour(27)), clocks)).toEqual({ ok: false, refusal: 'notNow' });
    expect(walk(late, reviewed('bob')).breakGlass?.reviewedBy).toEqual(person('bob'));
    expect(transition(walk(glass, reviewed('bob')), overdue(hour(27)), clocks).ok).toBe(false);
    expect(transition(approved, overdue(hour(27)), clocks).ok).toBe(false);
  });
});
