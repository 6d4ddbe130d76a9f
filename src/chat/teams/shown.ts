import type { Message, MessageRef } from '../../domain/message.ts';

/** What a message of the bot's shows now. */
export interface Showing {
  readonly message: Message;
  /** The command that it answers: said again, its answer takes the message's place. */
  readonly of?: string | undefined;
  /** For a form of its own: the message whose button opened it. */
  readonly source?: MessageRef | undefined;
}

/**
 * The last messages, so that a card can be shown again under a refusal or after a form. What is forgotten is only less
 * comfortable.
 */
export interface Shown {
  put(ref: MessageRef, showing: Showing): void;
  get(ref: MessageRef | undefined): Showing | undefined;
}

/** As it may be drawn again: without what was attached, and nothing of what was told once to one person. */
function lighter({ message, ...rest }: Showing): Showing {
  const { attachment: _attachment, data: _data, ...kept } = message;
  const once = 'This was told to you once.';
  return {
    ...rest,
    message: message.personal ? { text: once, blocks: [{ kind: 'text', text: once }] } : kept,
  };
}

export function createShown(max = 500): Shown {
  const kept = new Map<string, Showing>();
  const keyOf = ({ channel, id }: MessageRef) => `${channel} ${id}`;
  return {
    put(ref, showing) {
      kept.delete(keyOf(ref));
      kept.set(keyOf(ref), lighter(showing));
      const oldest = kept.keys().next().value;
      if (kept.size > max && oldest !== undefined) kept.delete(oldest);
    },
    get: (ref) => (ref ? kept.get(keyOf(ref)) : undefined),
  };
}
