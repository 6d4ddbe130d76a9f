import type { OutboxItem, Store } from '../domain/store.ts';
import type { Log } from './context.ts';
import { attempt, type Carrier, trace } from './outbox/attempt.ts';
import { backOffMs, decide, type Move } from './outbox/decide.ts';
import { createPacer, type Pace, usualPace } from './outbox/pace.ts';

export interface Outbox {
  start(): Promise<void>;
  /** Something was queued: look at once. Call it after the commit. */
  wake(): void;
  /** Delivers what can be delivered now, and returns when nothing is left that could. */
  drain(): Promise<void>;
  /** Begins nothing more, and finishes what is under way. */
  stop(): Promise<void>;
  depth(): Promise<number>;
}

export interface OutboxParts {
  readonly store: Pick<Store, 'outbox' | 'transaction'>;
  /** Read anew each time: chats may be added before the start. What no chat here carries is left to other processes. */
  readonly adapters: readonly Carrier[];
  readonly log: Log;
  readonly now?: () => Date;
  /** Runs `work` later; the answer cancels it. */
  readonly after?: (ms: number, work: () => void) => () => void;
  readonly random?: () => number;
  readonly pace?: Partial<Pace>;
  /** How long a message that is said to be on its way, and is not there, may still arrive: longer than any call. */
  readonly graceMs?: number;
}

const pollMs = 1000;
const doubtEveryMs = 30_000;
const batch = 500;
const atOnce = 8;
const drainMs = 30_000;

function later(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}

/**
 * The durable way out: what is queued is delivered in its channel's order, at the platform's pace, until it is delivered
 * or refused for good. An attempt whose end nobody heard is looked up before it is repeated.
 */
