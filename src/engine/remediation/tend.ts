import type { Finding, Sighting } from '../../domain/finding.ts';
import type { Remediation } from '../../domain/remediation.ts';
import { isWhole } from '../../domain/scan.ts';
import type { Store } from '../../domain/store.ts';
import type { Engine } from '../context.ts';
import { move, NotMoved, publish } from './ledger.ts';

/** A glass that was broken and not reviewed in time is a finding of its own. */
export const reviewCheck = {
  id: 'bot/remediation/break-glass-review',
  title: 'Every change without a second person was reviewed within its time',
  severity: 'high',
  controls: ['164.308(a)(1)(ii)(D)', '164.312(b)'],
  kind: 'bot.remediation',
} as const;

export const sightingOf = (engine: Pick<Engine, 'provider'>, r: Remediation): Sighting => ({
  provider: engine.provider.name,
  account: r.plan.account,
  region: 'global',
  kind: reviewCheck.kind,
  checkId: reviewCheck.id,
  resource: r.id,
});

/** Tells the finding of an overdue review that it opened, or that the review has come. */
export async function tellReview(
  engine: Engine,
  tx: Store,
  r: Remediation,
  at: string,
  actor: string,
): Promise<Finding | null> {
  const event =
    r.breakGlass?.reviewedBy == null
      ? ({
          kind: 'failed',
          at,
          severity: reviewCheck.severity,
          because: `${r.id} was done by ${r.requestedBy.name} without a second person, and nobody has reviewed it`,
        } as const)
      : ({ kind: 'passed', at } as const);
  const { finding, change } = await tx.findings.apply(sightingOf(engine, r), event, actor);
  if (finding === null || change === null) return finding;
  await tx.audit.append({
    at,
    actor,
    action: `finding.${change}`,
    subject: finding.handle,
    detail: { check: finding.checkId, resource: finding.resource, severity: finding.severity },
  });
  if (change === 'new' || change === 'regressed') {
    const name = engine.accountNames.get(finding.account) ?? finding.account;
    for (const channel of engine.rules.alertChannels({ id: finding.account, name }))
      await tx.outbox.add({
        key: `review:${r.id}:${channel.id}`,
        channel,
        message: engine.notices.alert([finding], 0),
        at,
      });
  }
  return finding;
}

export async function reviewOverdue(engine: Engine, r: Remediation): Promise<void> {
  const at = engine.now().toISOString();
  await engine.store.transaction(async (tx) => {
    const next = await move(engine, tx, r, { kind: 'reviewOverdue', at }, 'system:time');
    await tellReview(engine, tx, next, at, 'system:time');
    await publish(engine, tx, next, at, [], 'reviewOverdue');
  });
  engine.wake();
}

/** What the first whole scan after the write says of it: the third look, by other eyes than the executor's. */
export async function seenByScan(engine: Engine): Promise<void> {
  const waiting = await engine.store.remediations.unseenByScan();
  if (waiting.length === 0) return;
  const results = await engine.store.scans.perAccount();
  for (const r of waiting) {
    const result = results.find((a) => a.id === r.plan.account);
    const scan = result && (await engine.store.scans.get(result.scan));
    if (!scan || r.writtenAt === null || scan.startedAt <= r.writtenAt) continue;
    if (!isWhole(scan.filter) && !scan.filter.accounts.length) continue;
    // An account that could not be opened was not looked at.
    if (result.refused !== undefined) continue;
    try {
      if (!(await wasSeen(engine, r, scan.startedAt))) continue;
      await engine.store.transaction((tx) => tellScan(engine, tx, r, scan.id));
    } catch (error) {
      // Another process has moved it on since it was listed; the next turn looks again.
      if (!(error instanceof NotMoved)) throw error;
    }
  }
  engine.wake();
}

/** Whether the scan answered for each of its findings: a question that stayed open says nothing. */
async function wasSeen(engine: Engine, r: Remediation, since: string): Promise<boolean> {
  for (const [index, { finding: fingerprint }] of r.plan.targets.entries()) {
    if (r.targets[index]?.wrote !== true) continue;
    const finding = await engine.store.findings.get(fingerprint);
    if (finding && finding.resolution !== 'gone' && finding.lastSeen < since) return false;
  }
  return true;
}

function foundInstead({ status, resolution, because }: Finding): string {
  if (status === 'open') return `found it again: ${because}`;
  return resolution === 'gone'
    ? 'found its resource gone, which is not a fix'
    : 'found that the question no longer arises, which is not a fix';
}

async function tellScan(engine: Engine, tx: Store, before: Remediation, scan: string): Promise<void> {
  const at = engine.now().toISOString();
  let r = before;
  for (const [index, target] of r.plan.targets.entries()) {
    const step = r.targets[index]?.step;
    if (r.plan.deed === 'undo' || (step !== 'verified' && step !== 'unverified')) continue;
    const finding = await tx.findings.get(target.finding);
    if (!finding) continue;
    // The change may itself be why the question no longer arises; then the look at it has seen so.
    const passes =
      finding.resolution === 'fixed' || (finding.resolution === 'notApplicable' && step === 'verified');
    const because = passes ? null : `the scan ${scan} ${foundInstead(finding)}`;
    r = await move(engine, tx, r, { kind: 'looked', at, target: index, passes, because }, 'system:scan');
  }
  const passes = r.targets.every((t) => t.step === 'verified');
  const says =
    r.plan.deed === 'undo'
      ? `the scan ${scan} came by, and the finding says what it saw`
      : `the scan ${scan} ${passes ? 'does not find it any more' : 'does not see it fixed'}`;
  const look = { at, when: 'scan', passes, says } as const;
  r = await move(engine, tx, r, { kind: 'settled', at, look }, 'system:scan');
  await publish(engine, tx, r, at, [], 'settled');
}
