import { setTimeout as wait } from 'node:timers/promises';

const everyMs = 10_000;
const mostTimes = 120;

/**
 * Waits until AWS tells of what it was told. Some settings come about minutes after the call was answered, and a look at once
 * would take them for not written. What takes longer, or cannot be asked, is left to whoever reads back.
 */
export async function until(
  signal: AbortSignal,
  isSo: () => Promise<boolean>,
  pauseMs: number = everyMs,
): Promise<void> {
  for (let times = 0; times < mostTimes; times++) {
    try {
      if (await isSo()) return;
    } catch (error) {
      if (signal.aborted) throw error;
      return;
    }
    await wait(pauseMs, undefined, { signal });
  }
}
