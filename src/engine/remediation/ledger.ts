import type { Finding } from '../../domain/finding.ts';
import type { Channel } from '../../domain/message.ts';
import { type Remediation, type RemediationEvent, transition } from '../../domain/remediation.ts';
import type { Store } from '../../domain/store.ts';
import type { Engine } from '../context.ts';
import type { RemediationView } from '../services.ts';

export const cardOf = (r: Pick<Remediation, 'id'>): string => `remediation:${r.id}`;

/** What the ledger says of an event besides its name; never a secret, never a value that was written. */
function detailOf(r: Remediation, e: RemediationEvent): Readonly<Record<string, unknown>> {
  const { plan } = r;
  const nth = (index: number) => ({
    resource: plan.targets[index]?.resource,
    finding: plan.targets[index]?.handle,
  });
  switch (e.kind) {
    case 'approved': {
      const { person, name, groups, hash, proof } = e.vote;
      return { person, name, groups, plan: hash, proof };
    }
    case 'denied':
    case 'withdrawn':
      return { person: e.by.person, name: e.by.name, reason: e.reason };
    case 'expired':
      return { waitedFor: r.state === 'proposed' ? 'approval' : 'execution' };
    case 'stopped':
      return { as: e.as, because: e.because };
    case 'begun':
      return { plan: plan.hash };
    case 'writing':
    case 'written':
      return { ...nth(e.target), calls: plan.targets[e.target]?.calls };
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
    case 'reviewOverdue':
      return { reviewBy: r.breakGlass?.reviewBy };
  }
}

/** What each event leads to, as the ledger calls it: the state where that changes, else the event. */
function actionOf(before: Remediation, next: Remediation, e: RemediationEvent): string {
  if (e.kind === 'approved') return 'remediation.approved';
  if (e.kind === 'written') return 'remediation.written';
  return `remediation.${before.state === next.state ? e.kind : next.state}`;
}

/** The record of a proposal. */
export async function recordProposal(tx: Store, r: Remediation): Promise<void> {
  const { plan } = r;
  await tx.audit.append({
    at: r.proposedAt,
    actor: r.requestedBy.by,
    action: r.breakGlass ? 'remediation.glassBroken' : 'remediation.proposed',
    subject: r.id,
    detail: {
      deed: plan.deed,
      reverses: plan.reverses,
      plan: plan.hash,
      remedy: plan.remedy,
      check: plan.check,
      account: plan.account,
      resources: plan.targets.map((t) => t.resource),
      findings: plan.targets.map((t) => t.handle),
      tier: plan.tier.name,
      verdict: plan.verdict,
      person: r.requestedBy.person,
      name: r.requestedBy.name,
      reason: r.reason,
      ...(r.breakGlass ? { reviewBy: r.breakGlass.reviewBy } : { approveBy: r.approveBy }),
    },
  });
}

/** Somebody else changed it first, or it may not happen: nothing was kept. */
export class NotMoved extends Error {
  override readonly name = 'NotMoved';
  readonly refusal: string;
  constructor(refusal: string) {
    super(`the remediation did not move: ${refusal}`);
    this.refusal = refusal;
  }
}

/**
 * One step of a remediation, kept with its record in one transaction. If the record cannot be written, nothing moves, and
 * nothing that follows happens.
 */
export async function move(
  engine: Engine,
  tx: Store,
  r: Remediation,
  event: RemediationEvent,
  actor: string,
): Promise<Remediation> {
  const step = transition(r, event, engine.rules.remediation.clocks);
  if (!step.ok) throw new NotMoved(step.refusal);
  if (!(await tx.remediations.save(step.next))) throw new NotMoved('lost');
  await tx.audit.append({
    at: event.at,
    actor,
    action: actionOf(r, step.next, event),
    subject: r.id,
    detail: detailOf(r, event),
  });
  return step.next;
}

/** Of many resources the thread tells the first write; the card shows how far the rest has come. */
const isQuiet = (e: RemediationEvent['kind'], r: Remediation): boolean =>
  ['writing', 'looked', 'begun'].includes(e) ||
  (e === 'written' && r.targets.filter((t) => t.wrote).length > 1);

