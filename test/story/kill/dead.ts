import type { ProcessMark } from '../../../src/domain/store.ts';

/** Whether nobody runs under that number any more; all marks are of this machine. */
export function dead({ pid }: Pick<ProcessMark, 'pid'>): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}
