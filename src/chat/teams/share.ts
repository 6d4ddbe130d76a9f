import type { Account } from './activity.ts';
import { failure, type Log } from './log.ts';
import type { Replies } from './replies.ts';
import type { Shelf } from './shelf.ts';

export interface Sharing {
  /** Shows a private answer where it was asked for; says what came of it. */
  share(id: string, user: Account): Promise<string>;
}

export const createSharing = (shelf: Shelf, replies: Pick<Replies, 'openly'>, log: Log): Sharing => ({
  async share(id, user) {
    const answer = shelf.take(id, user.id);
    if (!answer) return 'This answer is too old to share. Ask again, then share the new one.';
    try {
      const { message, of, asked } = answer;
      await replies.openly(asked, message, { shared: user.name ?? 'somebody', ...(of ? { of } : {}) });
      return 'The answer is shared where you asked for it.';
    } catch (error) {
      log.error({ ...failure(error) }, 'an answer could not be shared');
      return 'This could not be shared there. Add me to the team or chat, then try again.';
    }
  },
});
