import { Cancelled } from '../../../domain/errors.ts';

/** The answers, and the refusals: those matter only where the answers alone do not decide. */
export interface Gathered<V> {
  readonly answers: readonly V[];
  readonly refusals: readonly unknown[];
}

/** Asks each, and lets one refusal not hide what the others said. */
export async function gather<T, V>(each: readonly T[], ask: (one: T) => Promise<V>): Promise<Gathered<V>> {
  const settled = await Promise.allSettled(each.map(ask));
  const refusals = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  const cancelled = refusals.find((error) => error instanceof Cancelled);
  if (cancelled) throw cancelled;
  return { answers: settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])), refusals };
}

/** "No trail does" may only be said when every trail answered. */
export function unlessRefused(...gathered: readonly Gathered<unknown>[]): void {
  for (const { refusals } of gathered) if (refusals.length > 0) throw refusals[0];
}
