import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 10;

/** Polls until the answer is truthy and gives it back; otherwise fails with what there is. */
export async function until<T>(
  look: () => T | Promise<T>,
  ms: number,
  dump: () => string,
): Promise<NonNullable<Exclude<T, false | 0 | ''>>> {
  const end = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (found) return found as NonNullable<Exclude<T, false | 0 | ''>>;
    if (Date.now() >= end) throw new Error(`not so after ${ms} ms: ${look}\n${dump()}`);
    await sleep(POLL_MS);
  }
}
