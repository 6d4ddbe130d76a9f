import { groupsOf, mayApprove, mayDeny, mayUndo, mayWithdraw, type Refused } from '../../domain/authority.ts';
import { type Actor, may, signature } from '../../domain/people.ts';
import { confirmationOf, type Plan } from '../../domain/plan.ts';
import { type Person, proposed, type Remediation, type RemediationEvent } from '../../domain/remediation.ts';
import { screen } from '../../domain/screen.ts';
import type { Store } from '../../domain/store.ts';
import type { Engine } from '../context.ts';
import type { Origin, PeopleDesk, Planned, Refusal, RemediationDesk, RemediationView } from '../services.ts';
import { type Proof, saysOfProof } from '../step-up-desk.ts';
import { accountNow } from './account-view.ts';
import { approversAmong, approversOf, couldApprove, personOf } from './approvers.ts';
import { ask, askUndo } from './ask.ts';
import { closed } from './gate.ts';
import { announce, move, NotMoved, publish, recordProposal } from './ledger.ts';
import type { MadePlan } from './make-plan.ts';
import { recheck } from './recheck.ts';
import { replan } from './replan.ts';
import { tellReview } from './tend.ts';
import { tellUrgently } from './urgent.ts';
import { refusalOf } from './words.ts';

/** Proves a second factor inside the transaction that keeps the vote. */
export type Prove = (tx: Store, person: string, code: string, at: Date) => Promise<Proof>;

export interface DeskParts {
  readonly engine: Engine;
  readonly people: Pick<PeopleDesk, 'members' | 'actor'>;
  readonly prove: Prove;
  /** Tells the executor that something may move. */
  wake(): void;
}

const planTimeoutMs = 60_000;
/** Two people who press at once: the second looks again. */
const tries = 5;

const missing = (id: string): Refusal => ({
  refused: `There is no remediation “${id}”. \`approvals\` lists the open ones.`,
});

const isRefusal = (x: object): x is Refusal => 'refused' in x;

