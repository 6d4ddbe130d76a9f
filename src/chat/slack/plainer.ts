import type { Message } from '../../domain/message.ts';
import { blocksRefused } from './outcome.ts';
import { type RenderOptions, render } from './render.ts';
import { RespondError } from './respond.ts';
import type { Rendered } from './wire.ts';

const refusedBlocks = (error: unknown): boolean =>
  blocksRefused(error) || (error instanceof RespondError && error.code?.includes('block') === true);

/**
 * Sends the message, and once more without charts and tables where Slack refuses its blocks: they are young, and not
 * every workspace takes them.
 */
export async function orPlainer<T>(
  message: Message,
  options: RenderOptions,
  send: (rendered: Rendered) => Promise<T>,
): Promise<T> {
  try {
    return await send(render(message, options));
  } catch (error) {
    if (!refusedBlocks(error)) throw error;
    return send(render(message, { ...options, charts: false, tables: false }));
  }
}
