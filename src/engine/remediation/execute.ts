import { setTimeout as wait } from 'node:timers/promises';
import { counting, groupsOf, hasQuorum } from '../../domain/authority.ts';
import type { Json, Subject } from '../../domain/catalog.ts';
import { CloudError } from '../../domain/errors.ts';
import { may } from '../../domain/people.ts';
import type { WriteSession } from '../../domain/provider.ts';
import type { Remediation, RemediationEvent } from '../../domain/remediation.ts';
import type { Store } from '../../domain/store.ts';
import type { Engine } from '../context.ts';
import type { PeopleDesk } from '../services.ts';
import { accountOf } from './account-view.ts';
import { closed } from './gate.ts';
import { move, publish, tellFinding } from './ledger.ts';
import { look, readOnce, settled, type There } from './look.ts';
import { sameIn } from './make-plan.ts';
import { type Replanned, replan } from './replan.ts';

const actor = 'system:executor';
/** A refusal for want of speed certainly changed nothing: it is tried again a few times. */
const throttledMs: readonly number[] = [500, 2_000, 8_000];

/** What one run works with. `holds` tells, in the transaction that keeps a step, whether the run is still ours. */
export interface Run {
  readonly engine: Engine;
  readonly people: Pick<PeopleDesk, 'actor'>;
  readonly signal: AbortSignal;
  /** Throws `LostLease` when another process has taken over. */
  holds(tx: Store): Promise<void>;
  /** Takes the resources for this remediation; false while another holds one of them. */
  hold(r: Remediation): Promise<boolean>;
  letGo(r: Remediation): Promise<void>;
}

const isSame = (run: Run, { plan }: Remediation, a: Json, b: Json): boolean =>
  sameIn(run.engine, plan.kind, plan.fact, a, b);

const now = (run: Run): string => run.engine.now().toISOString();

/** One step, kept with its record, its card and what goes along; the run must still be ours. */
async function step(
  run: Run,
  r: Remediation,
  event: RemediationEvent,
  along?: (tx: Store, next: Remediation) => Promise<void>,
): Promise<Remediation> {
  const { engine } = run;
  const next = await engine.store.transaction(async (tx) => {
    await run.holds(tx);
    const moved = await move(engine, tx, r, event, actor);
    await along?.(tx, moved);
    await publish(engine, tx, moved, event.at, [], event.kind);
    return moved;
  });
  engine.wake();
  return next;
}

const stop = (
  run: Run,
  r: Remediation,
  as: 'stale' | 'frozen' | 'failed',
  because: string,
  found?: readonly (Json | undefined)[],
) => step(run, r, { kind: 'stopped', at: now(run), as, because, ...(found ? { found } : {}) });

/** Whether those on whose word it is may still say so: roles and standing as the platform vouches for them now. */
async function vouched(run: Run, r: Remediation): Promise<string | null> {
  const asker = r.requestedBy;
  const requester = await run.people.actor(asker.by);
  if (requester?.standing !== 'member') return `${asker.name}, who asked for it, is not a member any more`;
  // Accounts that were joined since may make the requester one of the approvers.
  if (!may(requester, 'responder') || requester.person !== asker.person)
    return `${asker.name}, who asked for it, may not ask for it any more`;
  if (r.breakGlass !== null)
    return may(requester, 'approver') ? null : `${asker.name} does not hold the role approver any more`;
  const standing: string[] = [];
  const fallen: string[] = [];
  for (const vote of counting(r)) {
    const voter = await run.people.actor(vote.by);
    const counts = voter !== null && may(voter, 'approver') && voter.person === vote.person;
    if (counts) standing.push(vote.person);
    else fallen.push(vote.name);
  }
  const { groups } = run.engine.rules.remediation;
  const votes = r.votes
    .filter((v) => standing.includes(v.person))
    .map((v) => ({ ...v, groups: groupsOf(groups, v.person) }));
  return hasQuorum({ ...r, votes })
    ? null
    : fallen.length > 0
      ? `${fallen.join(' and ')} may not approve any more, so the approval does not count`
      : 'those who approved are not of different groups any more, so the approvals do not count';
}

