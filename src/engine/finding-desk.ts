import type { Finding, FindingEvent } from '../domain/finding.ts';
import type { Channel } from '../domain/message.ts';
import { signature } from '../domain/people.ts';
import { screen } from '../domain/screen.ts';
import type { Store } from '../domain/store.ts';
import type { Engine } from './context.ts';
import type { FindingDesk, Origin, Refusal } from './services.ts';

const dayMs = 86_400_000;

/** What people decide about findings. Each decision, its audit record and its messages commit together. */
export function createFindingDesk(engine: Engine): FindingDesk {
  const { store, notices } = engine;
  /** What strangers can reach is read before anything else that is as severe. */
  const exposing = engine.checks.filter((c) => c.exposes).map((c) => c.id);

  const missing = (id: string): Refusal => ({
    refused: `There is no finding "${id}". \`findings\` lists them with their ids.`,
  });

  /** Edits every card of the finding and says in its threads, or where it was asked, what happened. */
  async function publish(
    tx: Store,
    finding: Finding,
    change: 'acknowledged' | 'accepted' | 'assigned',
    from: Origin,
    seq: number,
  ) {
    const at = from.now.toISOString();
    const card = `finding:${finding.fingerprint}`;
    const history = await tx.findings.history(finding.fingerprint);
    await tx.outbox.updateCard(card, notices.findingCard(finding, history), at);
    const line = notices.findingChanged(finding, change, from.actor);
    const threads: Channel[] = (await tx.outbox.refs(card)).map((ref) => ({
      platform: ref.platform,
      team: ref.team,
      id: ref.channel,
      thread: ref.id,
    }));
    const here = from.source
      ? { ...from.channel, thread: from.channel.thread ?? from.source.id }
      : from.channel;
    const heard = threads.some(
      (t) => t.platform === here.platform && t.team === here.team && t.id === here.id,
    );
    for (const channel of heard ? threads : [...threads, from.channel]) {
      await tx.outbox.add({
        key: `said:${seq}:${channel.platform}:${channel.id}:${channel.thread ?? ''}`,
        channel,
        message: line,
        at,
      });
    }
  }

  async function decide(
    id: string,
    event: Extract<FindingEvent, { kind: 'acknowledged' | 'accepted' | 'assigned' }>,
    from: Origin,
  ): Promise<Finding | Refusal> {
    const actor = signature(from.actor);
    const outcome = await store.transaction(async (tx): Promise<Finding | Refusal> => {
      const before = await tx.findings.get(id);
      if (!before) return missing(id);
      if (before.status === 'resolved' && event.kind !== 'assigned') {
        const word = before.resolution === 'gone' ? 'its resource is gone' : 'it is resolved';
        return { refused: `${before.handle} needs no decision: ${word}.` };
      }
      const { finding } = await tx.findings.apply(before, event, actor);
      if (!finding) return missing(id);
      const { kind: _kind, at, by: _by, ...detail } = event;
      const record = await tx.audit.append({
        at,
        actor,
        action: `finding.${event.kind}`,
        subject: finding.handle,
        detail: { ...detail, check: finding.checkId, resource: finding.resource },
      });
      await publish(tx, finding, event.kind, from, record.seq);
      return finding;
    });
    engine.wake();
    return outcome;
  }

  return {
    find: (query) => store.findings.find({ ahead: exposing, ...query }),
    async get(id) {
      const finding = await store.findings.get(id);
      return finding ? { finding, history: await store.findings.history(finding.fingerprint) } : null;
    },
    async similar(id) {
      const typed = id.toUpperCase().replace(/^F-?/, '');
      const { findings } = await store.findings.find({ status: 'open', limit: 500 });
      const unlike = (handle: string) => [...handle.slice(2)].filter((c, i) => c !== typed[i]).length;
      return findings
        .map((f) => ({ handle: f.handle, distance: unlike(f.handle) }))
        .filter((f) => f.distance <= 2)
        .sort((a, b) => a.distance - b.distance)
        .slice(0, 3)
        .map((f) => f.handle);
    },
    counts: (accounts) => store.findings.counts(accounts),
    acknowledge: (id, { forMs, reason }, from) =>
      decide(
        id,
        {
          kind: 'acknowledged',
          at: from.now.toISOString(),
          by: signature(from.actor),
          reason: screen(reason).text,
          until: new Date(from.now.getTime() + forMs).toISOString(),
        },
        from,
      ),
    accept: (id, { until, reason, compensatingControl }, from) =>
      decide(
        id,
        {
          kind: 'accepted',
          at: from.now.toISOString(),
          by: signature(from.actor),
          reason: screen(reason).text,
          compensatingControl: screen(compensatingControl).text,
          until,
        },
        from,
      ),
    assign: (id, owner, from) =>
      decide(id, { kind: 'assigned', at: from.now.toISOString(), by: signature(from.actor), owner }, from),
    async share(id, from) {
      const outcome = await store.transaction(async (tx): Promise<Finding | Refusal> => {
        const finding = await tx.findings.get(id);
        if (!finding) return missing(id);
        const message = notices.findingCard(finding, await tx.findings.history(finding.fingerprint));
        const at = from.now.toISOString();
        const card = `finding:${finding.fingerprint}`;
        await tx.outbox.add({
          key: `share:${finding.handle}:${from.channel.id}:${at}`,
          channel: from.channel,
          message,
          card,
          at,
        });
        return finding;
      });
      engine.wake();
      return outcome;
    },
    dueAt: (finding) =>
      new Date(Date.parse(finding.openedAt) + engine.rules.dueDays[finding.severity] * dayMs).toISOString(),
  };
}
