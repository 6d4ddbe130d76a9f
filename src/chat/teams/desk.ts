import type { Message, MessageRef } from '../../domain/message.ts';
import type { Ears } from '../adapter.ts';
import type { Incoming } from './activity.ts';
import { asksToShare, verbOf } from './hearing.ts';
import { failure, type Log } from './log.ts';
import type { TeamsPeople } from './people.ts';
import { channelOf, type Place } from './place.ts';
import { over, type Reaction } from './reaction.ts';
import { inYourChat, noChat, note, type Replies } from './replies.ts';
import type { Sender } from './sender.ts';
import type { Shown } from './shown.ts';

/** Something that a person said, before anybody was looked up. */
export interface Said {
  readonly key: string;
  readonly says: string;
  readonly activity: Incoming;
  readonly place: Place;
  /** The message whose button was pressed. */
  readonly source?: MessageRef | undefined;
  /** By a form: there is a card to be put back. */
  readonly filled?: boolean;
}

/** Whether somebody still waits for the reaction. After that, what it would have said is said in messages. */
export interface Waiting {
  over: boolean;
}

export interface Desk {
  /** Hears a message and brings the answer. Never throws. */
  serve(said: Said): Promise<void>;
  /** Hears a press; what it changes is done when this resolves. Never throws. */
  act(said: Said, waiting: Waiting): Promise<Reaction>;
}

export const wentWrong = note(
  'Something went wrong on my side, and nothing was answered. Try again in a minute.',
);

export function createDesk(parts: {
  ears: Ears;
  people: Pick<TeamsPeople, 'actor'>;
  replies: Replies;
  sender: Pick<Sender, 'edit'>;
  shown: Shown;
  log: Log;
}): Desk {
  const { ears, people, replies, sender, shown, log } = parts;

  async function hear({ key, says, activity, place, source }: Said): Promise<Message> {
    const actor = await people.actor(activity);
    const channel = channelOf(place);
    return ears.hear({ key, actor, channel, says, ...(source ? { source } : {}) });
  }

  async function edited(place: Place, ref: MessageRef, message: Message, of: string): Promise<boolean> {
    try {
      await sender.edit(place, ref, message, { of });
      return true;
    } catch (error) {
      log.warn({ channel: place.id, ...failure(error) }, 'a message could not be rewritten in place');
      return false;
    }
  }

  /** The answer stands elsewhere; who pressed reads that, and a form gives way to the card. */
  const beside = ({ says, source, filled }: Said, text: string): Reaction =>
    filled
      ? { kind: 'card', message: over(note(text), shown.get(source)?.message, says), told: true }
      : { kind: 'says', text, told: true };

  /** Not shown to others: neither the answer itself nor, in full, that there is none. */
  async function privately(said: Said, message: Message, of: string): Promise<Reaction> {
    const whither = await replies.privately(said.place, message, { of });
    if (whither === 'here') return beside(said, said.filled ? message.text : 'The answer is below.');
    return beside(said, whither === 'chat' ? inYourChat : noChat);
  }

  async function react(said: Said, waiting: Waiting): Promise<Reaction> {
    const { says, place, source } = said;
    const message = await hear(said);
    if (message.blocks.length === 0) return beside(said, message.text);
    const of = verbOf(says);
    const showing = shown.get(source);
    if (message.exit && !waiting.over)
      return { kind: 'card', message: over(message, showing?.message, says) };
    const again = source !== undefined && showing?.of === of && !message.exit;
    const alone = place.kind === 'personal';
    const instead = again || (alone && message.replaces === true && !message.exit);
    if (source && instead && (alone || message.visibility === 'channel')) {
      if (await edited(place, source, message, of)) return { kind: 'card', message, of, told: true };
    } else if (again && !waiting.over) {
      // Another page for who asked for it; the others keep theirs.
      return { kind: 'card', message, of };
    }
    if (message.visibility === 'channel' && !alone) {
      await replies.openly(place, message, { of });
      return beside(said, message.text);
    }
    return privately(said, message, of);
  }

  return {
    async serve(said) {
      const { place, says } = said;
      try {
        const message = await hear(said);
        if (message.blocks.length === 0) return;
        const of = verbOf(says);
        if (message.visibility === 'channel' && place.kind !== 'personal') {
          const shared = asksToShare(says) ? { shared: place.user.name ?? 'somebody' } : {};
          return await replies.openly(place, message, { of, ...shared });
        }
        if ((await replies.privately(place, message, { of })) === 'nowhere')
          await replies.openly(place, note(noChat));
      } catch (error) {
        log.error({ key: said.key, ...failure(error) }, 'a message from Teams was not served');
        await replies.openly(place, wentWrong);
      }
    },
    async act(said, waiting) {
      try {
        return await react(said, waiting);
      } catch (error) {
        log.error({ key: said.key, ...failure(error) }, 'a pressed button was not served');
        if (waiting.over) await replies.privately(said.place, wentWrong);
        const message = over(wentWrong, shown.get(said.source)?.message, said.says);
        return { kind: 'card', message, told: waiting.over };
      }
    },
  };
}
