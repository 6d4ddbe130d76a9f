import { randomBytes } from 'node:crypto';
import type { Message } from '../../domain/message.ts';
import type { Place } from './place.ts';

/** A private answer to something that was said where others read. */
export interface Answer {
  readonly message: Message;
  readonly of?: string | undefined;
  /** Where it was asked for, and is shown when it is shared. */
  readonly asked: Place;
}

/** Private answers that may still be shared, by who was answered. They stay with the bot, never in a button. */
export interface Shelf {
  put(user: string, answer: Answer): string;
  /** Takes it off: an answer is shared once. */
  take(id: string, user: string): Answer | null;
}

const livesMs = 30 * 60_000;

export function createShelf(now: () => number = Date.now, max = 500): Shelf {
  const kept = new Map<string, { readonly user: string; readonly answer: Answer; readonly until: number }>();
  return {
    put(user, answer) {
      const id = randomBytes(9).toString('base64url');
      kept.set(id, { user, answer, until: now() + livesMs });
      const oldest = kept.keys().next().value;
      if (kept.size > max && oldest !== undefined) kept.delete(oldest);
      return id;
    },
    take(id, user) {
      const found = kept.get(id);
      if (!found || found.user !== user) return null;
      kept.delete(id);
      return found.until > now() ? found.answer : null;
    },
  };
}
