import { randomUUID } from 'node:crypto';
import { bySeverity } from '../domain/check.ts';
import type { Finding } from '../domain/finding.ts';
import type { Channel } from '../domain/message.ts';
import { signature } from '../domain/people.ts';
import type { Account } from '../domain/provider.ts';
import { everything, isWhole, type ScanFilter } from '../domain/scan.ts';
import { chooseAccounts, chooseChecks, chooseRegions } from './choose.ts';
import { accountsOf, discoverAccounts, type Engine, enabledChecks } from './context.ts';
import { runScan, sentence } from './run-scan.ts';
import type { Origin, ScanDesk, ScanProgress } from './services.ts';
import { named, worstFirst } from './worst.ts';

const editEveryMs = 3_000;
const alertsAtOnce = 5;
/** A channel gets a message for each account, but not for each of two hundred. */
const alertedAccounts = 10;

export interface Scanning extends ScanDesk {
  /**
   * A scan that nobody asked for in chat: the schedule's. Resolves when it is over; false where it is still to be made,
   * because a narrower one is running, another process is at one, or the bot stops.
   */
  scheduled(): Promise<boolean>;
  /** Resolves when no scan is running here. */
  settled(): Promise<void>;
  /** Cancels the running scan and waits for its last row. */
  stop(): Promise<void>;
}

