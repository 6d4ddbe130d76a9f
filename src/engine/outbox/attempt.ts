import type { Channel, Message, MessageRef } from '../../domain/message.ts';
import type { OutboxItem, Store } from '../../domain/store.ts';
import type { Outcome } from './decide.ts';

type Answer =
  | Extract<Outcome, { outcome: 'sent' | 'later' | 'refused' }>
  /** The message to edit is no longer there. */
  | { readonly outcome: 'gone' };

/** What the outbox needs of a chat; `ChatAdapter` is one. */
export interface Carrier {
  readonly name: Channel['platform'];
  post(to: Channel, message: Message, key: string): Promise<Answer>;
  update(ref: MessageRef, message: Message): Promise<Answer>;
  find(to: Channel, key: string, since: string): Promise<MessageRef | null>;
}

/** Clocks differ: a message may bear an earlier time than the row that asked for it. */
const slackMs = 60_000;

/** The message that an earlier attempt may have left, although nobody heard so. Throws where that cannot be told. */
export const trace = (item: OutboxItem, carrier: Carrier): Promise<MessageRef | null> =>
  carrier.find(item.channel, item.id, new Date(Date.parse(item.createdAt) - slackMs).toISOString());

async function postOnce(item: OutboxItem, carrier: Carrier): Promise<Answer> {
  // The answer to an earlier attempt may be all that was lost.
  if (item.attempts > 1) {
    try {
      const there = await trace(item, carrier);
      if (there) return { outcome: 'sent', ref: there };
    } catch (error) {
      return { outcome: 'later', afterMs: 0, because: `it may have been delivered: ${words(error)}` };
    }
  }
  return carrier.post(item.channel, item.message, item.id);
}

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const goneAgain: Outcome = {
  outcome: 'refused',
  because: 'the message was not there, and could not be posted anew',
};

async function post(item: OutboxItem, carrier: Carrier): Promise<Outcome> {
  const answer = await postOnce(item, carrier);
  return answer.outcome === 'gone' ? goneAgain : answer;
}

/** Edits every message of the card in this channel; those that are gone are replaced by one new message. */
async function edit(item: OutboxItem, carrier: Carrier, refs: readonly MessageRef[]): Promise<Outcome> {
  const lost: MessageRef[] = [];
  let refused: Outcome | null = null;
  for (const ref of refs) {
    const answer = await carrier.update(ref, item.message);
    if (answer.outcome === 'later') return answer;
    if (answer.outcome === 'gone') lost.push(ref);
    if (answer.outcome === 'refused') refused = answer;
  }
  if (lost.length === 0) return refused ?? { outcome: 'sent', ref: null };
  const answer = await postOnce(item, carrier);
  if (answer.outcome === 'gone') return goneAgain;
  return answer.outcome === 'sent' ? { outcome: 'replaced', ref: answer.ref, lost } : answer;
}

/** One attempt at one item, and what came of it. */
export async function attempt(
  item: OutboxItem,
  carrier: Carrier,
  store: Pick<Store, 'outbox'>,
): Promise<Outcome> {
  const refs = item.kind === 'update' && item.card ? await store.outbox.refs(item.card, item.channel) : [];
  try {
    return item.kind === 'post' ? await post(item, carrier) : await edit(item, carrier, refs);
  } catch (error) {
    return { outcome: 'broken', because: words(error) };
  }
}
