import type { Channel, Message, MessageRef } from '../../domain/message.ts';
import type { Ears } from '../adapter.ts';
import { createOnce } from '../cache.ts';
import type { Api } from './api.ts';
import { asksToShare, verbOf } from './hearing.ts';
import type { Self } from './identity.ts';
import { failure, type Log } from './log.ts';
import { blocksRefused } from './outcome.ts';
import type { SlackPeople } from './people.ts';
import { orPlainer } from './plainer.ts';
import type { Place, Replies } from './reply.ts';
import { respond } from './respond.ts';

/** Something that a person said, before anybody was looked up. */
export interface Said {
  /** Unique per act, and the same when Slack delivers the act again. */
  readonly key: string;
  readonly says: string;
  readonly place: Place;
  readonly name?: string | undefined;
  /** The `ts` of the public message whose button was pressed. */
  readonly source?: string | undefined;
  /** The command that the button's message answers: said again, its answer takes the message's place. */
  readonly of?: string | undefined;
  /** By a button of a message or by the form that it opened, so that there is a message to replace. */
  readonly pressed?: true;
}

export interface Desk {
  /** Hears, and brings the answer. Never throws. */
  serve(said: Said): Promise<void>;
  /** Only hears: for the Home tab. */
  hear(said: Said): Promise<Message>;
}

export function createDesk(parts: {
  ears: Ears;
  people: SlackPeople;
  self: Self;
  api: Api;
  replies: Replies;
  log: Log;
}): Desk {
  const { ears, people, self, api, replies, log } = parts;
  const first = createOnce();

  const hear: Desk['hear'] = async ({ key, says, place, name, source }) => {
    const actor = await people.actor(place.user, { name });
    const { team } = await self.learn();
    const channel: Channel = {
      platform: 'slack',
      team,
      id: place.channel,
      ...(place.openThread ? { thread: place.openThread } : {}),
    };
    const ref: MessageRef | null = source
      ? { platform: 'slack', team, channel: place.channel, id: source }
      : null;
    return ears.hear({ key, actor, channel, says, ...(ref ? { source: ref } : {}) });
  };

  /** Another page or filter in the place of this one; false when the message could not be rewritten. */
  async function rewrite(place: Place, source: string, message: Message, of: string): Promise<boolean> {
    const { channel, responseUrl } = place;
    try {
      await orPlainer(message, { of }, async (rendered) => {
        try {
          await api.update(channel, source, rendered);
        } catch (error) {
          // Where the bot is no member, the pressed button still lends its place.
          if (!responseUrl || blocksRefused(error)) throw error;
          await respond(responseUrl, { ...rendered, replace_original: true });
        }
      });
      return true;
    } catch (error) {
      log.warn({ channel, ...failure(error) }, 'a message could not be rewritten in place');
      return false;
    }
  }

  async function answer({ says, place, source, of: shown, pressed }: Said, message: Message): Promise<void> {
    const of = verbOf(says);
    const shared = asksToShare(says);
    // A refusal is no page: what others read stays as it is.
    const again = shown === of && !message.exit && (source !== undefined || !shared);
    if (again && source && (await rewrite(place, source, message, of))) return;
    if (message.visibility === 'channel') return replies.openly(place, message, { shared, of });
    // A decision made from a private card shows what became of it in the card's place.
    const decided = message.replaces === true && pressed === true && !message.exit;
    const instead = (again || decided) && !source;
    return replies.privately(place, message, { instead, of, shareable: !shared });
  }

  return {
    hear,
    async serve(said) {
      // Slack delivers again what it believes was not heard; the router would notice too, but later.
      if (!first(said.key)) return;
      try {
        const message = await hear(said);
        if (message.blocks.length > 0) await answer(said, message);
      } catch (error) {
        log.error({ key: said.key, ...failure(error) }, 'a request from Slack failed');
        await replies.note(
          said.place,
          'Something went wrong on my side, and nothing was answered. Try again in a minute.',
        );
      }
    },
  };
}
