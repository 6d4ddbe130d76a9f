import { tendAttestations } from '../engine/attestations.ts';
import type { Engine } from '../engine/context.ts';
import { tend } from '../engine/reminders.ts';
import { reap } from './this-process.ts';

const everyMs = 60_000;
const dayMs = 86_400_000;

/** Looks, now and each minute, after what time alone brings: what lapses, what is due, what is old. Answers its end. */
export function keepTending(engine: Engine, watch: () => Promise<void>): () => void {
  const { log, now, store } = engine;
  const daysAgo = (days: number) => new Date(now().getTime() - days * dayMs).toISOString();
  const care = () => {
    watch().catch((error) =>
      log.warn({ err: error }, 'who can approve could not be read; looked at again in a minute'),
    );
    tend(engine).catch((error) =>
      log.error({ err: error }, 'lapsing and reminders failed; tried again in a minute'),
    );
    tendAttestations(engine).catch((error) =>
      log.error({ err: error }, 'attestations could not be looked at; tried again in a minute'),
    );
    // A process that was killed, or whose host is gone, would keep every later scan from beginning.
    reap(store, log, now()).catch((error) =>
      log.warn({ err: error }, 'scans of dead processes could not be looked for'),
    );
    store.deliveries
      .prune(daysAgo(7))
      .catch((error) => log.warn({ err: error }, 'old deliveries could not be pruned'));
    store.conversations
      .prune(daysAgo(90))
      .catch((error) => log.warn({ err: error }, 'notes of old messages could not be pruned'));
  };
  const timer = setInterval(care, everyMs);
  care();
  return () => clearInterval(timer);
}
