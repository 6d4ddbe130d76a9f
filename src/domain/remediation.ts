import { hasQuorum } from './authority.ts';
import type { Json } from './catalog.ts';
import type { Instant } from './finding.ts';
import type { Plan } from './plan.ts';

export type RemediationState =
  | 'proposed'
  | 'approved'
  | 'executing'
  | 'verifying'
  | 'applied'
  /** Written, and the check does not pass. Never called done. */
  | 'unverified'
  | 'failed'
  /** What is there is not what the plan was made for. */
  | 'stale'
  | 'denied'
  | 'withdrawn'
  | 'expired'
  /** Stopped by the kill switch or a change freeze. */
  | 'frozen'
  | 'undone';

/** Open: people are asked. Moving: the executor works on it. The others are over, but for looks and undo. */
export const openStates: readonly RemediationState[] = ['proposed'];
export const movingStates: readonly RemediationState[] = ['approved', 'executing', 'verifying'];

/** An approval, for one hash and by one person. */
export interface Vote {
  readonly person: string;
  /** The account that pressed: `slack:T1:U1`. */
  readonly by: string;
  readonly name: string;
  readonly groups: readonly string[];
  readonly at: Instant;
  readonly hash: string;
  readonly proof: 'none' | 'totp';
}

/** How far one resource has come. `writing` is kept before the write: after a crash it says that a write may have been made. */
export interface TargetState {
  readonly step: 'pending' | 'writing' | 'written' | 'verified' | 'unverified' | 'failed' | 'skipped';
  /** It was changed, or may have been. */
  readonly wrote: boolean;
  readonly because: string | null;
}

export interface Look {
  readonly at: Instant;
  /** `now`: at once; `later`: after a quarter of an hour; `scan`: a whole scan came by. */
  readonly when: 'now' | 'later' | 'scan';
  readonly passes: boolean;
  readonly says: string;
}

export interface Remediation {
  /** `R-12`. */
  readonly id: string;
  readonly plan: Plan;
  readonly state: RemediationState;
  readonly requestedBy: { readonly person: string; readonly by: string; readonly name: string };
  readonly reason: string;
  readonly votes: readonly Vote[];
  readonly targets: readonly TargetState[];
  readonly looks: readonly Look[];
  /** Why it ended as it did. */
  readonly because: string | null;
  /** For `stale`, and after a part of a write: what was found, target by target; absent where it was not read. */
  readonly found: readonly (Json | undefined)[] | null;
  readonly endedBy: { readonly person: string; readonly by: string; readonly name: string } | null;
  readonly proposedAt: Instant;
  /** The three clocks. */
  readonly approveBy: Instant;
  readonly executeBy: Instant | null;
  readonly undoUntil: Instant | null;
  readonly approvedAt: Instant | null;
  readonly writtenAt: Instant | null;
  readonly endedAt: Instant | null;
  /** When to look again; null: no more. */
  readonly lookAt: Instant | null;
  readonly seenByScan: boolean;
  /** Done without a second person; somebody else reviews it by `reviewBy`. */
  readonly breakGlass: {
    readonly reviewBy: Instant;
    readonly reviewedBy: { readonly person: string; readonly by: string; readonly name: string } | null;
    readonly reviewedAt: Instant | null;
    readonly overdue: boolean;
  } | null;
  /** Grows by one with each change: whoever saved from an older one lost. */
  readonly version: number;
}

export interface Clocks {
  readonly approveWithinMs: number;
  readonly executeWithinMs: number;
  readonly undoWithinMs: number;
  readonly lookAgainMs: number;
  readonly reviewWithinMs: number;
}

export type Person = Remediation['requestedBy'];

export type RemediationEvent =
  | { readonly kind: 'approved'; readonly at: Instant; readonly vote: Vote }
  | { readonly kind: 'denied'; readonly at: Instant; readonly by: Person; readonly reason: string }
  | { readonly kind: 'withdrawn'; readonly at: Instant; readonly by: Person; readonly reason: string }
  | { readonly kind: 'expired'; readonly at: Instant }
  /** Before anything is written, or between two resources. */
  | {
      readonly kind: 'stopped';
      readonly at: Instant;
      readonly as: 'stale' | 'frozen' | 'failed';
      readonly because: string;
      readonly found?: readonly (Json | undefined)[];
    }
  | { readonly kind: 'begun'; readonly at: Instant }
  | { readonly kind: 'writing'; readonly at: Instant; readonly target: number }
  | { readonly kind: 'written'; readonly at: Instant; readonly target: number }
  /** `wrote`: the cloud may have been changed all the same. */
  | {
      readonly kind: 'writeFailed';
      /** What is there since: neither the old value nor the new one, because only a part of the write was made. */
      readonly found?: Json;
      readonly at: Instant;
      readonly target: number;
      readonly wrote: boolean;
      readonly because: string;
    }
  | {
      readonly kind: 'looked';
      readonly at: Instant;
      readonly target: number;
      readonly passes: boolean;
      readonly because: string | null;
    }
  /** All targets were looked at once. */
  | { readonly kind: 'settled'; readonly at: Instant; readonly look: Look }
  | { readonly kind: 'undone'; readonly at: Instant; readonly by: string }
  | { readonly kind: 'reviewed'; readonly at: Instant; readonly by: Person; readonly reason: string }
  | { readonly kind: 'reviewOverdue'; readonly at: Instant };