export function createOutbox(parts: OutboxParts): Outbox {
  const { store, adapters, log, now = () => new Date(), after = later, random = Math.random } = parts;
  const { graceMs = 20_000 } = parts;
  const pacer = createPacer({ ...usualPace, ...parts.pace });
  const flying = new Map<string, Promise<void>>();
  /** Since when each message has been seen in doubt. */
  const doubts = new Map<string, number>();
  let open = false;
  let turning: Promise<void> | null = null;
  let again = false;
  let cancel = () => {};
  let storeFailures = 0;
  let doubtsAt = 0;

  const carrierOf = (item: OutboxItem) => adapters.find(({ name }) => name === item.channel.platform);
  const facts = (item: OutboxItem) => ({
    item: item.id,
    kind: item.kind,
    channel: `${item.channel.platform}:${item.channel.team}:${item.channel.id}`,
    attempts: item.attempts,
  });

  async function record(item: OutboxItem, move: Move): Promise<void> {
    const at = now().toISOString();
    switch (move.move) {
      case 'sent':
        // Together: a message that was replaced must not be forgotten before its replacement is known.
        if (move.lost.length === 0) await store.outbox.sent(item.id, at, move.ref);
        else
          await store.transaction(async (tx) => {
            for (const ref of move.lost) await tx.outbox.forget(ref);
            await tx.outbox.sent(item.id, at, move.ref);
          });
        return;
      case 'retry':
        log.warn(
          { ...facts(item), notBefore: move.notBefore, because: move.because },
          'a message will be tried again',
        );
        return store.outbox.retry(item.id, move.notBefore, move.because);
      case 'fail':
        log.error({ ...facts(item), because: move.because }, 'a message was given up');
        return store.outbox.fail(item.id, at, move.because);
    }
  }

  async function deliver(due: OutboxItem, carrier: Carrier): Promise<void> {
    const item = await store.outbox.claim(due.id, now().toISOString());
    if (!item) return;
    const outcome = await attempt(item, carrier, store);
    // Counted from the answer: when within the call the platform took it is not known.
    pacer.spend(item, now().getTime());
    await record(item, decide(outcome, item, now(), random()));
  }

  function launch(item: OutboxItem, work: Promise<void>): void {
    const flight = work
      .catch((error: unknown) => {
        // A claimed item stays `sending`: the next look at what is in doubt finds out about it.
        log.error({ err: error, ...facts(item) }, 'the outbox could not keep its books');
        doubtsAt = Math.min(doubtsAt, now().getTime() + backOffMs(3, random()));
      })
      .finally(() => {
        flying.delete(item.id);
        wake();
      });
    flying.set(item.id, flight);
  }

  async function clear(item: OutboxItem, carrier: Carrier, sinceMs: number): Promise<void> {
    const at = now();
    // An edit may be made twice.
    if (item.kind === 'post') {
      const ref = await trace(item, carrier).catch((error: unknown) => {
        // Nobody can tell yet. It holds its place in the line until somebody can.
        log.warn({ err: error, ...facts(item) }, 'a message in doubt could not be looked up');
        return 'unknown' as const;
      });
      if (ref === 'unknown') return;
      // Not there yet: another process may be sending it at this moment.
      if (!ref && at.getTime() - sinceMs < graceMs) return;
      log.info({ ...facts(item), delivered: ref !== null }, 'a message in doubt was looked up');
      if (ref) return store.outbox.sent(item.id, at.toISOString(), ref);
    }
    await store.outbox.retry(item.id, at.toISOString(), 'its delivery was interrupted');
  }

  async function clearDoubts(nowMs: number): Promise<void> {
    const doubtful = (await store.outbox.inDoubt()).filter((item) => !flying.has(item.id));
    for (const id of doubts.keys()) if (!doubtful.some((item) => item.id === id)) doubts.delete(id);
    for (const item of doubtful) {
      const carrier = carrierOf(item);
      if (!carrier) continue;
      const sinceMs = doubts.get(item.id) ?? nowMs;
      doubts.set(item.id, sinceMs);
      launch(item, clear(item, carrier, sinceMs));
    }
    const every = doubts.size > 0 ? Math.min(graceMs, doubtEveryMs) : doubtEveryMs;
    doubtsAt = nowMs + Math.max(pollMs, every);
  }

  /** Begins what may begin; answers when to look again. */
  async function begin(): Promise<number> {
    const at = now();
    if (at.getTime() >= doubtsAt) await clearDoubts(at.getTime());
    let nextMs = pollMs;
    for (const item of await store.outbox.due(at.toISOString(), batch)) {
      const carrier = carrierOf(item);
      if (!carrier || flying.has(item.id)) continue;
      // Whoever lands first wakes the loop.
      if (flying.size >= atOnce || !open) break;
      const waitMs = pacer.waitMs(item, at.getTime());
      if (waitMs > 0) nextMs = Math.min(nextMs, waitMs);
      else {
        pacer.spend(item, at.getTime());
        launch(item, deliver(item, carrier));
      }
    }
    return nextMs;
  }

  async function turn(): Promise<void> {
    let nextMs = pollMs;
    try {
      nextMs = await begin();
      storeFailures = 0;
    } catch (error) {
      storeFailures++;
      nextMs = Math.max(pollMs, Math.min(30_000, backOffMs(storeFailures, random())));
      log.error({ err: error, storeFailures }, 'the outbox could not read what is due');
    }
    cancel();
    if (open) cancel = after(nextMs, wake);
  }

  function wake(): void {
    if (!open) return;
    if (turning) {
      again = true;
      return;
    }
    turning = turn().finally(() => {
      turning = null;
      if (!again) return;
      again = false;
      wake();
    });
  }

  const settled = async () => {
    while (turning || flying.size > 0) await Promise.all([turning, ...flying.values()]);
  };

  return {
    async start() {
      open = true;
      doubtsAt = 0;
      wake();
    },
    wake,
    async drain() {
      const until = now().getTime() + drainMs;
      while (open && now().getTime() < until) {
        wake();
        await settled();
        const left = (await store.outbox.due(now().toISOString(), batch)).filter((item) => carrierOf(item));
        if (left.length === 0) return;
        const waits = left.map((item) => pacer.waitMs(item, now().getTime()));
        await new Promise<void>((resolve) => after(Math.max(10, Math.min(...waits)), resolve));
      }
    },
    async stop() {
      open = false;
      cancel();
      await settled();
    },
    depth: () => store.outbox.depth(),
  };
}
