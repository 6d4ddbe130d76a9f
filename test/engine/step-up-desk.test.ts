import { TOTP } from 'otpauth';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Actor } from '../../src/domain/people.ts';
import type { Store } from '../../src/domain/store.ts';
import { createStepUpDesk, saysOfProof } from '../../src/engine/step-up-desk.ts';
import { oneTimeCodes } from '../../src/one-time-codes.ts';
import { openStore } from '../../src/store/open.ts';
import { openVault } from '../../src/vault.ts';
import { people } from '../kit/sample-people.ts';
import { inFolder } from '../store/folder.ts';

const file = inFolder();
const start = Date.parse('2026-11-20T12:00:00Z');
const keyed = (byte: number) => openVault(Buffer.alloc(32, byte).toString('base64'));

/** A desk over a real database, with a clock that is moved by hand. */
async function desk(options: { vault?: ReturnType<typeof openVault>; name?: string } = {}) {
  const store = await openStore(file(options.name ?? 'hipaa.db'));
  onTestFinished(() => store.close());
  let seconds = 0;
  const lines: string[] = [];
  const log = { info: () => {}, warn: () => {}, error: (_: object, says: string) => void lines.push(says) };
  const now = () => new Date(start + seconds * 1000);
  const vault = options.vault === undefined ? keyed(1) : options.vault;
  const stepUp = createStepUpDesk({ store, vault, codes: oneTimeCodes, now, log });
  const from = (actor: Actor) =>
    ({ actor, channel: { platform: 'slack', team: 'T1', id: 'D1' }, now: now() }) as const;
  const codeOf = (secret: string, after = 0) =>
    TOTP.generate({
      secret: new TOTP({ secret: secret.replaceAll(' ', '') }).secret,
      timestamp: start + (seconds + after) * 1000,
    });
  return {
    store,
    stepUp,
    lines,
    from,
    codeOf,
    later: (more: number) => {
      seconds += more;
    },
    prove: (code: string, person = people.ravi.person) =>
      store.transaction((tx) => stepUp.prove(tx, person, code, now())),
    async enrolled(actor: Actor = people.ravi) {
      const key = await stepUp.enrol(from(actor));
      if ('refused' in key) throw new Error(key.refused);
      expect(await stepUp.confirm(codeOf(key.setupKey), from(actor))).toEqual({ confirmed: true });
      seconds += 30;
      return key.setupKey;
    },
  };
}

const actions = async (store: Store): Promise<readonly string[]> => {
  const out: string[] = [];
  for await (const { action, actor, subject } of store.audit.read())
    out.push(`${action} ${subject} by ${actor}`);
  return out;
};

