import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { ProcessMark, Store } from '../domain/store.ts';
import type { Log } from '../engine/context.ts';

export const thisProcess: ProcessMark = { host: hostname(), pid: process.pid, instance: randomUUID() };
const silentAfterMs = 2 * 60_000;

/** Whether the process that began a scan still lives. On another host only its heartbeat can tell. */
export function isAlive(mark: ProcessMark, lastBeat: string, now: Date): boolean {
  if (mark.instance === thisProcess.instance) return true;
  if (mark.host !== thisProcess.host) return now.getTime() - Date.parse(lastBeat) < silentAfterMs;
  if (mark.pid === thisProcess.pid) return false; // the pid was used again: by this process
  try {
    process.kill(mark.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Says in the ledger which scans a dead process left behind. Their findings stay as they were. */
export async function reap(store: Store, log: Log, now: Date): Promise<void> {
  const at = now.toISOString();
  const reaped = await store.transaction(async (tx) => {
    const scans = await tx.scans.reap(at, (mark, beat) => isAlive(mark, beat, now));
    for (const { id: subject } of scans) {
      await tx.audit.append({ at, actor: 'system:start', action: 'scan.interrupted', subject, detail: {} });
    }
    return scans;
  });
  for (const scan of reaped) {
    log.warn({ scan: scan.id }, 'a scan was interrupted: its process ended');
  }
}
