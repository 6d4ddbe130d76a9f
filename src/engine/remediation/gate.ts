import type { Instant } from '../../domain/finding.ts';
import type { Store } from '../../domain/store.ts';
import type { Engine } from '../context.ts';

export interface Closed {
  readonly because: string;
}

/** The change freeze of the configuration that holds now. */
export function windowAt(engine: Pick<Engine, 'rules'>, at: Date): { name: string; until: Instant } | null {
  for (const window of engine.rules.remediation.windows) {
    const until = window.until(at);
    if (until !== null) return { name: window.name, until };
  }
  return null;
}

/**
 * Whether anything may be written at this moment. Breaking the glass passes a change freeze, and nothing passes the kill
 * switch. Read in the transaction that keeps the intent to write; a gate that cannot be read throws, and nothing is
 * written.
 */
export async function closed(
  engine: Pick<Engine, 'rules'>,
  tx: Pick<Store, 'freezes'>,
  at: Date,
  brokenGlass: boolean,
): Promise<Closed | null> {
  const { on, by, reason } = await tx.freezes.get();
  if (on)
    return { because: `${by?.name ?? 'Somebody'} has stopped every change: ${reason ?? 'no reason given'}` };
  const window = brokenGlass ? null : windowAt(engine, at);
  return window === null
    ? null
    : { because: `the change freeze “${window.name}” holds until ${window.until}` };
}
