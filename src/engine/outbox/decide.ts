import type { Instant } from '../../domain/finding.ts';
import type { MessageRef } from '../../domain/message.ts';
import type { OutboxItem } from '../../domain/store.ts';

/** What came of one attempt, as the adapters say it. */
export type Outcome =
  | { readonly outcome: 'sent'; readonly ref: MessageRef | null }
  /** Posted anew because the messages in `lost` are gone. */
  | { readonly outcome: 'replaced'; readonly ref: MessageRef | null; readonly lost: readonly MessageRef[] }
  /** `afterMs` 0: not said how long; the waiting grows by itself. */
  | { readonly outcome: 'later'; readonly afterMs: number; readonly because: string }
  | { readonly outcome: 'refused'; readonly because: string }
  /** The adapter broke its promise and threw. */
  | { readonly outcome: 'broken'; readonly because: string };

export type Move =
  | { readonly move: 'sent'; readonly ref: MessageRef | null; readonly lost: readonly MessageRef[] }
  | { readonly move: 'retry'; readonly notBefore: Instant; readonly because: string }
  | { readonly move: 'fail'; readonly because: string };

const firstMs = 1000;
const longestMs = 5 * 60_000;
const leastMs = 200;
/** A message that breaks the adapter each time would hold up its channel for ever. */
const mostBroken = 12;

/** Exponential, with full jitter: many messages that fail together do not come back together. */
export function backOffMs(attempts: number, random: number): number {
  const most = Math.min(longestMs, firstMs * 2 ** Math.min(20, Math.max(0, attempts - 1)));
  return Math.max(leastMs, Math.floor(most * random));
}

export function decide(
  outcome: Outcome,
  item: Pick<OutboxItem, 'attempts'>,
  now: Date,
  random: number,
): Move {
  const later = (ms: number, because: string): Move => ({
    move: 'retry',
    notBefore: new Date(now.getTime() + ms).toISOString(),
    because,
  });
  switch (outcome.outcome) {
    case 'sent':
      return { move: 'sent', ref: outcome.ref, lost: [] };
    case 'replaced':
      return { move: 'sent', ref: outcome.ref, lost: outcome.lost };
    case 'later':
      return later(outcome.afterMs > 0 ? outcome.afterMs : backOffMs(item.attempts, random), outcome.because);
    case 'refused':
      return { move: 'fail', because: outcome.because };
    case 'broken':
      return item.attempts < mostBroken
        ? later(backOffMs(item.attempts, random), outcome.because)
        : { move: 'fail', because: outcome.because };
  }
}
