import type { webApi } from '@slack/bolt';
import type { Channel, Message, MessageRef } from '../../domain/message.ts';
import type { Delivery } from '../adapter.ts';
import type { Api, Posted } from './api.ts';
import { longAttachment, upload, withInline } from './files.ts';
import { conversation, marked } from './find.ts';
import type { Self } from './identity.ts';
import { failure, type Log } from './log.ts';
import { outcomeOf, refusal } from './outcome.ts';
import { orPlainer } from './plainer.ts';

export interface Posting {
  post(to: Channel, message: Message, key: string): Promise<Delivery>;
  update(ref: MessageRef, message: Message): Promise<Delivery>;
}

/** The outbox's hands: one call, and the word for what came of it. Nothing is tried again here but plainer blocks. */
export function createPosting(client: webApi.WebClient, api: Api, self: Self, log: Log): Posting {
  function failed(error: unknown, what: object): Delivery {
    const outcome = outcomeOf(error);
    if (outcome.outcome === 'refused')
      log.error({ ...what, ...failure(error) }, 'Slack refused a message for good');
    if (outcome.outcome === 'later') log.warn({ ...what, ...failure(error) }, 'a message must wait');
    return outcome;
  }

  async function hand(channel: string, thread: string, message: Message): Promise<void> {
    const file = longAttachment(message);
    if (!file) return;
    // The message itself has arrived: sending it again because of its file would be worse than saying so.
    await upload(client, file, { channel, thread }).catch(async (error: unknown) => {
      log.error({ channel, ...failure(error) }, 'the file of a message could not be uploaded');
      const text = `${file.name} could not be uploaded. The \`hipaa\` program in a terminal can write it.`;
      await orPlainer({ text, blocks: [{ kind: 'note', text }] }, {}, (shown) =>
        api.post(channel, shown, { thread }),
      );
    });
  }

  return {
    async post(to, message, key) {
      try {
        const channel = await conversation(api, to.id);
        const metadata = marked(key);
        const whole = withInline(message);
        const send = (thread: string | undefined): Promise<Posted> =>
          orPlainer(whole, { mentions: true }, (shown) => api.post(channel, shown, { thread, metadata }));
        const posted = await send(to.thread).catch((error: unknown) => {
          // The thread's first message was deleted: what there is to say is said in the channel.
          if (to.thread && refusal(error) === 'thread_not_found') return send(undefined);
          throw error;
        });
        await hand(posted.channel, to.thread ?? posted.ts, message).catch((error: unknown) => {
          log.error({ channel, ...failure(error) }, 'a message has lost its file');
        });
        const { team } = await self.learn().catch(() => ({ team: to.team }));
        return { outcome: 'sent', ref: { platform: 'slack', team, channel: posted.channel, id: posted.ts } };
      } catch (error) {
        const outcome = failed(error, { channel: to.id, key });
        // Nothing is edited here, so nothing can be gone.
        return outcome.outcome === 'gone'
          ? { outcome: 'refused', because: refusal(error) ?? 'gone' }
          : outcome;
      }
    },
    async update(ref, message) {
      try {
        await orPlainer(withInline(message), {}, (shown) => api.update(ref.channel, ref.id, shown));
        return { outcome: 'sent', ref };
      } catch (error) {
        return failed(error, { channel: ref.channel, ts: ref.id });
      }
    },
  };
}
