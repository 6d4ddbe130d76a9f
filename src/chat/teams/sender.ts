import type { Message, MessageRef } from '../../domain/message.ts';
import { type Json, joined } from './activity.ts';
import type { Wire } from './bot-framework.ts';
import type { Rendered } from './card.ts';
import { pictures, withDocument } from './documents.ts';
import { cardRefused } from './outcome.ts';
import { refOf, type Spot } from './place.ts';
import { type RenderOptions, render } from './render.ts';
import type { Showing, Shown } from './shown.ts';

export type How = Pick<RenderOptions, 'mention' | 'share'> & Omit<Showing, 'message'>;

/** Puts messages into Teams. Throws what Teams answers. */
export interface Sender {
  post(spot: Spot, message: Message, how?: How): Promise<MessageRef>;
  /** A card that is drawn already: a form. */
  postCard(spot: Spot, card: Rendered, showing: Showing): Promise<MessageRef>;
  edit(spot: Spot, ref: MessageRef, message: Message, how?: How): Promise<void>;
}

const plainerBytes = 16 * 1024;

const activityOf = ({ text, attachment }: Rendered, spot: Spot, more: readonly Json[] = []): Json => ({
  type: 'message',
  channelId: 'msteams',
  serviceUrl: spot.serviceUrl,
  from: { id: spot.bot },
  conversation: { id: joined(spot) },
  summary: text,
  attachments: [attachment, ...more],
});

export function createSender(wire: Pick<Wire, 'send' | 'edit'>, shown: Shown): Sender {
  /** Once more without charts, and smaller, where Teams refuses the card. */
  async function orPlainer<T>(
    message: Message,
    { mention, share, of }: How,
    send: (card: Rendered) => Promise<T>,
  ): Promise<T> {
    const whole = withDocument(message);
    const options: RenderOptions = {
      ...(mention ? { mention } : {}),
      ...(share ? { share } : {}),
      ...(of ? { of } : {}),
    };
    try {
      return await send(render(whole, options));
    } catch (error) {
      if (!cardRefused(error)) throw error;
      return send(render(whole, { ...options, charts: false, bytes: plainerBytes }));
    }
  }

  const sent = async (spot: Spot, activity: Json): Promise<MessageRef> =>
    refOf(spot, await wire.send(spot.serviceUrl, joined(spot), activity));

  return {
    async post(spot, message, how = {}) {
      const ref = await orPlainer(message, how, (card) =>
        sent(spot, activityOf(card, spot, pictures(message))),
      );
      shown.put(ref, { message, of: how.of, source: how.source });
      return ref;
    },
    async postCard(spot, card, showing) {
      const ref = await sent(spot, activityOf(card, spot));
      shown.put(ref, showing);
      return ref;
    },
    async edit(spot, ref, message, how = {}) {
      await orPlainer(message, how, (card) =>
        wire.edit(spot.serviceUrl, joined(spot), ref.id, activityOf(card, spot, pictures(message))),
      );
      shown.put(ref, { message, of: how.of, source: how.source });
    },
  };
}
