import type { webApi } from '@slack/bolt';
import type { Message } from '../../domain/message.ts';
import type { Desk } from './desk.ts';
import { limits } from './limits.ts';
import { failure, type Log } from './log.ts';
import { render } from './render.ts';

export interface Home {
  show(user: string, key: string, channel: string): Promise<void>;
}

/** One view of several answers, one after the other. */
export function homeOf(messages: readonly Message[]): Message {
  return {
    text: messages.map(({ text }) => text).join(' '),
    blocks: messages.flatMap(({ blocks }, i) => (i > 0 ? [{ kind: 'divider' as const }, ...blocks] : blocks)),
  };
}

export function createHome(client: webApi.WebClient, desk: Desk, says: readonly string[], log: Log): Home {
  return {
    async show(user, key, channel) {
      try {
        const heard: Message[] = [];
        for (const [i, line] of says.entries())
          heard.push(await desk.hear({ key: `${key}:${i}`, says: line, place: { channel, user } }));
        const { blocks } = render(homeOf(heard), { surface: 'home' });
        const view = { type: 'home' as const, blocks: blocks.slice(0, limits.viewBlocks) as never[] };
        await client.views.publish({ user_id: user, view });
      } catch (error) {
        log.error({ user, ...failure(error) }, 'the Home tab could not be shown');
      }
    },
  };
}
