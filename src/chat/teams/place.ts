import type { Channel, MessageRef } from '../../domain/message.ts';
import { type Account, type Incoming, type Kind, kindOf, parted, tenantOf } from './activity.ts';

/** Where something is posted. */
export interface Spot {
  readonly team: string;
  readonly id: string;
  readonly thread?: string | undefined;
  readonly serviceUrl: string;
  /** Who the bot is there. */
  readonly bot: string;
}

/** Where something was said, and by whom. */
export interface Place extends Spot {
  readonly kind: Kind;
  readonly user: Account;
}

export function placeOf(activity: Incoming): Place {
  const { conversation, serviceUrl, recipient, from } = activity;
  const { id, thread } = parted(conversation.id);
  const kind = kindOf(activity);
  return { team: tenantOf(activity), id, thread, serviceUrl, bot: recipient.id, kind, user: from };
}

export const channelOf = ({ team, id, thread }: Spot): Channel => ({
  platform: 'teams',
  team,
  id,
  ...(thread ? { thread } : {}),
});

export const refOf = ({ team, id: channel }: Pick<Spot, 'team' | 'id'>, id: string): MessageRef => ({
  platform: 'teams',
  team,
  channel,
  id,
});