export type StepRefusal =
  | 'planChanged'
  | 'selfApproval'
  | 'alreadyVoted'
  | 'expired'
  | 'notNow'
  | 'noQuorum'
  | 'outOfOrder';

export type Step =
  | { readonly ok: true; readonly next: Remediation }
  | { readonly ok: false; readonly refusal: StepRefusal };

const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();

/** A new request; with `breakGlass` it needs no vote and is reviewed afterwards. */
export function proposed(
  id: string,
  plan: Plan,
  by: Person,
  reason: string,
  at: Instant,
  clocks: Clocks,
  breakGlass = false,
): Remediation {
  return {
    id,
    plan,
    state: breakGlass ? 'approved' : 'proposed',
    requestedBy: by,
    reason,
    votes: [],
    targets: plan.targets.map(() => ({ step: 'pending', wrote: false, because: null })),
    looks: [],
    because: null,
    found: null,
    endedBy: null,
    proposedAt: at,
    approveBy: later(at, clocks.approveWithinMs),
    executeBy: breakGlass ? later(at, clocks.executeWithinMs) : null,
    undoUntil: null,
    approvedAt: breakGlass ? at : null,
    writtenAt: null,
    endedAt: null,
    lookAt: null,
    seenByScan: false,
    breakGlass: breakGlass
      ? { reviewBy: later(at, clocks.reviewWithinMs), reviewedBy: null, reviewedAt: null, overdue: false }
      : null,
    version: 1,
  };
}

/** A scan that comes by early does not stand in for the look that was promised. */
function nextLook(r: Remediation, { when }: Look, at: Instant, clocks: Clocks): Instant | null {
  if (when === 'scan') return r.lookAt;
  return when === 'now' ? later(at, clocks.lookAgainMs) : null;
}

const no = (refusal: StepRefusal): Step => ({ ok: false, refusal });

/** Whether it may be written at all: enough votes, or glass that was broken in the open. */
export const isEntitled = (r: Remediation): boolean => r.breakGlass !== null || hasQuorum(r);

/**
 * The life of a remediation, pure and total. Every answer is either the next row, to be stored before its effect runs, or
 * a refusal. Nothing reaches `writing` without its quorum, and no target reaches it twice.
 */