describe('enrolment', () => {
  test('is confirmed by a first right code, and by nothing else', async () => {
    const { stepUp, from, codeOf, prove, store } = await desk();
    const key = await stepUp.enrol(from(people.ravi));
    if ('refused' in key) throw new Error(key.refused);
    expect(key.setupKey).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    expect(await stepUp.enrolled('ravi')).toBe(false);
    expect(await prove(codeOf(key.setupKey))).toBe('notEnrolled');
    expect(await stepUp.confirm('000000', from(people.ravi))).toEqual({ refused: saysOfProof.wrong });
    expect(await stepUp.enrolled('ravi')).toBe(false);
    expect(await stepUp.confirm(codeOf(key.setupKey), from(people.ravi))).toEqual({ confirmed: true });
    expect(await stepUp.enrolled('ravi')).toBe(true);
    expect(await actions(store)).toEqual([
      'secondFactor.enrolled ravi by slack:T1:URAVI',
      'secondFactor.confirmed ravi by slack:T1:URAVI',
    ]);
  });

  test('leaves no secret in the database or the ledger', async () => {
    const { stepUp, from, store } = await desk();
    const key = await stepUp.enrol(from(people.ravi));
    const secret = 'refused' in key ? '' : key.setupKey.replaceAll(' ', '');
    const kept = JSON.stringify(await store.secondFactors.get('ravi'));
    expect(secret).toHaveLength(32);
    expect(kept).not.toContain(secret);
    for await (const record of store.audit.read()) expect(JSON.stringify(record)).not.toContain(secret);
  });

  test('before it is confirmed may begin anew; the first secret is gone', async () => {
    const { stepUp, from, codeOf } = await desk();
    const first = await stepUp.enrol(from(people.ravi));
    const second = await stepUp.enrol(from(people.ravi));
    if ('refused' in first || 'refused' in second) throw new Error('refused');
    expect(await stepUp.confirm(codeOf(first.setupKey), from(people.ravi))).toHaveProperty('refused');
    expect(await stepUp.confirm(codeOf(second.setupKey), from(people.ravi))).toEqual({ confirmed: true });
  });

  test('of who is enrolled already takes a code of the app in use', async () => {
    const { stepUp, from, codeOf, enrolled, prove, later } = await desk();
    const old = await enrolled();
    expect(await stepUp.enrol(from(people.ravi))).toMatchObject({
      refused: expect.stringMatching(/already/),
    });
    expect(await stepUp.enrol(from(people.ravi), '000000')).toEqual({ refused: saysOfProof.wrong });
    expect(await prove(codeOf(old))).toBe('proved');
    later(30);
    const next = await stepUp.enrol(from(people.ravi), codeOf(old));
    if ('refused' in next) throw new Error(next.refused);
    expect(await prove(codeOf(old, 30))).toBe('notEnrolled');
    expect(await stepUp.confirm(codeOf(next.setupKey), from(people.ravi))).toEqual({ confirmed: true });
  });

  test('confirmed twice says so', async () => {
    const { stepUp, from, codeOf, enrolled } = await desk();
    const key = await enrolled();
    expect(await stepUp.confirm(codeOf(key), from(people.ravi))).toMatchObject({
      refused: expect.stringMatching(/confirmed already/),
    });
  });

  test.each(['gus', 'sam', 'rob', 'dora'] as const)('is not for %s', async (who) => {
    const { stepUp, from, store } = await desk();
    expect(await stepUp.enrol(from(people[who]))).toHaveProperty('refused');
    expect(await stepUp.confirm('123456', from(people[who]))).toHaveProperty('refused');
    expect(await actions(store)).toEqual([]);
  });

  test('without a key is refused with what to do', async () => {
    const { stepUp, from, prove } = await desk({ vault: null });
    expect(stepUp.available).toBe(false);
    for (const answer of [
      await stepUp.enrol(from(people.ravi)),
      await stepUp.confirm('123456', from(people.ravi)),
    ])
      expect(answer).toMatchObject({ refused: expect.stringMatching(/HIPAA_SECRET_KEY.*install\.md/) });
    expect(await prove('123456')).toBe('unavailable');
  });
});

describe('a code', () => {
  test('proves once, and neither it nor an earlier one again', async () => {
    const { enrolled, codeOf, prove, later } = await desk();
    const key = await enrolled();
    const [earlier, code] = [codeOf(key, -30), codeOf(key)];
    expect(await prove(code)).toBe('proved');
    expect(await prove(code)).toBe('wrong');
    expect(await prove(earlier)).toBe('wrong');
    later(30);
    expect(await prove(codeOf(key))).toBe('proved');
  });

  test('of the confirmation is used up by it', async () => {
    const { stepUp, from, codeOf, prove } = await desk();
    const key = await stepUp.enrol(from(people.ravi));
    if ('refused' in key) throw new Error(key.refused);
    await stepUp.confirm(codeOf(key.setupKey), from(people.ravi));
    expect(await prove(codeOf(key.setupKey))).toBe('wrong');
  });

  test('of one person proves nothing for another', async () => {
    const { enrolled, codeOf, prove } = await desk();
    const key = await enrolled(people.ravi);
    await enrolled(people.olga);
    expect(await prove(codeOf(key), 'olga')).toBe('wrong');
    expect(await prove(codeOf(key), 'bob')).toBe('notEnrolled');
  });

  test('given twenty times at once proves once', async () => {
    const { enrolled, codeOf, prove } = await desk();
    const code = codeOf(await enrolled());
    const answers = await Promise.all(Array.from({ length: 20 }, () => prove(code)));
    expect(answers.filter((a) => a === 'proved')).toHaveLength(1);
  });

  test('is used up and counted only with the transaction that it is part of', async () => {
    const { enrolled, codeOf, prove, store, stepUp } = await desk();
    const code = codeOf(await enrolled());
    const broken = store.transaction(async (tx) => {
      await stepUp.prove(tx, 'ravi', code, new Date(start + 30_000));
      throw new Error('the ledger is full');
    });
    await expect(broken).rejects.toThrow('the ledger is full');
    expect(await prove(code)).toBe('proved');
  });
});

