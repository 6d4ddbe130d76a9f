import type { webApi } from '@slack/bolt';
import type { Channel, MessageRef } from '../../domain/message.ts';
import type { Api } from './api.ts';
import type { Self } from './identity.ts';
import { failure, type Log } from './log.ts';
import { refusal } from './outcome.ts';
import type { Json } from './wire.ts';

const eventType = 'hipaa_outbox';
const pages = 10;

/** Marks a message, for nobody to see, so that it can be found again by what it delivered. */
export const marked = (key: string): Json => ({ event_type: eventType, event_payload: { key } });

/** `C…` as it is; a person's id as the private conversation with them. */
export const conversation = async (api: Api, id: string): Promise<string> =>
  /^[UW]/.test(id) ? api.directChannel(id) : id;

/** A place that will not be read later either: whether to post there, the post itself will tell. */
const closedCodes = new Set([
  'missing_scope',
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'thread_not_found',
  'no_permission',
  'method_not_supported_for_channel_type',
]);

export interface Finder {
  find(to: Channel, key: string, since: string): Promise<MessageRef | null>;
}

/** Looks for the bot's own message with this key. Throws where Slack does not answer: then nobody knows. */
export function createFinder(client: webApi.WebClient, api: Api, self: Self, log: Log): Finder {
  return {
    async find(to, key, since) {
      try {
        return await search(client, api, self, to, key, since);
      } catch (error) {
        if (!closedCodes.has(refusal(error) ?? '')) throw error;
        log.warn(
          { channel: to.id, ...failure(error) },
          'a conversation cannot be read back: a message may come twice',
        );
        return null;
      }
    },
  };
}

async function search(
  client: webApi.WebClient,
  api: Api,
  self: Self,
  to: Channel,
  key: string,
  since: string,
): Promise<MessageRef | null> {
  const { userId, botId, team } = await self.learn();
  const channel = await conversation(api, to.id);
  const oldest = (Date.parse(since) / 1000).toFixed(6);
  let cursor: string | undefined;
  for (let page = 0; page < pages; page++) {
    const asked = { channel, oldest, limit: 200, include_all_metadata: true, ...(cursor ? { cursor } : {}) };
    const answer = to.thread
      ? await client.conversations.replies({ ...asked, ts: to.thread })
      : await client.conversations.history(asked);
    for (const message of (answer.messages ?? []) as Json[]) {
      const ours = message['user'] === userId || message['bot_id'] === botId;
      const { metadata } = message;
      if (ours && metadata?.event_type === eventType && metadata.event_payload?.key === key)
        return { platform: 'slack', team, channel, id: message['ts'] };
    }
    cursor = answer.response_metadata?.next_cursor || undefined;
    if (!cursor) return null;
  }
  throw new Error('more messages since then than are read back');
}
