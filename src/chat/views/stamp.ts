import type { Message } from '../../domain/message.ts';
import { sentences } from './words.ts';

/** Adds a line under a message: that an account is made up, that something was masked. Once, however often asked. */
export function noted(message: Message, says: string): Message {
  const there = message.blocks.some((b) => b.kind === 'note' && b.text === says);
  if (there || message.blocks.length === 0) return message;
  return {
    ...message,
    text: sentences(message.text, says),
    blocks: [...message.blocks, { kind: 'note', text: says }],
  };
}

export const demoNote = 'Demo account: a made-up clinic; nothing here is real.';

/** Every card of a made-up account says that it is one. */
export const stamped = (message: Message, demo: string | undefined): Message =>
  demo === undefined ? message : noted(message, demoNote);
