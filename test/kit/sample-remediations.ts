import { type AuditRecord, genesis, hashOf } from '../../src/domain/audit.ts';
import { groupsOf } from '../../src/domain/authority.ts';
import type { Json } from '../../src/domain/catalog.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { neverFrozen } from '../../src/domain/freeze.ts';
import { type Actor, signature } from '../../src/domain/people.ts';
import { hashOfPlan, type Plan, type Target } from '../../src/domain/plan.ts';
import {
  type Clocks,
  type Person,
  proposed,
  type Remediation,
  type RemediationEvent,
  transition,
} from '../../src/domain/remediation.ts';
import { verdictOf } from '../../src/domain/remedy.ts';
import type { Tier } from '../../src/domain/tier.ts';
import type { RemediationView } from '../../src/engine/services.ts';
import { breaks, harmless, uncertain } from '../../src/remedy.ts';
import { exposed, nasty, now, overfull } from './sample-findings.ts';
import { people } from './sample-people.ts';

const minute = 60_000;
export const clocks: Clocks = {
  approveWithinMs: 24 * 60 * minute,
  executeWithinMs: 60 * minute,
  undoWithinMs: 7 * 24 * 60 * minute,
  lookAgainMs: 15 * minute,
  reviewWithinMs: 24 * 60 * minute,
};

export const groups = { security: ['ravi'], clinic: ['olga'] } as const;

export const oneApproval: Tier = {
  name: 'standard',
  quorum: 1,
  distinctGroups: false,
  confirm: false,
  stepUp: false,
};
export const highest: Tier = {
  name: 'highest',
  quorum: 2,
  distinctGroups: true,
  confirm: true,
  stepUp: true,
};

export const targetOf = (f: Finding, over: Partial<Target> = {}): Target => ({
  finding: f.fingerprint,
  handle: f.handle,
  severity: f.severity,
  resource: f.resource,
  name: f.resource.split(':').at(-1) ?? f.resource,
  region: f.region,
  touches: [f.resource],
  before: {
    blockPublicAcls: false,
    ignorePublicAcls: true,
    blockPublicPolicy: false,
    restrictPublicBuckets: false,
  },
  after: {
    blockPublicAcls: true,
    ignorePublicAcls: true,
    blockPublicPolicy: true,
    restrictPublicBuckets: true,
  },
  calls: ['PutPublicAccessBlock'],
  consequences: [
    harmless('it hosts no website'),
    harmless('no CloudFront distribution reads from it'),
    breaks('the account 999988887777 reads it through its policy and would be refused'),
  ],
  ...over,
});

export function planWith(
  targets: readonly [Target, ...Target[]],
  over: Partial<Omit<Plan, 'hash' | 'targets'>> = {},
): Plan {
  const plan: Omit<Plan, 'hash'> = {
    deed: 'fix',
    reverses: null,
    provider: 'aws',
    account: '111122223333',
    check: 'aws/s3/bucket-public-access-block',
    remedy: 'aws/s3/bucket-public-access-block',
    title: "Turn on the bucket's public access block",
    kind: 'aws.s3.bucket',
    fact: 'publicAccessBlock',
    choice: null,
    risk: 'disruptive',
    reversibility: { undo: 'fully' },
    verdict: verdictOf(targets.flatMap((t) => t.consequences)),
    actions: ['s3:PutBucketPublicAccessBlock'],
    targets,
    tier: oneApproval,
    ...over,
  };
  return { ...plan, hash: hashOfPlan(plan) };
}

export const typicalPlan = planWith([targetOf(exposed)]);

/** Where nothing is set: fields appear, and undo takes them away. */
export const absentPlan = planWith([
  targetOf(exposed, { before: null, consequences: [uncertain('who reads it could not be told')] }),
]);

