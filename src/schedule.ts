import { createTask, type ScheduledTask } from 'node-cron';
import type { Slots } from './domain/store.ts';
import type { Log } from './engine/context.ts';

/** A job with a time of its own. `run` gets the slot that it serves, and whether it comes late. */
export interface Job {
  readonly name: string;
  readonly cron: string;
  readonly timezone: string;
  run(slot: string, late: boolean): Promise<void>;
}

/** Thrown by a job that cannot serve its slot now: it is asked again in a minute, and after a restart. */
export class NotNow extends Error {}

export interface Schedule {
  start(): Promise<void>;
  stop(): Promise<void>;
  nextAt(job: string): string | null;
}

/** Later than this is late: a process that is merely busy is not. */
const lateAfterMs = 60_000;
/** A slot that could not be served is looked at again this often. */
const tryAgainMs = 60_000;
/** A timer may fire a moment early. */
const earlyMs = 1_000;

/**
 * Runs each job once per slot. The next slot is kept in the store before it comes, so that a slot missed while the
 * process was down is noticed at the next start and served late, once, however many were missed.
 */
export function createSchedule(jobs: readonly Job[], slots: Slots, log: Log, now: () => Date): Schedule {
  const tasks = new Map<string, ScheduledTask>();
  const running = new Set<Promise<void>>();
  const busy = new Set<string>();
  let again: NodeJS.Timeout | undefined;

  async function serve(job: Job): Promise<void> {
    const due = await slots.get(job.name);
    const at = now();
    const sinceDueMs = due === null ? Number.NEGATIVE_INFINITY : at.getTime() - Date.parse(due);
    if (due === null || sinceDueMs < -earlyMs) return;
    if (busy.has(job.name)) return;
    busy.add(job.name);
    const late = sinceDueMs > lateAfterMs;
    try {
      await job.run(due, late);
      await slots.set(job.name, nextOf(job));
    } catch (error) {
      if (error instanceof NotNow)
        log.info({ job: job.name, slot: due }, 'a scheduled job waits for its turn');
      else
        log.error(
          { err: error, job: job.name, slot: due },
          'a scheduled job failed; it is tried again in a minute',
        );
    } finally {
      busy.delete(job.name);
    }
  }

  function nextOf(job: Job): string {
    const next = tasks.get(job.name)?.getNextRun();
    if (!next) throw new Error(`the schedule of ${job.name} has no next run`);
    return next.toISOString();
  }

  const track = (work: Promise<void>) => {
    const kept = work
      .catch((error) =>
        log.error({ err: error }, 'the schedule could not look at its slots; it tries again in a minute'),
      )
      .finally(() => running.delete(kept));
    running.add(kept);
    return kept;
  };

  return {
    async start() {
      for (const job of jobs) {
        const task = createTask(job.cron, () => track(serve(job)), {
          timezone: job.timezone,
          noOverlap: true,
          name: job.name,
        });
        tasks.set(job.name, task);
        await task.start();
        if ((await slots.get(job.name)) === null) await slots.set(job.name, nextOf(job));
        track(serve(job));
      }
      again = setInterval(() => {
        for (const job of jobs) track(serve(job));
      }, tryAgainMs);
    },
    async stop() {
      clearInterval(again);
      for (const task of tasks.values()) await task.destroy();
      await Promise.allSettled(running);
    },
    nextAt: (name) => tasks.get(name)?.getNextRun()?.toISOString() ?? null,
  };
}
