import { type Attestation, attestationKind, standingOf, type Topic, topics } from '../domain/attestation.ts';
import { dayOf } from '../domain/days.ts';
import type { Finding, Sighting } from '../domain/finding.ts';
import type { Store } from '../domain/store.ts';
import type { Engine } from './context.ts';

/** Attestations are the organization's, not one account's. */
export const organization = 'organization';

export const allTopics: readonly Topic[] = topics;
export const checkIdOf = (topic: string): string => `bot/attestation/${topic}`;

/** What there is to do about what no scan sees and no remedy mends; null: it is a finding about the cloud. */
export const byWordOnly = ({ kind, handle, resource }: Finding): string | null =>
  kind === attestationKind
    ? `No scan can see ${handle}, and nothing in the account cures it: an officer says that it was done, with \`attest ${resource}\`.`
    : null;

export const validDaysOf = (engine: Pick<Engine, 'rules'>, topic: Topic): number =>
  engine.rules.attestations.validDays[topic.id] ?? topic.validDays;

export const isAsked = (engine: Pick<Engine, 'rules'>, topic: string): boolean =>
  engine.rules.attestations.ask.includes(topic);

const sightingOf = (engine: Pick<Engine, 'provider'>, topic: Topic): Sighting => ({
  provider: engine.provider.name,
  account: organization,
  region: 'global',
  kind: attestationKind,
  checkId: checkIdOf(topic.id),
  resource: topic.id,
});

const because = (latest: Attestation | null): string =>
  latest === null
    ? 'nobody has said so yet'
    : `what ${latest.byName} said holds no longer since ${latest.until}`;

/**
 * Tells the finding of a topic how it stands. Asks nothing of the cloud: what was said is the evidence. A topic that is
 * not asked for any more closes its finding as no longer applying.
 */
export async function tellTopic(
  engine: Engine,
  tx: Store,
  topic: Topic,
  latest: Attestation | null,
  actor: string,
): Promise<Finding | null> {
  const now = engine.now();
  const at = now.toISOString();
  const open = await openFinding(tx, topic);
  const asked = isAsked(engine, topic.id);
  const holds = standingOf(latest, now).state === 'valid';
  const fails = asked && !holds;
  if (fails === (open !== null) && (!open || open.because === because(latest))) return null;
  const event = fails
    ? ({ kind: 'failed', at, severity: topic.severity, because: because(latest) } as const)
    : asked
      ? ({ kind: 'passed', at } as const)
      : ({ kind: 'notApplicable', at, because: 'nobody asks for it any more' } as const);
  const { finding, change } = await tx.findings.apply(sightingOf(engine, topic), event, actor);
  if (finding === null || change === null) return finding;
  await tx.audit.append({
    at,
    actor,
    action: `finding.${change}`,
    subject: finding.handle,
    detail: { check: finding.checkId, resource: finding.resource, severity: finding.severity },
  });
  return finding;
}

const openFinding = async (tx: Store, topic: Topic): Promise<Finding | null> => {
  const { findings } = await tx.findings.find({ checks: [checkIdOf(topic.id)], status: 'open', limit: 1 });
  return findings[0] ?? null;
};

/** Opens and closes findings as days pass, and reminds ahead of them. Run every minute: each step happens once. */
export async function tendAttestations(engine: Engine): Promise<void> {
  const { store, notices, rules } = engine;
  const now = engine.now();
  const at = now.toISOString();
  const said = new Map((await store.attestations.latest()).map((a) => [a.topic, a]));
  engine.accountNames.set(organization, 'the organization');
  const quietUntil = rules.quietUntil(now);
  const hold = quietUntil === null ? {} : { holdUntil: quietUntil };
  const places = rules.attestations.channel
    ? [rules.attestations.channel]
    : rules.alertChannels({ id: organization, name: organization });
  for (const topic of allTopics) {
    const latest = said.get(topic.id) ?? null;
    // Read again within: somebody may be saying it in another process at this moment.
    await store.transaction(async (tx) => {
      const [newest = null] = await tx.attestations.of(topic.id);
      return tellTopic(engine, tx, topic, newest, 'system:time');
    });
    if (!isAsked(engine, topic.id)) continue;
    const { state, daysLeft } = standingOf(latest, now);
    const rung =
      state === 'valid'
        ? (rules.attestations.remindDays.filter((d) => (daysLeft ?? 0) <= d).sort((a, b) => a - b)[0] ?? null)
        : 0;
    if (rung === null) continue;
    for (const channel of places) {
      // What nobody has said at all is asked for once a month, so that it is neither forgotten nor a daily noise.
      const since = latest?.until ?? dayOf(now).slice(0, 7);
      const key = `attest:${topic.id}:${since}:${rung}:${channel.id}`;
      await store.outbox.add({
        key,
        channel,
        message: notices.attestationDue(topic, latest, daysLeft),
        at,
        ...hold,
      });
    }
  }
  engine.wake();
}
