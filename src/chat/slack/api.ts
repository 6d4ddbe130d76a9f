import type { webApi } from '@slack/bolt';
import { createCache } from '../cache.ts';
import type { Json, Rendered } from './wire.ts';

/** What a message costs nobody: no link previews, no names turned into mentions. */
const quiet = { unfurl_links: false, unfurl_media: false, link_names: false } as const;

export interface Posted {
  readonly channel: string;
  readonly ts: string;
}

/** The few calls that the adapter makes, in its own words. */
export interface Api {
  post(
    channel: string,
    rendered: Rendered,
    more?: { thread?: string | undefined; metadata?: Json | undefined },
  ): Promise<Posted>;
  update(channel: string, ts: string, rendered: Rendered): Promise<void>;
  whisper(channel: string, user: string, rendered: Rendered, thread?: string): Promise<void>;
  /** The channel of the private conversation with a person. */
  directChannel(user: string): Promise<string>;
}

export function createApi(client: webApi.WebClient): Api {
  const direct = createCache<string>(24 * 60 * 60_000, 5000);
  const shown = ({ text, blocks }: Rendered) => ({ text, blocks: blocks as never[] });
  return {
    async post(channel, rendered, { thread, metadata } = {}) {
      const answer = await client.chat.postMessage({
        channel,
        ...shown(rendered),
        ...quiet,
        ...(thread ? { thread_ts: thread } : {}),
        ...(metadata ? { metadata: metadata as never } : {}),
      });
      return { channel: answer.channel ?? channel, ts: answer.ts ?? '' };
    },
    async update(channel, ts, rendered) {
      await client.chat.update({ channel, ts, ...shown(rendered), link_names: false });
    },
    async whisper(channel, user, rendered, thread) {
      await client.chat.postEphemeral({
        channel,
        user,
        ...shown(rendered),
        link_names: false,
        ...(thread ? { thread_ts: thread } : {}),
      });
    },
    directChannel: (user) =>
      direct.get(user, async () => {
        const { channel } = await client.conversations.open({ users: user });
        if (!channel?.id) throw new Error('conversations.open named no channel');
        return channel.id;
      }),
  };
}
