import type { Remediation } from '../../domain/remediation.ts';
import type { ProcessMark, Store } from '../../domain/store.ts';
import type { Engine } from '../context.ts';
import type { PeopleDesk } from '../services.ts';
import { carry, type Run } from './execute.ts';
import { NotMoved } from './ledger.ts';
import { reviewOverdue, seenByScan } from './tend.ts';

export interface Executor {
  /** Without it nothing is carried out here: a process that does not know the people leaves that to one that does. */
  start(): void;
  /** Something was approved: look at once. */
  wake(): void;
  /** Resolves when nothing moves here any more. */
  settled(): Promise<void>;
  /** One look at everything that is due; for tests and single commands. */
  turn(): Promise<void>;
  /** Begins nothing more; what is under way ends at its next step and goes on after the next start. */
  stop(): Promise<void>;
}

const everyMs = 5_000;
const atOnce = 4;
const leaseMs = 60_000;
const renewMs = 15_000;
const resourceMs = 10 * 60_000;

/** Another process carries this remediation on. */
class LostLease extends Error {
  override readonly name = 'LostLease';
}

/**
 * Carries approved plans out, one step at a time, each kept before its effect. Several processes may run it over one
 * store: a lease says whose a remediation is, and a fence refuses what an earlier holder does late.
 */
export function createExecutor(
  engine: Engine,
  people: Pick<PeopleDesk, 'actor'>,
  dead: (mark: ProcessMark) => boolean,
): Executor {
  const { store, log } = engine;
  const end = new AbortController();
  let open = false;
  let timer: NodeJS.Timeout | undefined;
  let beginning: Promise<void> | null = null;
  const running = new Map<string, Promise<void>>();
  /** Those that could not move: looked at again with the next tick, and not at once, over and over. */
  const resting = new Set<string>();
  let again = false;

  const owner = engine.process.instance;
  const after = (ms: number) => new Date(engine.now().getTime() + ms).toISOString();
  const take = (key: string, by: string, ms: number) =>
    store.leases.take({
      key,
      owner: by,
      process: engine.process,
      at: engine.now().toISOString(),
      until: after(ms),
      dead,
    });

  /** A run, and what keeps its leases while a write takes longer than they last. */
  function runOf(key: string, fence: number) {
    let held: { readonly keys: readonly string[]; readonly by: string } = { keys: [], by: '' };
    let renewing: Promise<unknown> = Promise.resolve();
    const keep = async () => {
      await take(key, owner, leaseMs);
      for (const resource of held.keys) await take(resource, held.by, resourceMs);
    };
    const renew = () => {
      renewing = renewing
        .then(keep)
        .catch((error) => log.warn({ err: error, lease: key }, 'a lease could not be renewed'));
    };
    const run: Run = {
      engine,
      people,
      signal: end.signal,
      async holds(tx: Store) {
        if (!(await tx.leases.holds(key, owner, fence))) throw new LostLease(`${key} was taken over`);
      },
      async hold(r: Remediation) {
        const arns = [...new Set(r.plan.targets.flatMap((t) => t.touches))].sort();
        const keys = arns.map((arn) => `resource:${arn}`);
        for (const resource of keys) {
          if ((await take(resource, r.id, resourceMs)) !== null) continue;
          await store.leases.release(r.id);
          log.info({ remediation: r.id }, 'a remediation waits: another one holds its resource');
          return false;
        }
        held = { keys, by: r.id };
        return true;
      },
      async letGo(r: Remediation) {
        held = { keys: [], by: '' };
        // What is being renewed would outlive its release.
        await renewing;
        await store.leases.release(r.id);
      },
    };
    return { run, renew, renewed: () => renewing };
  }

  /** Whether it came any further. Never throws: what went wrong is logged, and tried again later. */
  async function work(r: Remediation): Promise<boolean> {
    const key = `run:${r.id}`;
    const fence = await take(key, owner, leaseMs).catch((error: unknown) => {
      log.error({ err: error, remediation: r.id }, 'a lease could not be taken; tried again soon');
      return null;
    });
    if (fence === null) return false;
    const { run, renew, renewed } = runOf(key, fence);
    const renewal = setInterval(renew, renewMs);
    renewal.unref();
    try {
      // Read again under the lease: another process may have moved it since it was listed.
      const fresh = await store.remediations.get(r.id);
      if (!fresh) return false;
      const { breakGlass } = fresh;
      const at = engine.now().toISOString();
      if (
        breakGlass !== null &&
        breakGlass.reviewedBy === null &&
        !breakGlass.overdue &&
        breakGlass.reviewBy <= at
      )
        await reviewOverdue(engine, fresh);
      else return (await carry(run, fresh)).version > fresh.version;
      return true;
    } catch (error) {
      if (end.signal.aborted) return false;
      if (error instanceof LostLease || error instanceof NotMoved)
        log.info({ remediation: r.id, why: error.message }, 'a remediation was moved on by another');
      else
        log.error(
          { err: error, remediation: r.id },
          'a remediation could not be carried on; it is tried again',
        );
      return false;
    } finally {
      clearInterval(renewal);
      await renewed();
      await store.leases.release(owner, [key]).catch(() => {});
    }
  }

  /** Begins whatever is due and not under way, while there is room. What is long under way holds up nothing else. */
  async function begin(): Promise<void> {
    for (const r of await store.remediations.due(engine.now().toISOString())) {
      // What was done without a second person is never kept waiting by the rest.
      const room = r.breakGlass === null ? atOnce : atOnce + 1;
      const waits = running.has(r.id) || resting.has(r.id);
      if (end.signal.aborted || waits || running.size >= room) continue;
      const carried = work(r).then((moved) => {
        running.delete(r.id);
        if (!moved) resting.add(r.id);
        wake();
      });
      running.set(r.id, carried);
    }
    await seenByScan(engine);
  }

  function look(): Promise<void> {
    beginning ??= begin()
      .catch((error) =>
        log.error({ err: error }, 'what is to be carried out could not be read; tried again soon'),
      )
      .finally(() => {
        beginning = null;
        if (!again) return;
        again = false;
        wake();
      });
    return beginning;
  }

  function wake(): void {
    if (!open || end.signal.aborted) return;
    if (beginning) again = true;
    else look();
  }

  async function settled(): Promise<void> {
    while (beginning || running.size > 0) await Promise.all([beginning, ...running.values()]);
  }

  return {
    start() {
      open = true;
      timer = setInterval(() => {
        resting.clear();
        wake();
      }, everyMs);
      wake();
    },
    wake,
    async turn() {
      resting.clear();
      await look();
      await settled();
    },
    settled,
    async stop() {
      clearInterval(timer);
      end.abort();
      await settled();
    },
  };
}
