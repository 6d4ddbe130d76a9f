import { refusedWords } from '../../src/chat/views/refused.ts';
import {
  type Groups,
  mayApprove,
  mayDeny,
  mayUndo,
  mayWithdraw,
  type Refused,
} from '../../src/domain/authority.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { type FreezeState, freeze, neverFrozen, unfreeze } from '../../src/domain/freeze.ts';
import { type Actor, signature } from '../../src/domain/people.ts';
import type { Plan } from '../../src/domain/plan.ts';
import {
  proposed,
  type Remediation,
  type RemediationEvent,
  transition,
} from '../../src/domain/remediation.ts';
import type {
  FixAsk,
  Guided,
  Origin,
  Planned,
  Refusal,
  RemediationView,
  Services,
} from '../../src/engine/services.ts';
import { now } from './sample-findings.ts';
import { people } from './sample-people.ts';
import {
  clocks,
  planWith,
  groups as sampleGroups,
  states,
  targetOf,
  typicalPlan,
} from './sample-remediations.ts';

export interface DeskSamples {
  readonly views?: readonly RemediationView[];
  readonly planned?: Partial<Planned>;
  readonly guided?: true;
  /** What is there has changed since the plan was looked at. */
  readonly moved?: true;
  readonly frozen?: FreezeState;
  readonly window?: { readonly name: string; readonly until: string };
  readonly stepUp?: 'unavailable' | 'enrolled';
  readonly groups?: Groups;
  readonly drillFails?: true;
}

const clinicians = Object.values(people) as readonly Actor[];
const persons = (by: Origin) => ({ person: by.actor.person, by: signature(by.actor), name: by.actor.name });

