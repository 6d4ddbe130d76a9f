import { randomBytes } from 'node:crypto';
import type { Message } from '../../domain/message.ts';
import { limits } from './limits.ts';

/**
 * Private answers that may still be shared. The Share button carries only a name: what is shared is what was seen, asked
 * for again by nobody, and only by the one who saw it. As short-lived as the private message itself.
 */
export interface Shelf {
  put(user: string, message: Message): string;
  /** Takes it off: an answer is shared once. */
  take(id: string, user: string): Message | null;
}

export function createShelf(now: () => number = Date.now, max = 500): Shelf {
  const kept = new Map<
    string,
    { readonly user: string; readonly message: Message; readonly until: number }
  >();
  return {
    put(user, message) {
      const id = randomBytes(9).toString('base64url');
      kept.set(id, { user, message, until: now() + limits.responseUrlMs });
      const oldest = kept.keys().next().value;
      if (kept.size > max && oldest !== undefined) kept.delete(oldest);
      return id;
    },
    take(id, user) {
      const found = kept.get(id);
      if (!found || found.user !== user) return null;
      kept.delete(id);
      return found.until > now() ? found.message : null;
    },
  };
}