const statement = (i: number, principal: Json) => ({
  Sid: `Statement${i}`,
  Effect: 'Allow',
  Principal: principal,
  Action: ['s3:GetObject', 's3:ListBucket'],
  Resource: `arn:aws:s3:::clinic-imaging/${'prefix-'.repeat(12)}${i}`,
});
const policyOf = (statements: readonly Json[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

/** A bucket policy as large as S3 takes, of which one public statement is taken out and one added. */
export const policyPlan = planWith(
  [
    targetOf(exposed, {
      before: policyOf([...Array.from({ length: 80 }, (_, i) => statement(i, { AWS: '*' }))]),
      after: policyOf([
        ...Array.from({ length: 40 }, (_, i) => statement(i, { AWS: '*' })),
        { Sid: 'TlsOnly', Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' },
      ]),
      calls: ['PutBucketPolicy'],
    }),
  ],
  { title: 'Take the public statements out of the bucket policy', fact: 'policy', tier: highest },
);

const many = overfull.slice(0, 50).map((f, i) =>
  targetOf(f, {
    consequences: [
      i % 3
        ? harmless('it hosts no website')
        : breaks(`${nasty[i % nasty.length]} reads it ${'and so on '.repeat(30)}`),
    ],
  }),
);
/** As many resources as a cap allows, with names as an attacker or an accident makes them. */
export const overfullPlan = planWith(many as [Target, ...Target[]], { tier: highest });

const person = (a: Actor): Person => ({ person: a.person, by: signature(a), name: a.name });
const at = (minutes: number): string => new Date(now.getTime() + minutes * minute).toISOString();

export interface Story {
  readonly plan?: Plan;
  readonly id?: string;
  readonly by?: Actor;
  readonly reason?: string;
  readonly breakGlass?: boolean;
  /** Begun so many minutes before the moment of every sample. */
  readonly ago?: number;
}

type Did = (r: Remediation) => { readonly event: RemediationEvent; readonly actor: string };

const bot = 'system:remediation';
const deed =
  (minutes: number, actor: string, event: (r: Remediation, when: string) => RemediationEvent): Did =>
  (r) => ({ event: event(r, at(minutes)), actor });

export const did = {
  approved: (a: Actor, minutes = -50): Did =>
    deed(minutes, signature(a), (r, when) => ({
      kind: 'approved',
      at: when,
      vote: {
        ...person(a),
        groups: groupsOf(groups, a.person),
        at: when,
        hash: r.plan.hash,
        proof: r.plan.tier.stepUp ? 'totp' : 'none',
      },
    })),
  denied: (a: Actor, reason: string): Did =>
    deed(-50, signature(a), (_, when) => ({ kind: 'denied', at: when, by: person(a), reason })),
  withdrawn: (a: Actor, reason: string): Did =>
    deed(-50, signature(a), (_, when) => ({ kind: 'withdrawn', at: when, by: person(a), reason })),
  expired: (minutes: number): Did => deed(minutes, bot, (_, when) => ({ kind: 'expired', at: when })),
  stopped: (as: 'stale' | 'frozen' | 'failed', because: string, found?: readonly (Json | undefined)[]): Did =>
    deed(-49, bot, (_, when) => ({ kind: 'stopped', at: when, as, because, ...(found ? { found } : {}) })),
  begun: deed(-49, bot, (_, when) => ({ kind: 'begun', at: when })),
  writing: (target = 0): Did => deed(-49, bot, (_, when) => ({ kind: 'writing', at: when, target })),
  written: (target = 0): Did => deed(-48, bot, (_, when) => ({ kind: 'written', at: when, target })),
  writeFailed: (because: string, wrote: boolean, target = 0): Did =>
    deed(-48, bot, (_, when) => ({ kind: 'writeFailed', at: when, target, wrote, because })),
  looked: (passes: boolean, target = 0): Did =>
    deed(-47, bot, (_, when) => ({
      kind: 'looked',
      at: when,
      target,
      passes,
      because: passes ? null : 'blockPublicPolicy is off',
    })),
  settled: (passes: boolean, when: 'now' | 'later' | 'scan' = 'now', minutes = -47): Did =>
    deed(minutes, bot, (_, time) => ({
      kind: 'settled',
      at: time,
      look: { at: time, when, passes, says: passes ? 'the check passes' : 'blockPublicPolicy is off' },
    })),
  undone: (by: string): Did => deed(-10, bot, (_, when) => ({ kind: 'undone', at: when, by })),
  reviewed: (a: Actor): Did =>
    deed(-5, signature(a), (_, when) => ({
      kind: 'reviewed',
      at: when,
      by: person(a),
      reason: 'the exposure was real',
    })),
} as const;

/** The words of the ledger, as the engine keeps them. */
function actionOf(before: Remediation, next: Remediation, e: RemediationEvent): string {
  if (e.kind === 'approved' || e.kind === 'written') return `remediation.${e.kind}`;
  return `remediation.${before.state === next.state ? e.kind : next.state}`;
}

function detailOf(r: Remediation, e: RemediationEvent): Readonly<Record<string, unknown>> {
  const nth = (i: number) => ({ resource: r.plan.targets[i]?.resource, finding: r.plan.targets[i]?.handle });
  switch (e.kind) {
    case 'approved':
      return { person: e.vote.person, name: e.vote.name, plan: e.vote.hash, proof: e.vote.proof };
    case 'denied':
    case 'withdrawn':
      return { person: e.by.person, name: e.by.name, reason: e.reason };
    case 'expired':
      return { waitedFor: r.state === 'proposed' ? 'approval' : 'execution' };
    case 'stopped':
      return { as: e.as, because: e.because };
    case 'writing':
    case 'written':
      return nth(e.target);
    case 'writeFailed':
      return { ...nth(e.target), because: e.because, mayHaveWritten: e.wrote };
    case 'looked':
      return { ...nth(e.target), passes: e.passes, because: e.because };
    case 'settled':
      return { when: e.look.when, passes: e.look.passes, says: e.look.says };
    case 'undone':
      return { by: e.by };
    case 'reviewed':
      return { person: e.by.person, name: e.by.name, reason: e.reason };
    case 'begun':
    case 'reviewOverdue':
      return {};
  }
}

/** A request that went this way, with its records: made by the state machine itself, so that no sample is impossible. */
export function viewOf(story: Story, ...deeds: readonly Did[]): RemediationView {
  const { plan = typicalPlan, id = 'R-12', by = people.ann, breakGlass = false } = story;
  const reason = story.reason ?? 'the imaging bucket holds scans of patients';
  const start = at(-(story.ago ?? 60));
  let r = proposed(id, plan, person(by), reason, start, clocks, breakGlass);
  const records: AuditRecord[] = [];
  const keep = (action: string, when: string, actor: string, detail: Readonly<Record<string, unknown>>) => {
    const entry = {
      seq: records.length + 101,
      previous: records.at(-1)?.hash ?? genesis,
      at: when,
      actor,
      action,
      subject: id,
      detail,
    };
    records.push({ ...entry, hash: hashOf(entry) });
  };
  keep(breakGlass ? 'remediation.glassBroken' : 'remediation.proposed', start, signature(by), {
    name: by.name,
    reason,
  });
  for (const next of deeds) {
    const { event, actor } = next(r);
    const step = transition(r, event, clocks);
    if (!step.ok) throw new Error(`${event.kind} is refused in ${r.state}: ${step.refusal}`);
    keep(actionOf(r, step.next, event), event.at, actor, detailOf(r, event));
    r = step.next;
  }
  return {
    remediation: r,
    records,
    approvers: r.state === 'proposed' ? ['Ravi', 'Olga'] : [],
    freeze: neverFrozen,
  };
}

const approved = [did.approved(people.ravi)] as const;
const wrote = [...approved, did.begun, did.writing(), did.written()] as const;

/** One request in each state that a card can show. */
export const states: Readonly<Record<string, RemediationView>> = {
  proposed: viewOf({}),
  'proposed-of-two': {
    ...viewOf({ plan: planWith([targetOf(exposed)], { tier: highest }) }, did.approved(people.ravi)),
    approvers: ['Olga'],
  },
  approved: viewOf({}, ...approved),
  executing: viewOf({}, ...approved, did.begun, did.writing()),
  verifying: viewOf({}, ...wrote),
  applied: viewOf({}, ...wrote, did.looked(true), did.settled(true)),
  unverified: viewOf({}, ...wrote, did.looked(false), did.settled(false)),
  failed: viewOf(
    {},
    ...approved,
    did.begun,
    did.writing(),
    did.writeFailed('AWS did not answer in time', true),
  ),
  'failed-before-write': viewOf(
    {},
    ...approved,
    did.stopped('failed', 'the remediation role could not be assumed'),
  ),
  stale: viewOf(
    {},
    ...approved,
    did.stopped('stale', 'what is there is not what the plan was made for', [
      {
        blockPublicAcls: true,
        ignorePublicAcls: true,
        blockPublicPolicy: false,
        restrictPublicBuckets: false,
      },
    ]),
  ),
  denied: viewOf({}, did.denied(people.ravi, 'the patient portal reads it until Friday')),
  withdrawn: viewOf({}, did.withdrawn(people.ann, 'the lab moves first')),
  expired: viewOf({ ago: 25 * 60 }, did.expired(-50)),
  'expired-unexecuted': viewOf({ ago: 180 }, did.approved(people.ravi, -150), did.expired(-80)),
  frozen: {
    ...viewOf({}, ...approved, did.stopped('frozen', 'Olga has stopped every change: imaging misbehaves')),
    freeze: {
      on: true,
      by: person(people.olga),
      reason: 'imaging misbehaves',
      at: at(-49),
      restart: null,
      version: 1,
    },
  },
  undone: viewOf({}, ...wrote, did.looked(true), did.settled(true), did.undone('R-13')),
  'break-glass': viewOf(
    {
      breakGlass: true,
      by: people.ravi,
      reason: 'strangers are reading scans of patients at this very moment',
    },
    did.begun,
    did.writing(),
    did.written(),
    did.looked(true),
    did.settled(true),
  ),
  'break-glass-reviewed': viewOf(
    { breakGlass: true, by: people.ravi },
    did.begun,
    did.writing(),
    did.written(),
    did.looked(true),
    did.settled(true),
    did.reviewed(people.olga),
  ),
};
