import type { Channel, MessageRef } from '../domain/message.ts';
import type { OutboxItem } from '../domain/store.ts';
import type { Row } from './tables.ts';

/** A line of the outbox. A thread belongs to its channel: the platforms count messages per channel. */
export interface Line {
  readonly platform: MessageRef['platform'];
  readonly team: string;
  readonly channel: string;
}

export const lineOf = (channel: Channel): Line => ({
  platform: channel.platform,
  team: channel.team,
  channel: channel.id,
});

export const itemOf = (row: Row<'outbox'>): OutboxItem => ({
  id: row.id,
  channel: {
    platform: row.platform,
    team: row.team,
    id: row.channel,
    ...(row.thread === null ? {} : { thread: row.thread }),
  },
  message: JSON.parse(row.message),
  card: row.card,
  kind: row.kind,
  state: row.state,
  attempts: row.attempts,
  notBefore: row.not_before,
  createdAt: row.created_at,
  error: row.error,
});
