import type { Message } from '../../domain/message.ts';
import { failure, type Log } from './log.ts';
import type { Place, Spot } from './place.ts';
import type { Places } from './places.ts';
import type { Sender } from './sender.ts';
import type { Shelf } from './shelf.ts';

/** Where a private answer went: into the conversation, which is private itself; into the private one; or nowhere. */
export type Whither = 'here' | 'chat' | 'nowhere';

export interface Replies {
  openly(
    place: Place,
    message: Message,
    how?: { readonly of?: string; readonly shared?: string },
  ): Promise<void>;
  /** Teams has nothing that only one person sees in a channel, so it goes into their chat with the bot. */
  privately(place: Place, message: Message, how?: { readonly of?: string }): Promise<Whither>;
}

export const inYourChat = 'The answer is in your chat with me.';
export const noChat =
  'The answer is for you alone, and I cannot write to you yet. Add me in Teams under Apps, then ask me in our chat.';

export const note = (text: string): Message => ({
  text,
  blocks: [{ kind: 'text', text }],
  visibility: 'sender',
});

/** Says who showed a private answer to everybody. */
const signed = (message: Message, name: string): Message => ({
  ...message,
  text: `${message.text} (shared by ${name})`,
  blocks: [...message.blocks, { kind: 'note', text: `Shared by ${name}` }],
});

export function createReplies(
  sender: Pick<Sender, 'post'>,
  places: Pick<Places, 'privateWith'>,
  shelf: Shelf,
  log: Log,
): Replies {
  const lost = (place: Spot, error: unknown) =>
    log.error({ channel: place.id, ...failure(error) }, 'a reply was lost');

  return {
    async openly(place, message, { of, shared } = {}) {
      try {
        await sender.post(place, shared === undefined ? message : signed(message, shared), { of });
      } catch (error) {
        lost(place, error);
      }
    },
    async privately(place, message, { of } = {}) {
      if (place.kind === 'personal') {
        await sender.post(place, message, { of }).catch((error: unknown) => lost(place, error));
        return 'here';
      }
      const room = await places.privateWith(place.team, place.user, place);
      if (!room) return 'nowhere';
      // A refusal concerns nobody else, and a key to scan even less.
      const offered = !message.exit && !message.personal;
      const share = offered ? shelf.put(place.user.id, { message, of, asked: place }) : undefined;
      try {
        await sender.post({ team: place.team, ...room }, message, { of, ...(share ? { share } : {}) });
        return 'chat';
      } catch (error) {
        lost(place, error);
        return 'nowhere';
      }
    },
  };
}