/** Everything is looked at again at the moment before the first write: clock, switch, roles, policy, state. */
async function begin(run: Run, r: Remediation): Promise<Remediation> {
  const { engine } = run;
  const at = now(run);
  if (r.executeBy !== null && r.executeBy <= at) return step(run, r, { kind: 'expired', at });
  const shut = await closed(engine, engine.store, engine.now(), r.breakGlass !== null);
  if (shut) return stop(run, r, 'frozen', shut.because);
  const unvouched = await vouched(run, r);
  if (unvouched !== null) return stop(run, r, 'stale', unvouched);
  const account = await accountOf(engine, r.plan.account);
  const readOnly = account
    ? engine.provider.readOnly(account)
    : 'the account is not in the configuration any more';
  if (readOnly !== null) return stop(run, r, 'failed', readOnly);
  const again: Replanned = await replan(engine, r, run.signal);
  if (again.is === 'unread') return stop(run, r, 'failed', `before anything was written: ${again.because}`);
  if (again.is === 'moved') return stop(run, r, 'stale', again.because, again.found);
  if (!(await run.hold(r))) return r;
  return step(run, r, { kind: 'begun', at: now(run) });
}

/** Keeps the intent to write, unless the switch was thrown in the meantime: both in one transaction. */
async function intend(run: Run, r: Remediation, target: number): Promise<Remediation> {
  const { engine } = run;
  const next = await engine.store.transaction(async (tx) => {
    await run.holds(tx);
    const shut = await closed(engine, tx, engine.now(), r.breakGlass !== null);
    const event: RemediationEvent = shut
      ? { kind: 'stopped', at: now(run), as: 'frozen', because: shut.because }
      : { kind: 'writing', at: now(run), target };
    const moved = await move(engine, tx, r, event, actor);
    await publish(engine, tx, moved, event.at, [], event.kind);
    return moved;
  });
  engine.wake();
  return next;
}

type Written =
  | { readonly wrote: true }
  | { readonly wrote: false; readonly because: string; readonly maybe: boolean; readonly found?: Json };

/** What became of a try that was not answered with success: only what is there tells. */
async function outcomeOf(run: Run, r: Remediation, target: number, because: string): Promise<Written> {
  const there = await settle(run, r, target);
  const which = whichIs(run, r, target, there);
  if (which === 'after') return { wrote: true };
  const left = which === 'neither' && there.is === 'known' ? { found: there.value } : {};
  return { wrote: false, because, maybe: which !== 'before', ...left };
}

async function openFor(run: Run, r: Remediation, target: number, subject: Subject): Promise<WriteSession> {
  const { engine } = run;
  const account = await accountOf(engine, r.plan.account);
  if (!account)
    throw new CloudError('denied', `the account ${r.plan.account} is not in the configuration any more`);
  const write = engine.provider.catalog[r.plan.kind]?.facts[r.plan.fact]?.write;
  return engine.provider.openWriter(account, {
    remediation: r.id,
    requester: r.requestedBy.name,
    approvers: counting(r).map((v) => v.name),
    actions: r.plan.actions,
    resources: write?.resources?.(subject, r.plan.targets[target]?.after) ?? [
      r.plan.targets[target]?.resource ?? subject.id,
    ],
    signal: run.signal,
  });
}

async function put(run: Run, r: Remediation, target: number, subject: Subject): Promise<Written> {
  const { engine } = run;
  const planned = r.plan.targets[target];
  if (!planned) return { wrote: false, because: 'it is not part of the plan', maybe: false };
  let session: WriteSession | undefined;
  let refusal = '';
  try {
    for (const ms of [0, ...throttledMs]) {
      if (ms > 0) await wait(ms, undefined, { signal: run.signal });
      // Of several calls one may have been made, and during the pause somebody else may have changed it.
      const again = session !== undefined;
      if (again && whichIs(run, r, target, await readOnce(engine, r.plan, planned, run.signal)) !== 'before')
        return await outcomeOf(run, r, target, refusal);
      try {
        session ??= await openFor(run, r, target, subject);
        // A slow opening or a pause leaves time to throw the switch.
        const shut = await closed(engine, engine.store, engine.now(), r.breakGlass !== null);
        if (shut) return { wrote: false, because: shut.because, maybe: false };
        await session.write(r.plan.kind, r.plan.fact, subject, planned.after);
        return { wrote: true };
      } catch (error) {
        // The process is ending, not the write: the next start finds out what became of it.
        if (run.signal.aborted) throw error;
        const { reason, message, permission } = engine.provider.classify(error);
        refusal = permission && !message.includes(permission) ? `${message}: ${permission}` : message;
        if (reason === 'throttled') continue;
        if (!session) return { wrote: false, because: refusal, maybe: false };
        return await outcomeOf(run, r, target, refusal);
      }
    }
    return session
      ? await outcomeOf(run, r, target, refusal)
      : { wrote: false, because: refusal, maybe: false };
  } finally {
    await session?.close();
  }
}