/** Everything that people do to plans; the executor does the rest. */
export function createRemediationDesk({ engine, people, prove, wake }: DeskParts): RemediationDesk {
  const { store, rules } = engine;
  const { remediation: policy } = rules;
  const signal = () => AbortSignal.timeout(planTimeoutMs);

  /** Keeps the refusal of somebody who tried: a presser who may not is worth a record. */
  async function refused(
    tx: Pick<Store, 'audit'>,
    r: Remediation,
    because: Refused | string,
    from: Origin,
  ): Promise<void> {
    await tx.audit.append({
      at: from.now.toISOString(),
      actor: signature(from.actor),
      action: 'remediation.refused',
      subject: r.id,
      detail: { because, person: from.actor.person, name: from.actor.name },
    });
  }

  /** One deed of a person on one remediation, again from the start when somebody else was faster. */
  async function act(
    id: string,
    from: Origin,
    allowed: (r: Remediation) => Refused | null,
    does: (tx: Store, r: Remediation) => Promise<RemediationEvent | Refusal>,
    along?: (tx: Store, next: Remediation) => Promise<void>,
  ): Promise<Remediation | Refusal> {
    for (let n = 1; ; n++) {
      const r = await store.remediations.get(id);
      if (!r) return missing(id);
      const no = allowed(r);
      if (no !== null) {
        await refused(store, r, no, from);
        return { refused: refusalOf(no, r) };
      }
      const members = r.state === 'proposed' ? await people.members('approver') : [];
      try {
        const outcome = await store.transaction(async (tx) => {
          const fresh = await tx.remediations.get(r.id);
          if (fresh?.version !== r.version) throw new NotMoved('lost');
          const event = await does(tx, r);
          if ('refused' in event) {
            await refused(tx, r, event.refused, from);
            return event;
          }
          const next = await move(engine, tx, r, event, signature(from.actor));
          await along?.(tx, next);
          const left = approversAmong(engine, members, next);
          await publish(engine, tx, next, event.at, left, event.kind);
          return next;
        });
        engine.wake();
        wake();
        return outcome;
      } catch (error) {
        if (!(error instanceof NotMoved) || n === tries) throw error;
      }
    }
  }

  function blockedBy(plan: Plan, approvers: readonly string[], enough: boolean, from: Origin): string | null {
    const account = accountNow(engine, plan.account);
    const readOnly = account
      ? engine.provider.readOnly(account)
      : 'the account is not in the configuration any more';
    if (readOnly !== null) return `This is a plan only: ${readOnly}.`;
    if (approvers.length === 0)
      return `Nobody can approve this: it needs a person with the role approver who is not ${from.actor.name}.`;
    if (approvers.length < plan.tier.quorum)
      return `This needs ${plan.tier.quorum} approvers besides you, and only ${approvers.join(', ')} could.`;
    if (!enough)
      return `This needs two approvers from different groups, and ${approvers.join(', ')} are not.`;
    return null;
  }

  async function planned(made: MadePlan, from: Origin): Promise<Planned> {
    const { names: approvers, enough } = await couldApprove(engine, people, made.plan, from.actor);
    const open = await sameOpen(made.plan, from.now.toISOString());
    return {
      plan: made.plan,
      leftOut: made.leftOut,
      ...(made.others?.length ? { others: made.others } : {}),
      approvers,
      blocked: blockedBy(made.plan, approvers, enough, from),
      already: open?.id ?? null,
    };
  }

  /** One whose time is over is open no more, even if nobody has said so yet. */
  const isOpen = (r: Remediation, at: string) => r.state === 'proposed' && at < r.approveBy;

  async function sameOpen(plan: Plan, at: string): Promise<Remediation | null> {
    const touching = await store.remediations.touching(plan.targets.flatMap((t) => t.touches));
    return touching.find((r) => isOpen(r, at) && r.plan.hash === plan.hash) ?? null;
  }

  /**
   * Open requests for the same resources that this person's request may take the place of: their own, any for an approver,
   * and those that are stale in truth. Nobody else's votes are thrown away by asking for something else.
   */
  async function replaceable(plan: Plan, from: Origin): Promise<ReadonlySet<string>> {
    const out = new Set<string>();
    for (const old of await store.remediations.touching(plan.targets.flatMap((t) => t.touches))) {
      if (old.state !== 'proposed' || old.plan.hash === plan.hash) continue;
      const may =
        mayWithdraw(old, from.actor) === null || (await replan(engine, old, signal())).is === 'moved';
      if (may) out.add(old.id);
    }
    return out;
  }

  /** Keeps the request, in place of an older plan for the same resource; its card goes out with it. */
  async function propose(
    plan: Plan,
    reason: string,
    from: Origin,
    brokenGlass: boolean,
  ): Promise<Remediation | Refusal> {
    const at = from.now.toISOString();
    const by: Person = personOf(from.actor);
    const { names: approvers } = await couldApprove(engine, people, plan, from.actor);
    const everybody = brokenGlass ? await people.members('approver') : [];
    const reads = (p: Actor) => p.platform !== 'terminal' || from.channel.platform === 'terminal';
    if (brokenGlass && !everybody.some((p) => p.person !== by.person && reads(p)))
      return {
        refused: `Nothing was changed: nobody else could be told. Breaking the glass needs another person with the role approver whom the bot can reach.`,
      };
    const mayReplace = await replaceable(plan, from);
    const outcome = await store.transaction(async (tx): Promise<Remediation | Refusal> => {
      if (brokenGlass) {
        const shut = await closed(engine, tx, from.now, true);
        if (shut) return { refused: `Nothing was changed: ${shut.because}.` };
      }
      const touching = await tx.remediations.touching(plan.targets.flatMap((t) => t.touches));
      const moving = touching.find((r) => r.state !== 'proposed');
      if (moving) return { refused: `${moving.id} is changing this resource now. Wait until it is over.` };
      const same = touching.find((r) => isOpen(r, at) && r.plan.hash === plan.hash);
      if (same && !brokenGlass) return same;
      for (const old of touching) {
        if (isOpen(old, at) && !mayReplace.has(old.id))
          return {
            refused: `${old.id}, which ${old.requestedBy.name} asked for, waits for the same resource. Say \`show ${old.id}\`: an approver can approve it, deny it or withdraw it.`,
          };
        const because = 'a newer plan for the same resource has taken its place';
        const event: RemediationEvent = isOpen(old, at)
          ? { kind: 'stopped', at, as: 'stale', because }
          : { kind: 'expired', at };
        const who = event.kind === 'expired' ? 'system:time' : by.by;
        const voided = await move(engine, tx, old, event, who);
        await publish(engine, tx, voided, at, [], event.kind);
      }
      const kept = await tx.remediations.add(
        (id) => proposed(id, plan, by, screen(reason).text, at, policy.clocks, brokenGlass),
        from.channel,
      );
      await recordProposal(tx, kept);
      await announce(engine, tx, kept, from.channel, brokenGlass ? [] : approvers);
      if (brokenGlass) {
        const why = kept.reason.replace(/(?<![.!?…])$/, '.');
        const hours = Math.round(policy.clocks.reviewWithinMs / 3_600_000);
        const says = `${by.name} broke the glass: ${kept.id} changes ${plan.targets[0].name} without a second person. Reason given: ${why} Review it within ${hours} hours: \`review ${kept.id} because …\`.`;
        await tellUrgently(engine, tx, everybody, by.person, `glass:${kept.id}`, says, at);
      }
      return kept;
    });
    engine.wake();
    if (brokenGlass) wake();
    return outcome;
  }

  async function request(
    made: MadePlan,
    how: { readonly reason: string; readonly plan?: string },
    from: Origin,
  ): Promise<Remediation | { readonly moved: Planned } | Refusal> {
    if (!may(from.actor, 'responder')) return { refused: 'You need the role responder to ask for a fix.' };
    const now = await planned(made, from);
    if (how.plan !== undefined && !made.plan.hash.startsWith(how.plan.toLowerCase())) return { moved: now };
    if (now.blocked !== null) return { refused: now.blocked };
    return propose(made.plan, how.reason, from, false);
  }

  async function view(r: Remediation): Promise<RemediationView> {
    return {
      remediation: r,
      records: await store.audit.about(r.id),
      approvers: await approversOf(engine, people, r),
      freeze: await store.freezes.get(),
    };
  }

  /** Why a review is refused, in its own words. */
  function reviewRefused(r: Remediation, actor: Actor): string | null {
    if (r.breakGlass === null)
      return `${r.id} was approved by a second person, so there is nothing to review.`;
    const { reviewedBy } = r.breakGlass;
    if (reviewedBy !== null) return `${reviewedBy.name} has reviewed ${r.id} already.`;
    return r.requestedBy.person === actor.person
      ? `You broke the glass for ${r.id}, so somebody else reviews it.`
      : null;
  }

  return {
    async plan(what, from) {
      const made = await ask(engine, what, signal());
      return 'plan' in made ? planned(made, from) : made;
    },

    async request(what, how, from) {
      const made = await ask(engine, what, signal());
      return 'plan' in made ? request(made, how, from) : made;
    },

    async breakGlass(what, { reason, code }, from) {
      const least = policy.breakGlassMinReason;
      if (!may(from.actor, 'approver')) return { refused: 'You need the role approver to break the glass.' };
      if (reason.trim().length < least)
        return {
          refused: `Breaking the glass needs a reason of at least ${least} characters; yours has ${reason.trim().length}.`,
        };
      const made = await ask(engine, what, signal());
      if (!('plan' in made)) return made;
      const account = accountNow(engine, made.plan.account);
      const readOnly = account
        ? engine.provider.readOnly(account)
        : 'the account is not in the configuration any more';
      if (readOnly !== null) return { refused: `Nothing was changed: ${readOnly}.` };
      if (made.plan.tier.stepUp) {
        if (!code)
          return {
            refused:
              'This tier needs a one-time code also for breaking the glass: `break-glass F-… code:… because …`.',
          };
        const proof = await store.transaction((tx) => prove(tx, from.actor.person, code, from.now));
        if (proof !== 'proved') return { refused: saysOfProof[proof] };
      }
      return propose(made.plan, reason, from, true);
    },

    approve: (id, { plan, confirm, code }, from) =>
      act(
        id,
        from,
        (r) => mayApprove(r, from.actor, policy.groups, from.now.toISOString()),
        async (tx, r) => {
          const { tier, hash } = r.plan;
          if (plan !== undefined && !hash.startsWith(plan.toLowerCase()))
            return {
              refused: `${r.id} is another plan than the one that you looked at. Say \`show ${r.id}\`.`,
            };
          const shut = await closed(engine, tx, from.now, false);
          if (shut) return { refused: `${r.id} cannot be approved now: ${shut.because}.` };
          if (tier.confirm && confirm?.trim() !== confirmationOf(r.plan))
            return {
              refused: `${confirm === undefined ? '' : 'That is not it. '}Type the last six characters of the name ${r.plan.targets[0].name}, as they stand there, to approve ${r.id}: \`approve ${r.id} confirm:"…"\`.`,
            };
          if (tier.stepUp) {
            if (!code)
              return { refused: `${r.id} needs a one-time code from your app: \`approve ${r.id} code:…\`.` };
            const proof = await prove(tx, from.actor.person, code, from.now);
            if (proof !== 'proved') return { refused: saysOfProof[proof] };
          }
          const vote = {
            ...personOf(from.actor),
            groups: groupsOf(policy.groups, from.actor.person),
            at: from.now.toISOString(),
            hash,
            proof: tier.stepUp ? ('totp' as const) : ('none' as const),
          };
          return { kind: 'approved', at: vote.at, vote };
        },
      ),

    deny: (id, reason, from) =>
      act(
        id,
        from,
        (r) => mayDeny(r, from.actor, from.now.toISOString()),
        async () => ({
          kind: 'denied',
          at: from.now.toISOString(),
          by: personOf(from.actor),
          reason: screen(reason).text,
        }),
      ),

    withdraw: (id, reason, from) =>
      act(
        id,
        from,
        (r) => mayWithdraw(r, from.actor),
        async () => ({
          kind: 'withdrawn',
          at: from.now.toISOString(),
          by: personOf(from.actor),
          reason: screen(reason).text,
        }),
      ),

    async planUndo(id, from) {
      const original = await store.remediations.get(id);
      if (!original) return missing(id);
      const no = mayUndo(original, from.actor, from.now.toISOString());
      if (no !== null) return { refused: refusalOf(no, original, 'responder') };
      const made = await askUndo(engine, original, signal());
      return isRefusal(made) ? made : planned(made, from);
    },

    async undo(id, how, from) {
      const original = await store.remediations.get(id);
      if (!original) return missing(id);
      const no = mayUndo(original, from.actor, from.now.toISOString());
      if (no !== null) {
        await refused(store, original, no, from);
        return { refused: refusalOf(no, original, 'responder') };
      }
      const made = await askUndo(engine, original, signal());
      return isRefusal(made) ? made : request(made, how, from);
    },

    async review(id, reason, from) {
      const r = await store.remediations.get(id);
      const no = r && may(from.actor, 'approver') ? reviewRefused(r, from.actor) : null;
      if (no !== null) return { refused: no };
      return act(
        id,
        from,
        (r) => {
          if (!may(from.actor, 'approver')) return 'role';
          if (r.breakGlass === null || r.breakGlass.reviewedBy !== null) return 'notOpen';
          return r.requestedBy.person === from.actor.person ? 'selfApproval' : null;
        },
        async () => ({
          kind: 'reviewed',
          at: from.now.toISOString(),
          by: personOf(from.actor),
          reason: screen(reason).text,
        }),
        async (tx, next) => {
          await tellReview(engine, tx, next, from.now.toISOString(), signature(from.actor));
        },
      );
    },

    recheck: (finding, from) => recheck(engine, finding, from, signal()),

    async get(id) {
      const r = await store.remediations.get(id);
      return r && view(r);
    },

    async waiting(actor: Actor) {
      const { remediations } = await store.remediations.find({
        states: ['proposed', 'approved', 'executing', 'verifying'],
        limit: 200,
      });
      const { remediations: newest } = await store.remediations.find({ limit: 200 });
      const reviews = newest.filter((r) => r.breakGlass !== null && r.breakGlass.reviewedBy === null);
      const at = engine.now().toISOString();
      return {
        mine: [
          ...remediations.filter((r) => mayApprove(r, actor, policy.groups, at) === null),
          ...reviews.filter((r) => may(actor, 'approver') && reviewRefused(r, actor) === null),
        ],
        asked: remediations.filter((r) => r.requestedBy.person === actor.person),
      };
    },

    async find({ finding, ...query }) {
      const kept = finding === undefined ? null : await store.findings.get(finding);
      if (finding !== undefined && !kept) return { total: 0, remediations: [] };
      return store.remediations.find({ ...query, ...(kept ? { finding: kept.fingerprint } : {}) });
    },

    fixable(checkId) {
      if (engine.remedies.some((r) => r.cures.includes(checkId))) return 'write';
      return engine.guidances.some((g) => g.cures.includes(checkId)) ? 'steps' : null;
    },

    why(deed, r, actor) {
      const at = engine.now().toISOString();
      const no =
        deed === 'approve'
          ? mayApprove(r, actor, policy.groups, at)
          : deed === 'deny'
            ? mayDeny(r, actor, at)
            : deed === 'withdraw'
              ? mayWithdraw(r, actor)
              : mayUndo(r, actor, at);
      return no === null
        ? null
        : { refused: no, says: refusalOf(no, r, deed === 'undo' ? 'responder' : 'approver') };
    },
  };
}