describe('wrong codes', () => {
  const wrong = async (prove: (code: string) => Promise<string>, times: number) => {
    const answers: string[] = [];
    for (let i = 0; i < times; i++) answers.push(await prove('00000x'));
    return answers;
  };

  test('four in a row lock nothing; a right one forgets them', async () => {
    const { enrolled, codeOf, prove, later } = await desk();
    const key = await enrolled();
    expect(await wrong(prove, 4)).toEqual(['wrong', 'wrong', 'wrong', 'wrong']);
    expect(await prove(codeOf(key))).toBe('proved');
    later(30);
    expect(await wrong(prove, 4)).toEqual(['wrong', 'wrong', 'wrong', 'wrong']);
  });

  test('the fifth in a row locks for 15 minutes, to the second, and the ledger tells', async () => {
    const { enrolled, codeOf, prove, later, store } = await desk();
    const key = await enrolled();
    expect((await wrong(prove, 5)).at(-1)).toBe('locked');
    expect((await actions(store)).at(-1)).toBe('secondFactor.locked ravi by system:step-up');
    later(15 * 60 - 1);
    expect(await prove(codeOf(key))).toBe('locked');
    later(1);
    expect(await prove(codeOf(key))).toBe('proved');
  });

  test('tried while locked make it no longer; the first wrong one after it locks again', async () => {
    const { enrolled, prove, later, store } = await desk();
    await enrolled();
    await wrong(prove, 5);
    later(60);
    const before = await store.secondFactors.get('ravi');
    expect(await wrong(prove, 3)).toEqual(['locked', 'locked', 'locked']);
    expect(await store.secondFactors.get('ravi')).toEqual(before);
    later(15 * 60);
    expect(await wrong(prove, 1)).toEqual(['locked']);
  });

  test('at confirming and at enrolling anew count too', async () => {
    const { stepUp, from, enrolled, prove, codeOf } = await desk();
    const key = await enrolled();
    for (let i = 0; i < 5; i++) await stepUp.enrol(from(people.ravi), '00000x');
    expect(await prove(codeOf(key))).toBe('locked');
    expect(await stepUp.enrol(from(people.ravi), codeOf(key))).toEqual({ refused: saysOfProof.locked });
  });
});

describe('a key that was changed', () => {
  test('proves nothing, says so in the log, and counts no wrong codes', async () => {
    const first = await desk({ name: 'one.db' });
    const key = await first.enrolled();
    const second = await desk({ name: 'one.db', vault: keyed(2) });
    second.later(30);
    expect(await second.prove(second.codeOf(key))).toBe('unavailable');
    expect(second.lines.join()).toMatch(/another HIPAA_SECRET_KEY/);
    expect((await second.store.secondFactors.get('ravi'))?.failures).toBe(0);
  });
});

describe('reset', () => {
  test('by another admin lets the person enrol again, and the ledger tells who did it', async () => {
    const { stepUp, from, enrolled, store } = await desk();
    await enrolled();
    expect(await stepUp.reset('ravi', from(people.adam))).toEqual({ reset: true });
    expect(await stepUp.enrolled('ravi')).toBe(false);
    expect((await actions(store)).at(-1)).toBe('secondFactor.reset ravi by slack:T1:UADAM');
    expect(await stepUp.enrol(from(people.ravi))).toHaveProperty('setupKey');
  });

  test.each([
    ['an officer, who is no admin', people.olga, 'ravi', /Only an admin/],
    ['a guest with the role', people.gus, 'ravi', /Only an admin/],
    ['the admin themselves', people.adam, 'adam', /another admin/],
    ['an admin, of somebody who is not enrolled', people.adam, 'bob', /nothing to reset/],
  ])('by %s is refused', async (_who, actor, person, says) => {
    const { stepUp, from, enrolled, store } = await desk();
    await enrolled(people.ravi);
    await enrolled(people.adam);
    const before = await actions(store);
    expect(await stepUp.reset(person, from(actor))).toMatchObject({ refused: expect.stringMatching(says) });
    expect(await actions(store)).toEqual(before);
    expect(await stepUp.enrolled('ravi')).toBe(true);
  });
});
