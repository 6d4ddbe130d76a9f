import type { Engine } from './context.ts';

const remindBeforeMs = 24 * 3_600_000;

/**
 * Ends acknowledgements and acceptances whose date has come, and reminds a day before. Run every few minutes: time is
 * the only actor here, and each step happens once.
 */
export async function tend(engine: Engine): Promise<void> {
  const now = engine.now();
  const at = now.toISOString();
  const { store, notices } = engine;
  for (const finding of await store.findings.lapsing(at)) {
    await store.transaction(async (tx) => {
      const { finding: next, change } = await tx.findings.apply(
        finding,
        { kind: 'lapsed', at },
        'system:time',
      );
      if (!next || !change) return;
      const detail = { was: finding.triage.kind };
      await tx.audit.append({
        at,
        actor: 'system:time',
        action: 'finding.lapsed',
        subject: next.handle,
        detail,
      });
      const card = `finding:${next.fingerprint}`;
      await tx.outbox.updateCard(
        card,
        notices.findingCard(next, await tx.findings.history(next.fingerprint)),
        at,
      );
      for (const ref of await tx.outbox.refs(card)) {
        const channel = { platform: ref.platform, team: ref.team, id: ref.channel, thread: ref.id };
        const message = notices.findingChanged(next, 'lapsed', null);
        await tx.outbox.add({ key: `lapsed:${next.handle}:${at}:${ref.channel}`, channel, message, at });
      }
    });
  }
  const quietUntil = engine.rules.quietUntil(now);
  const hold = quietUntil === null ? {} : { holdUntil: quietUntil };
  const soon = new Date(now.getTime() + remindBeforeMs).toISOString();
  for (const finding of await store.findings.lapsing(soon)) {
    if (finding.triage.kind === 'untriaged' || finding.triage.until <= at) continue;
    const { until } = finding.triage;
    const name = engine.accountNames.get(finding.account) ?? finding.account;
    for (const channel of engine.rules.alertChannels({ id: finding.account, name })) {
      const key = `remind:${finding.fingerprint}:${until}:${channel.id}`;
      await store.outbox.add({ key, channel, message: notices.reminder(finding), at, ...hold });
    }
  }
  engine.wake();
}