export function transition(r: Remediation, e: RemediationEvent, clocks: Clocks): Step {
  const go = (change: Partial<Remediation>): Step => ({
    ok: true,
    next: { ...r, ...change, version: r.version + 1 },
  });
  const target = (index: number, change: Partial<TargetState>) =>
    r.targets.map((t, i) => (i === index ? { ...t, ...change } : t));
  const ended = (change: Partial<Remediation>): Step => go({ ...change, endedAt: e.at });

  switch (e.kind) {
    case 'approved': {
      if (r.state !== 'proposed') return no('notNow');
      if (r.approveBy <= e.at) return no('expired');
      if (e.vote.hash !== r.plan.hash) return no('planChanged');
      if (e.vote.person === r.requestedBy.person) return no('selfApproval');
      if (r.votes.some((v) => v.person === e.vote.person)) return no('alreadyVoted');
      const votes = [...r.votes, e.vote];
      if (!hasQuorum({ ...r, votes })) return go({ votes });
      return go({
        votes,
        state: 'approved',
        approvedAt: e.at,
        executeBy: later(e.at, clocks.executeWithinMs),
      });
    }
    case 'denied':
      if (r.state !== 'proposed') return no('notNow');
      if (r.approveBy <= e.at) return no('expired');
      return ended({ state: 'denied', because: e.reason, endedBy: e.by });
    case 'withdrawn':
      if (r.state !== 'proposed' && r.state !== 'approved') return no('notNow');
      return ended({ state: 'withdrawn', because: e.reason, endedBy: e.by });
    case 'expired': {
      const late =
        (r.state === 'proposed' && r.approveBy <= e.at) ||
        (r.state === 'approved' && r.executeBy !== null && r.executeBy <= e.at);
      return late ? ended({ state: 'expired' }) : no('notNow');
    }
    case 'stopped': {
      if (!['proposed', 'approved', 'executing'].includes(r.state)) return no('notNow');
      if (r.targets.some((t) => t.step === 'writing')) return no('outOfOrder');
      const rest = r.targets.map((t): TargetState => (t.step === 'pending' ? { ...t, step: 'skipped' } : t));
      return ended({ state: e.as, because: e.because, found: e.found ?? null, targets: rest });
    }
    case 'begun':
      if (r.state !== 'approved') return no('notNow');
      if (!isEntitled(r)) return no('noQuorum');
      if (r.executeBy !== null && r.executeBy <= e.at) return no('expired');
      return go({ state: 'executing' });
    case 'writing': {
      if (r.state !== 'executing') return no('notNow');
      if (!isEntitled(r)) return no('noQuorum');
      if (r.targets[e.target]?.step !== 'pending') return no('outOfOrder');
      if (r.targets.some((t) => t.step === 'writing')) return no('outOfOrder');
      return go({ targets: target(e.target, { step: 'writing', wrote: true }) });
    }
    case 'written': {
      if (r.state !== 'executing' || r.targets[e.target]?.step !== 'writing') return no('outOfOrder');
      const targets = target(e.target, { step: 'written', wrote: true });
      const over = !targets.some((t) => t.step === 'pending');
      return go({
        targets,
        writtenAt: e.at,
        undoUntil: later(e.at, clocks.undoWithinMs),
        ...(over ? { state: 'verifying' as const } : {}),
      });
    }
    case 'writeFailed': {
      if (r.state !== 'executing' || r.targets[e.target]?.step !== 'writing') return no('outOfOrder');
      const { wrote, because, found } = e;
      const targets = target(e.target, { step: 'failed', wrote, because }).map(
        (t): TargetState => (t.step === 'pending' ? { ...t, step: 'skipped' } : t),
      );
      const anyWrote = targets.some((t) => t.wrote);
      return ended({
        state: 'failed',
        because,
        targets,
        found: found === undefined ? null : targets.map((_, i) => (i === e.target ? found : undefined)),
        ...(anyWrote ? { undoUntil: later(e.at, clocks.undoWithinMs), writtenAt: r.writtenAt ?? e.at } : {}),
      });
    }
    case 'looked': {
      const step = r.targets[e.target]?.step;
      if (!['executing', 'verifying', 'applied', 'unverified'].includes(r.state)) return no('notNow');
      if (step !== 'written' && step !== 'verified' && step !== 'unverified') return no('outOfOrder');
      return go({
        targets: target(e.target, { step: e.passes ? 'verified' : 'unverified', because: e.because }),
      });
    }
    case 'settled': {
      if (!['verifying', 'applied', 'unverified'].includes(r.state)) return no('notNow');
      if (r.targets.some((t) => t.step === 'written')) return no('outOfOrder');
      const passes = r.targets.every((t) => t.step === 'verified');
      const { look } = e;
      return go({
        state: passes ? 'applied' : 'unverified',
        because: passes ? null : (r.targets.find((t) => t.because !== null)?.because ?? null),
        looks: [...r.looks, look],
        lookAt: nextLook(r, look, e.at, clocks),
        seenByScan: r.seenByScan || look.when === 'scan',
        endedAt: r.endedAt ?? e.at,
      });
    }
    case 'undone':
      if (!r.targets.some((t) => t.wrote) || r.state === 'undone') return no('notNow');
      if (['proposed', 'approved', 'executing', 'verifying'].includes(r.state)) return no('notNow');
      return go({ state: 'undone', because: `undone by ${e.by}`, lookAt: null, endedAt: e.at });
    case 'reviewed':
      if (r.breakGlass === null || r.breakGlass.reviewedBy !== null) return no('notNow');
      if (e.by.person === r.requestedBy.person) return no('selfApproval');
      return go({ breakGlass: { ...r.breakGlass, reviewedBy: e.by, reviewedAt: e.at } });
    case 'reviewOverdue':
      if (r.breakGlass === null || r.breakGlass.reviewedBy !== null || r.breakGlass.overdue)
        return no('notNow');
      if (r.breakGlass.reviewBy > e.at) return no('notNow');
      return go({ breakGlass: { ...r.breakGlass, overdue: true } });
  }
}