async function settle(run: Run, r: Remediation, target: number): Promise<There> {
  const planned = r.plan.targets[target];
  if (!planned) return { is: 'unread', because: 'it is not part of the plan' };
  return settled(run.engine, r.plan, planned, [planned.after], run.signal);
}

/** Which of the two values is there; `neither` also when it cannot be read. */
function whichIs(run: Run, r: Remediation, target: number, there: There): 'before' | 'after' | 'neither' {
  const planned = r.plan.targets[target];
  if (!planned || there.is !== 'known') return 'neither';
  if (isSame(run, r, there.value, planned.after)) return 'after';
  return isSame(run, r, there.value, planned.before) ? 'before' : 'neither';
}

async function keepWrite(run: Run, r: Remediation, target: number, outcome: Written): Promise<Remediation> {
  const at = now(run);
  if (outcome.wrote) return step(run, r, { kind: 'written', at, target });
  const { because, maybe, found } = outcome;
  const left = found === undefined ? {} : { found };
  return step(run, r, { kind: 'writeFailed', at, target, wrote: maybe, because, ...left });
}

async function write(run: Run, r: Remediation, target: number): Promise<Remediation> {
  const planned = r.plan.targets[target];
  if (!planned) return r;
  const unvouched = await vouched(run, r);
  if (unvouched !== null) return stop(run, r, 'stale', unvouched);
  const there = await readOnce(run.engine, r.plan, planned, run.signal);
  if (there.is === 'gone') return stop(run, r, 'stale', `${planned.name} is gone, which is not a fix`);
  if (there.is === 'unread')
    return stop(run, r, 'failed', `${planned.name} could not be read before the write: ${there.because}`);
  if (!isSame(run, r, there.value, planned.before)) {
    const found = r.plan.targets.map((_, i) => (i === target ? there.value : undefined));
    return stop(run, r, 'stale', `${planned.name} is not as it was when the plan was made`, found);
  }
  const meant = await intend(run, r, target);
  if (meant.state !== 'executing') return meant;
  return keepWrite(run, meant, target, await put(run, meant, target, there.subject));
}

const tooLate = 'it was interrupted, and the time in which it could be carried out is over';

/** The process died between the intent and the answer: what is there tells whether the write was made. */
async function resume(run: Run, r: Remediation, target: number, isLate: boolean): Promise<Remediation> {
  const there = await settle(run, r, target);
  const which = whichIs(run, r, target, there);
  if (which === 'after') return keepWrite(run, r, target, { wrote: true });
  if (which === 'before' && there.is === 'known') {
    const no = isLate ? tooLate : await vouched(run, r);
    if (no === null) return keepWrite(run, r, target, await put(run, r, target, there.subject));
    return keepWrite(run, r, target, { wrote: false, because: no, maybe: false });
  }
  const because =
    there.is === 'unread'
      ? `the write was interrupted, and what is there cannot be read: ${there.because}`
      : 'the write was interrupted, and what is there now is neither the old value nor the new one';
  // A part of several calls may have been made: an undo starts from what is there.
  const left = there.is === 'known' ? { found: there.value } : {};
  return keepWrite(run, r, target, { wrote: false, because, maybe: true, ...left });
}

/** Whether an undo takes back all that was written: what it had to leave out can be undone later. */
const covers = (undo: Remediation, original: Remediation): boolean =>
  original.plan.targets.every(
    ({ resource }, i) =>
      original.targets[i]?.wrote !== true || undo.plan.targets.some((t) => t.resource === resource),
  );

