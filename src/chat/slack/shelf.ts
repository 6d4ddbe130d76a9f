import { randomBytes } from 'node:crypto';
import type { Message } from '../../domain/message.ts';
import { limits } from './limits.ts';

export interface Answer {
  readonly message: Message;
  /** The command that it answers. */
  readonly of: string | undefined;
}

/**
 * Private answers that may still be shared. The Share button carries only a name: what is shared is what was seen, asked
 * for again by nobody, and only by the one who saw it. As short-lived as the private message itself.
 */
export interface Shelf {
  put(user: string, answer: Answer): string;
  /** Takes it off: an answer is shared once. */
  take(id: string, user: string): Answer | null;
}

export function createShelf(now: () => number = Date.now, max = 500): Shelf {
  const kept = new Map<string, { readonly user: string; readonly answer: Answer; readonly until: number }>();
  return {
    put(user, answer) {
      const id = randomBytes(9).toString('base64url');
      kept.set(id, { user, answer, until: now() + limits.responseUrlMs });
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