/** Edits the card wherever it stands. */
export async function redraw(
  engine: Engine,
  tx: Store,
  r: Remediation,
  at: string,
  approvers: readonly string[],
): Promise<RemediationView> {
  const records = await tx.audit.about(r.id);
  const view = { remediation: r, records, approvers, freeze: await tx.freezes.get() };
  await tx.outbox.updateCard(cardOf(r), engine.notices.remediationCard(view), at);
  return view;
}

/** A card says whether anything may be written now: moving the kill switch changes every card that waits. */
export async function redrawWaiting(
  engine: Engine,
  approversOf: (r: Remediation) => Promise<readonly string[]>,
  at: string,
): Promise<void> {
  const { store } = engine;
  const waiting = await store.remediations.find({ states: ['proposed', 'approved'], limit: 500 });
  for (const { id } of waiting.remediations) {
    const before = await store.remediations.get(id);
    const approvers = before === null ? [] : await approversOf(before);
    await store.transaction(async (tx) => {
      const r = await tx.remediations.get(id);
      // Whoever moved it meanwhile has drawn it anew.
      if (r !== null && r.version === before?.version) await redraw(engine, tx, r, at, approvers);
    });
  }
}

/** Edits the card wherever it stands, and adds one line to its thread. Read from the ledger, after the fact. */
export async function publish(
  engine: Engine,
  tx: Store,
  r: Remediation,
  at: string,
  approvers: readonly string[],
  event?: RemediationEvent['kind'],
): Promise<void> {
  const view = await redraw(engine, tx, r, at, approvers);
  const last = view.records.at(-1);
  if (last === undefined || (event !== undefined && isQuiet(event, r))) return;
  const message = engine.notices.remediationSaid(view);
  for (const ref of await tx.outbox.refs(cardOf(r))) {
    // A terminal has no threads: there the card says it all.
    if (ref.platform === 'terminal') continue;
    const channel: Channel = { platform: ref.platform, team: ref.team, id: ref.channel, thread: ref.id };
    await tx.outbox.add({ key: `said:${last.seq}:${ref.channel}:${ref.id}`, channel, message, at });
  }
}

/** Posts the card where it was asked for and where approvers read. */
export async function announce(
  engine: Engine,
  tx: Store,
  r: Remediation,
  origin: Channel,
  approvers: readonly string[],
): Promise<void> {
  const view = {
    remediation: r,
    records: await tx.audit.about(r.id),
    approvers,
    freeze: await tx.freezes.get(),
  };
  const message = engine.notices.remediationCard(view);
  const card = cardOf(r);
  const { channel } = engine.rules.remediation;
  const { thread: _thread, ...here } = origin;
  const places = channel && channel.id !== here.id ? [here, channel] : [here];
  for (const place of places) {
    const key = `remediation:${r.id}:${place.platform}:${place.id}`;
    await tx.outbox.add({ key, channel: place, message, card, at: r.proposedAt });
  }
}

/** What a look at a finding's resource says of the finding; its record and its card go along. */
export async function tellFinding(
  engine: Engine,
  tx: Store,
  fingerprint: string,
  seen: {
    readonly status: 'pass' | 'fail' | 'notApplicable' | 'unknown';
    readonly because?: string | undefined;
  },
  at: string,
  actor: string,
): Promise<Finding | null> {
  const before = await tx.findings.get(fingerprint);
  if (before === null || seen.status === 'unknown') return before;
  const because = seen.because ?? '';
  const event =
    seen.status === 'pass'
      ? ({ kind: 'passed', at } as const)
      : seen.status === 'fail'
        ? ({ kind: 'failed', at, severity: before.severity, because } as const)
        : ({ kind: 'notApplicable', at, because } as const);
  const { finding, change } = await tx.findings.apply(before, event, actor);
  if (finding === null) return before;
  if (change !== null)
    await tx.audit.append({
      at,
      actor,
      action: `finding.${change}`,
      subject: finding.handle,
      detail: { check: finding.checkId, resource: finding.resource, severity: finding.severity },
    });
  const history = await tx.findings.history(fingerprint);
  await tx.outbox.updateCard(`finding:${fingerprint}`, engine.notices.findingCard(finding, history), at);
  return finding;
}
