import type { Channel, Message, MessageRef } from '../../domain/message.ts';
import type { Conversations } from '../../domain/store.ts';
import type { ChatAdapter, Delivery } from '../adapter.ts';
import { failure, type Log } from './log.ts';
import { outcomeOf, saidOf } from './outcome.ts';
import type { Spot } from './place.ts';
import type { Places } from './places.ts';
import type { RenderOptions } from './render.ts';
import type { Sender } from './sender.ts';

const mention: NonNullable<RenderOptions['mention']> = ({ platform, id, name }) =>
  platform === 'teams' ? { id, name } : null;

/** A person's id in Entra, as `persons` has it: what is for them goes into the private conversation. */
const isPerson = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
const roomEveryMs = 15 * 60_000;

class NoRoom extends Error {
  constructor() {
    super('Teams lets the bot begin no private conversation with this person: install the app for them.');
  }
}

/** The outbox's hands: one call, and the word for what came of it. */
export function createPosting(
  sender: Pick<Sender, 'post' | 'edit'>,
  places: Pick<Places, 'address' | 'privateWith'>,
  conversations: Pick<Conversations, 'arrived' | 'messageOf' | 'threadOf'>,
  log: Log,
  now: () => Date,
): Pick<ChatAdapter, 'post' | 'update' | 'find'> {
  function failed(error: unknown, what: 'post' | 'update', where: object): Delivery {
    // It may be let in later: the app is not installed there yet, or Teams does not answer.
    if (error instanceof NoRoom) return { outcome: 'later', afterMs: roomEveryMs, because: error.message };
    const outcome = outcomeOf(error, what);
    if (outcome.outcome === 'refused')
      log.error(
        { ...where, ...failure(error), because: outcome.because },
        'Teams refused a message for good',
      );
    if (outcome.outcome === 'later') log.warn({ ...where, ...failure(error) }, 'a message must wait');
    return outcome;
  }

  const spotOf = async ({ team, id, thread }: Channel): Promise<Spot> => {
    const { kind, ...at } = await places.address(team, id);
    if (isPerson(id)) {
      const room = await places.privateWith(team, { id, aadObjectId: id.toLowerCase() }, at);
      if (!room) throw new NoRoom();
      return { team, id: room.id, serviceUrl: room.serviceUrl, bot: room.bot };
    }
    // Only channels have threads: elsewhere a reply's address is nobody's.
    return { team, id, thread: kind === undefined || kind === 'channel' ? thread : undefined, ...at };
  };

  async function deliver(to: Channel, message: Message): Promise<{ ref: MessageRef; thread: string | null }> {
    const { thread, ...spot } = await spotOf(to);
    try {
      return { ref: await sender.post({ ...spot, thread }, message, { mention }), thread: thread ?? null };
    } catch (error) {
      // The thread's first message was deleted: what there is to say is said in the channel.
      if (!thread || saidOf(error)?.status !== 404) throw error;
      return { ref: await sender.post(spot, message, { mention }), thread: null };
    }
  }

  return {
    async post(to, message, key) {
      try {
        const { ref, thread } = await deliver(to, message);
        // It has arrived: sending it again because it could not be noted would be worse.
        await conversations.arrived(key, ref, thread, now().toISOString()).catch((error: unknown) => {
          log.error({ key, ...failure(error) }, 'a message arrived and could not be noted');
        });
        return { outcome: 'sent', ref };
      } catch (error) {
        return failed(error, 'post', { channel: to.id, key });
      }
    },
    async update(ref, message) {
      try {
        const thread = await conversations.threadOf(ref);
        const spot = await spotOf({ platform: 'teams', team: ref.team, id: ref.channel });
        await sender.edit({ ...spot, thread: thread ?? undefined }, ref, message);
        return { outcome: 'sent', ref };
      } catch (error) {
        return failed(error, 'update', { channel: ref.channel, message: ref.id });
      }
    },
    /** Teams answers no question about the past: only what was noted after an answer is found. */
    find: (_to, key) => conversations.messageOf('teams', key),
  };
}
