import type { Api } from './api.ts';
import { failure, type Log } from './log.ts';
import { orPlainer } from './plainer.ts';
import type { Place, Replies } from './reply.ts';
import { respond } from './respond.ts';
import type { Answer, Shelf } from './shelf.ts';
import { signatureBlocks, signed } from './signed.ts';

export interface Sharing {
  share(place: Place, id: string): Promise<void>;
}

/** Turns a private answer into an open one, and takes the private one away. */
export function createSharing(api: Api, shelf: Shelf, replies: Replies, log: Log): Sharing {
  const post = (place: Place, { message, of }: Answer, url: string | undefined) =>
    orPlainer(message, { reserve: signatureBlocks, ...(of ? { of } : {}) }, async (rendered) => {
      const shown = signed(rendered, place.user);
      if (!url) return void (await api.post(place.channel, shown, { thread: place.thread }));
      const thread = place.thread ? { thread_ts: place.thread } : {};
      await respond(url, { ...shown, response_type: 'in_channel', replace_original: false, ...thread });
    });

  return {
    async share(place, id) {
      const answer = shelf.take(id, place.user);
      if (!answer)
        return replies.note(place, 'This answer is too old to share. Ask again, then share the new one.');
      const whole = { ...answer, message: await replies.complete(place, answer.message) };
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