async function lookAt(run: Run, r: Remediation, target: number, patient: boolean): Promise<Remediation> {
  const planned = r.plan.targets[target];
  if (!planned) return r;
  const seen = await look(run.engine, r.plan, planned, run.signal, patient);
  const at = now(run);
  return step(
    run,
    r,
    { kind: 'looked', at, target, passes: seen.passes, because: seen.because },
    async (tx) => {
      await tellFinding(run.engine, tx, planned.finding, seen.answer, at, 'system:verify');
    },
  );
}

async function conclude(run: Run, r: Remediation, when: 'now' | 'later'): Promise<Remediation> {
  const at = now(run);
  const passes = r.targets.every((t) => t.step === 'verified');
  const failing = r.targets.filter((t) => t.step !== 'verified').length;
  const evidence = r.targets.map((t) => t.because).find((because) => because !== null) ?? null;
  const says = passes
    ? [
        r.plan.deed === 'undo' ? 'it is as it was before' : 'the check passes',
        ...(evidence ? [evidence] : []),
      ].join('; ')
    : `written, and ${failing} of ${r.targets.length} still not right: ${evidence ?? 'see the card'}`;
  return step(run, r, { kind: 'settled', at, look: { at, when, passes, says } }, async (tx, next) => {
    if (next.state !== 'applied' || next.plan.reverses === null) return;
    const original = await tx.remediations.get(next.plan.reverses);
    if (!original || original.state === 'undone' || !covers(next, original)) return;
    const undone = await move(run.engine, tx, original, { kind: 'undone', at, by: next.id }, actor);
    await publish(run.engine, tx, undone, at, [], 'undone');
  });
}

/**
 * The first resource is done and verified before the rest is touched. What was `interrupted` and is found only after its time
 * is looked at, and nothing more is written: the approval was for then.
 */
async function carryOut(run: Run, r: Remediation, interrupted: boolean): Promise<Remediation> {
  const isLate = interrupted && r.executeBy !== null && r.executeBy <= now(run);
  let current = r;
  for (const index of current.plan.targets.keys()) {
    if (current.state !== 'executing') return current;
    const at = current.targets[index]?.step;
    if (at === 'writing') current = await resume(run, current, index, isLate);
    else if (at === 'pending' && isLate) return stop(run, current, 'failed', tooLate);
    else if (at === 'pending') current = await write(run, current, index);
    if (current.state !== 'executing') return current;
    // Looked at before the next one: if that fails, this one's finding has been told the truth.
    if (current.targets[index]?.step === 'written') current = await lookAt(run, current, index, true);
    const canary = current.targets[index];
    if (index === 0 && canary?.step === 'unverified')
      return stop(
        run,
        current,
        'failed',
        `the first resource was written and still fails, so the rest was left alone: ${canary.because}`,
      );
  }
  return current;
}

async function verify(run: Run, r: Remediation, when: 'now' | 'later'): Promise<Remediation> {
  let current = r;
  for (const [index, target] of r.targets.entries()) {
    const due =
      when === 'later'
        ? target.step === 'verified' || target.step === 'unverified'
        : target.step === 'written';
    if (due) current = await lookAt(run, current, index, when === 'now');
  }
  return conclude(run, current, when);
}

/** Takes one remediation as far as it can go now. Safe to be run again from any point at which the process died. */
export async function carry(run: Run, r: Remediation): Promise<Remediation> {
  let current = r;
  const at = now(run);
  if (current.state === 'proposed' && current.approveBy <= at)
    return step(run, current, { kind: 'expired', at });
  if (current.state === 'approved') current = await begin(run, current);
  if (current.state === 'executing') {
    if (!(await run.hold(current))) return current;
    current = await carryOut(run, current, r.state === 'executing');
  }
  if (current.state === 'verifying') current = await verify(run, current, 'now');
  else if (current.lookAt !== null && current.lookAt <= now(run))
    current = await verify(run, current, 'later');
  if (!['proposed', 'approved', 'executing', 'verifying'].includes(current.state)) await run.letGo(current);
  return current;
}
