import { setTimeout as pause } from 'node:timers/promises';
import { isBusy } from './errors.ts';

/**
 * Tries again while another process holds the lock, for at most `waitMs`. It waits without blocking the event loop,
 * which SQLite's own busy handler would do.
 */
export async function withPatience<T>(waitMs: number, attempt: () => T): Promise<T> {
  const giveUpAt = performance.now() + waitMs;
  for (let pauseMs = 2; ; pauseMs = Math.min(pauseMs * 2, 50)) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= giveUpAt) throw error;
    }
    // Uneven pauses, so that two waiting processes do not keep meeting.
    await pause(pauseMs * (0.5 + Math.random()));
  }
}