/** The desks of guarded remediation in memory: they ask the same state machine and the same authority as the engine. */
export function sampleDesks(
  samples: DeskSamples,
  findingAt: (id: string) => Finding | undefined,
  done: string[],
): Pick<Services, 'remediations' | 'freeze' | 'stepUp' | 'drills'> {
  const { groups = sampleGroups } = samples;
  const views = new Map(
    (samples.views ?? [states['proposed'] as RemediationView]).map((v) => [v.remediation.id, v]),
  );
  let state = samples.frozen ?? neverFrozen;

  const whyOf = (deed: string, r: Remediation, actor: Actor): Refused | null => {
    const at = now.toISOString();
    if (deed === 'approve') return mayApprove(r, actor, groups, at);
    if (deed === 'deny') return mayDeny(r, actor, at);
    return deed === 'withdraw' ? mayWithdraw(r, actor) : mayUndo(r, actor, at);
  };
  const approversOf = (r: Remediation) =>
    clinicians.filter((a) => whyOf('approve', r, a) === null).map((a) => a.name);

  const planned = (plan: Plan, from: Origin): Planned => ({
    plan,
    blocked: null,
    approvers: clinicians
      .filter(
        (a) => a.standing === 'member' && a.roles.includes('approver') && a.person !== from.actor.person,
      )
      .map((a) => a.name),
    leftOut: [],
    already: null,
    ...samples.planned,
  });

  function planFor(ask: FixAsk, from: Origin): Planned | Guided | Refusal {
    const found = 'finding' in ask ? findingAt(ask.finding) : undefined;
    if ('finding' in ask && !found) return { refused: `There is no finding ${ask.finding}.` };
    if (found?.status === 'resolved') return { refused: `${found.handle} needs no fix: it is resolved.` };
    if (samples.guided && found)
      return {
        finding: found,
        because: null,
        guidance: {
          id: 'aws/s3/mfa-delete',
          title: 'Turn on MFA delete',
          cures: ['aws/s3/bucket-mfa-delete'],
          why: 'only the root user can turn it on',
          steps: ['Sign in as the root user.', 'Run put-bucket-versioning with the MFA device.'],
        },
      };
    return planned(found ? planWith([targetOf(found)]) : typicalPlan, from);
  }

  const keep = (r: Remediation, action: string, from: Origin, detail = {}) => {
    const before = views.get(r.id);
    const seq = 200 + done.length;
    const record = {
      seq,
      previous: '',
      hash: '',
      at: from.now.toISOString(),
      actor: signature(from.actor),
      action: `remediation.${action}`,
      subject: r.id,
      detail: { name: from.actor.name, ...detail },
    };
    views.set(r.id, {
      remediation: r,
      records: [...(before?.records ?? []), record],
      approvers: r.state === 'proposed' ? approversOf(r) : [],
      freeze: state,
    });
    done.push(`${action} ${r.id} by ${from.actor.name}`);
    return r;
  };

  function step(
    id: string,
    deed: 'approve' | 'deny' | 'withdraw' | null,
    event: (r: Remediation) => RemediationEvent,
    from: Origin,
  ) {
    const view = views.get(id);
    if (!view) return { refused: `There is no request ${id}.` };
    const r = view.remediation;
    const no = deed === null ? null : whyOf(deed, r, from.actor);
    if (no !== null) return { refused: refusedWords[no] };
    const e = event(r);
    const next = transition(r, e, clocks);
    if (!next.ok) return { refused: refusedWords[next.refusal] };
    return keep(next.next, e.kind, from, 'reason' in e ? { reason: e.reason } : {});
  }

  const request = (plan: Plan, reason: string, from: Origin, glass = false) =>
    keep(
      proposed('R-20', plan, persons(from), reason, from.now.toISOString(), clocks, glass),
      glass ? 'glassBroken' : 'proposed',
      from,
      { reason },
    );

  return {
    remediations: {
      plan: async (ask, from) => planFor(ask, from),
      async request(ask, how, from) {
        const outcome = planFor(ask, from);
        if (!('plan' in outcome)) return outcome;
        if (samples.moved || (how.plan !== undefined && !outcome.plan.hash.startsWith(how.plan)))
          return { moved: outcome };
        return request(outcome.plan, how.reason, from);
      },
      async breakGlass(ask, { reason }, from) {
        if (reason.length < 20)
          return { refused: 'Breaking the glass needs a reason of at least 20 characters.' };
        const outcome = planFor(ask, from);
        return 'plan' in outcome ? request(outcome.plan, reason, from, true) : outcome;
      },
      async approve(id, proof, from) {
        const r = views.get(id)?.remediation;
        if (r?.plan.tier.confirm && proof.confirm !== r.plan.targets[0].name.slice(-6))
          return { refused: 'What you typed is not the end of the name.' };
        if (r?.plan.tier.stepUp && proof.code !== '123456') return { refused: 'That code does not count.' };
        if (r && proof.plan !== undefined && !r.plan.hash.startsWith(proof.plan))
          return { refused: refusedWords.planChanged };
        const at = from.now.toISOString();
        return step(
          id,
          'approve',
          (x) => ({
            kind: 'approved',
            at,
            vote: {
              ...persons(from),
              groups: [],
              at,
              hash: x.plan.hash,
              proof: x.plan.tier.stepUp ? 'totp' : 'none',
            },
          }),
          from,
        );
      },
      deny: async (id, reason, from) =>
        step(
          id,
          'deny',
          () => ({ kind: 'denied', at: from.now.toISOString(), by: persons(from), reason }),
          from,
        ),
      withdraw: async (id, reason, from) =>
        step(
          id,
          'withdraw',
          () => ({ kind: 'withdrawn', at: from.now.toISOString(), by: persons(from), reason }),
          from,
        ),
      async planUndo(id, from) {
        const r = views.get(id)?.remediation;
        const no = r ? whyOf('undo', r, from.actor) : 'notOpen';
        if (!r || no !== null) return { refused: refusedWords[no ?? 'notOpen'] };
        const [first] = r.plan.targets;
        const plan = planWith([{ ...first, before: first.after, after: first.before }], {
          deed: 'undo',
          reverses: id,
          title: `Undo ${id}: turn on the bucket's public access block`,
        });
        return planned(plan, from);
      },
      async undo(id, how, from) {
        const outcome = await this.planUndo(id, from);
        if (!('plan' in outcome)) return outcome;
        return samples.moved ? { moved: outcome } : request(outcome.plan, how.reason, from);
      },
      review: async (id, reason, from) =>
        step(
          id,
          null,
          () => ({ kind: 'reviewed', at: from.now.toISOString(), by: persons(from), reason }),
          from,
        ),
      async recheck(id, from) {
        const found = findingAt(id);
        if (!found) return { refused: `There is no finding ${id}.` };
        done.push(`rechecked ${found.handle} by ${from.actor.name}`);
        return found;
      },
      async get(id) {
        const view = views.get(id);
        return view ? { ...view, freeze: samples.frozen ?? view.freeze } : null;
      },
      async waiting(actor) {
        const all = [...views.values()].map((v) => v.remediation);
        return {
          mine: all.filter((r) => whyOf('approve', r, actor) === null),
          asked: all.filter((r) => r.requestedBy.person === actor.person),
        };
      },
      async find() {
        const all = [...views.values()].map((v) => v.remediation);
        return { total: all.length, remediations: all };
      },
      fixable: (check) =>
        check.startsWith('aws/s3/') ? 'write' : check.includes('root-mfa') ? 'steps' : null,
      why(deed, r, actor) {
        const refused = whyOf(deed, r, actor);
        return refused === null ? null : { refused, says: refusedWords[refused] };
      },
    },
    freeze: {
      state: async () => state,
      window: () => samples.window ?? null,
      async on(reason, from) {
        const next = freeze(state, persons(from), reason, from.now.toISOString());
        if (!next.ok) return { refused: 'Every change is stopped already.' };
        done.push(`freeze on by ${from.actor.name}`);
        state = next.next;
        return state;
      },
      async off(reason, from) {
        const next = unfreeze(state, persons(from), reason, from.now.toISOString());
        if (!next.ok)
          return {
            refused:
              next.refusal === 'needsAnother'
                ? 'You asked to restart already: another person must agree.'
                : 'Nothing is stopped.',
          };
        done.push(`${next.did} by ${from.actor.name}`);
        state = next.next;
        return state;
      },
    },
    stepUp: {
      available: samples.stepUp !== 'unavailable',
      async enrol(from, code) {
        if (samples.stepUp === 'enrolled' && code !== '123456')
          return { refused: 'You have an authenticator app set up already.' };
        done.push(`enrolled ${from.actor.name}`);
        return { setupKey: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', png: 'iVBORw0KGgo=' };
      },
      confirm: async (code) =>
        code === '123456'
          ? { confirmed: true }
          : { refused: 'That code does not count. Wait for the next one.' },
      enrolled: async () => samples.stepUp === 'enrolled',
      async reset(person, from) {
        if (person === from.actor.person) return { refused: 'Another admin must do this for you.' };
        done.push(`reset ${person} by ${from.actor.name}`);
        return { reset: true };
      },
    },
    drills: {
      async run(from) {
        done.push(`drill by ${from.actor.name}`);
        return {
          at: from.now.toISOString(),
          seq: 512,
          steps: [
            { name: 'Self-approval', held: true, says: 'the requester was refused' },
            { name: 'Expired approval', held: true, says: 'nothing was written after its time' },
            {
              name: 'Moved state',
              held: samples.drillFails !== true,
              says: 'what was there had changed',
            },
            { name: 'Kill switch', held: true, says: 'nothing was written while it was on' },
          ],
        };
      },
    },
  };
}
