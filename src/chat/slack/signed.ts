import { limits } from './limits.ts';
import { cutMarked } from './text.ts';
import type { Rendered } from './wire.ts';

/** The blocks that a signature needs. */
export const signatureBlocks = 1;

/** Says who showed a private answer to everybody. */
export const signed = ({ text, blocks }: Rendered, user: string): Rendered => ({
  text: `${cutMarked(text, limits.messageText - 40)} (shared by <@${user}>)`,
  blocks: [
    ...blocks,
    { type: 'context', elements: [{ type: 'mrkdwn', text: `Shared by <@${user}>`, verbatim: true }] },
  ],
});