/** Scans in the background of the chat: one at a time, with one message that is edited in place. */
export function createScanDesk(engine: Engine, nextAt: () => string | null = () => null): Scanning {
  let current: {
    id: string;
    filter: ScanFilter;
    cancel: AbortController;
    progress: ScanProgress | null;
    done: Promise<void>;
  } | null = null;
  let stopping = false;
  const { store, notices } = engine;
  const card = (id: string) => `scan:${id}`;

  async function announce(news: readonly Finding[], at: string, id: string): Promise<void> {
    const { alertAt } = engine.rules;
    if (alertAt === null) return;
    const loud = news.filter((f) => bySeverity(f.severity, alertAt) <= 0).toSorted(worstFirst(engine));
    const quietUntil = engine.rules.quietUntil(engine.now());
    const channels = new Map<string, { channel: Channel; byAccount: Map<string, readonly Finding[]> }>();
    for (const [account, findings] of Map.groupBy(loud, (f) => f.account)) {
      const name = engine.accountNames.get(account) ?? account;
      for (const channel of engine.rules.alertChannels({ id: account, name })) {
        const place = `${channel.platform} ${channel.team} ${channel.id}`;
        const told = channels.get(place) ?? { channel, byAccount: new Map() };
        told.byAccount.set(account, findings);
        channels.set(place, told);
      }
    }
    const add = async (findings: readonly Finding[], channel: Channel, key: string) => {
      // What is critical wakes people up; the rest waits for the end of the quiet hours.
      const waits = quietUntil !== null && findings.every((f) => f.severity !== 'critical');
      const message = notices.alert(
        findings.slice(0, alertsAtOnce),
        Math.max(0, findings.length - alertsAtOnce),
      );
      const hold = waits ? { holdUntil: quietUntil } : {};
      await store.outbox.add({ key: `${key}:${channel.id}`, channel, message, at, ...hold });
    };
    for (const { channel, byAccount } of channels.values()) {
      if (byAccount.size > alertedAccounts)
        await add([...byAccount.values()].flat().toSorted(worstFirst(engine)), channel, `alert:${id}`);
      else
        for (const [account, findings] of byAccount) await add(findings, channel, `alert:${id}:${account}`);
    }
  }

  /** Runs to the end; every state that people see is read from the ledger after the fact. */
  function launch(
    filter: ScanFilter,
    by: string,
    channel: Origin['channel'] | null,
    accounts: readonly Account[] = [],
  ): { id: string; done: Promise<void> } {
    const id = `S-${randomUUID().slice(0, 8)}`;
    const cancel = new AbortController();
    const run = { id, filter, cancel, progress: null as ScanProgress | null, done: Promise.resolve() };
    let shownAt = 0;
    const onProgress = (progress: ScanProgress) => {
      run.progress = progress;
      if (!channel || Date.now() - shownAt < editEveryMs) return;
      shownAt = Date.now();
      const at = engine.now().toISOString();
      store.outbox
        .updateCard(card(id), notices.scanProgress(progress), at)
        .then(engine.wake)
        .catch((error) => engine.log.warn({ err: error, scan: id }, 'progress could not be queued'));
    };
    run.done = (async () => {
      try {
        if (channel) {
          const at = engine.now().toISOString();
          const first: ScanProgress = {
            id,
            startedAt: at,
            resources: 0,
            calls: 0,
            accounts: accounts.map((a) => ({
              name: a.name,
              id: a.id ?? null,
              state: 'waiting',
              kindsDone: 0,
              kinds: 0,
              resources: 0,
              failing: 0,
              notAssessed: 0,
            })),
          };
          const message = notices.scanProgress(first);
          await store.outbox.add({ key: `scan:${id}:${channel.id}`, channel, message, card: card(id), at });
          engine.wake();
        }
        const outcome = await runScan(engine, { id, filter, by, signal: cancel.signal, onProgress });
        if ('refused' in outcome) {
          engine.log.warn({ scan: id, because: outcome.refused }, 'the scan did not start');
          const text = outcome.refused;
          await store.outbox.updateCard(
            card(id),
            { text, blocks: [{ kind: 'text', text }] },
            engine.now().toISOString(),
          );
          return;
        }
        const at = engine.now().toISOString();
        const { findings: open } = await store.findings.find({ status: 'open', limit: 500 });
        const standing = open.filter((f) => f.triage.kind !== 'accepted');
        const worst = named(engine, standing, 5);
        await store.outbox.updateCard(card(id), notices.scanEnded(outcome.scan, worst), at);
        if (outcome.scan.state === 'finished') await announce(outcome.news, at, id);
        engine.log.info({ scan: id, state: outcome.scan.state, calls: outcome.scan.calls }, 'scan ended');
      } catch (error) {
        engine.log.error({ err: error, scan: id }, 'the scan could not be kept');
      } finally {
        if (current?.id === id) current = null;
        engine.wake();
      }
    })();
    current = run;
    return { id, done: run.done };
  }

  return {
    async start(filter, from) {
      if (current)
        return {
          refused: `Scan ${current.id} is already running. \`scan cancel\` ends it; \`status\` shows it.`,
        };
      const checks = chooseChecks(enabledChecks(engine), filter);
      if ('refused' in checks) return checks;
      // A scan of everything finds its accounts out by itself; a name must be known before it can be refused.
      const short =
        filter.accounts.length > 0 ? await discoverAccounts(engine, AbortSignal.timeout(60_000)) : null;
      const accounts = chooseAccounts(accountsOf(engine), filter);
      if ('refused' in accounts)
        return short === null ? accounts : { refused: `${accounts.refused} ${sentence(short.message)}` };
      const regions = chooseRegions(filter);
      if ('refused' in regions) return regions;
      const elsewhere = (await store.scans.latest(1, 'running'))[0];
      if (current || elsewhere)
        return { refused: `Scan ${elsewhere?.id ?? ''} is already running. \`status\` shows it.` };
      return { id: launch(filter, signature(from.actor), from.channel, accounts.chosen).id };
    },
    async cancel(from) {
      if (!current) return { refused: 'No scan is running here.' };
      const { id, cancel, done } = current;
      const at = engine.now().toISOString();
      await store.audit.append({
        at,
        actor: signature(from.actor),
        action: 'scan.cancelRequested',
        subject: id,
        detail: {},
      });
      cancel.abort();
      await done;
      const scan = await store.scans.get(id);
      return scan ?? { refused: `Scan ${id} had not begun yet.` };
    },
    running: async () => (await store.scans.latest(1, 'running'))[0] ?? null,
    progress: () => current?.progress ?? null,
    latest: (n) => store.scans.latest(n),
    perAccount: () => store.scans.perAccount(),
    noLongerScanned: () => store.scans.noLongerScanned(),
    nextAt,
    async scheduled() {
      if (current && isWhole(current.filter)) {
        engine.log.warn({ scan: current.id }, 'the scheduled scan was left out: another is running');
        return true;
      }
      // One of another process may be all that a killed process left behind.
      if (current || stopping || (await store.scans.latest(1, 'running')).length > 0) return false;
      await launch(everything, 'system:schedule', null).done;
      return !stopping;
    },
    async settled() {
      await current?.done;
    },
    async stop() {
      stopping = true;
      current?.cancel.abort();
      await current?.done;
    },
  };
}
