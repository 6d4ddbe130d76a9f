import type { Message } from '../../domain/message.ts';
import type { Api } from './api.ts';
import { limits } from './limits.ts';
import { failure, type Log } from './log.ts';
import { orPlainer } from './plainer.ts';
import type { Place, Replies } from './reply.ts';
import { respond } from './respond.ts';
import type { Shelf } from './shelf.ts';
import { cutMarked } from './text.ts';
import type { Rendered } from './wire.ts';

/** Says who opened it to everybody. */
const signed = ({ text, blocks }: Rendered, user: string): Rendered => ({
  text: `${cutMarked(text, limits.messageText - 40)} (shared by <@${user}>)`,
  blocks: [
    ...blocks,
    { type: 'context', elements: [{ type: 'mrkdwn', text: `Shared by <@${user}>`, verbatim: true }] },
  ],
});

export interface Sharing {
  share(place: Place, id: string): Promise<void>;
}

/** Turns a private answer into an open one, and takes the private one away. */
export function createSharing(api: Api, shelf: Shelf, replies: Replies, log: Log): Sharing {
  const post = (place: Place, message: Message, url: string | undefined) =>
    orPlainer(message, { reserve: 1 }, async (rendered) => {
      const shown = signed(rendered, place.user);
      if (!url) return void (await api.post(place.channel, shown, { thread: place.thread }));
      const thread = place.thread ? { thread_ts: place.thread } : {};
      await respond(url, { ...shown, response_type: 'in_channel', replace_original: false, ...thread });
    });

  return {
    async share(place, id) {
      const message = shelf.take(id, place.user);
      if (!message)
        return replies.note(place, 'This answer is too old to share. Ask again, then share the new one.');
      const whole = await replies.complete(place, message);
      try {
        await post(place, whole, place.responseUrl).catch(() => post(place, whole, undefined));
      } catch (error) {
        log.error({ channel: place.channel, ...failure(error) }, 'an answer could not be shared');
        return replies.note(
          place,
          'This could not be shared here. Invite me to the channel, then try again.',
        );
      }
      if (!place.responseUrl) return;
      await respond(place.responseUrl, { delete_original: true }).catch((error: unknown) => {
        log.warn({ ...failure(error) }, 'the private answer could not be taken away');
      });
    },
  };
}
