import type { Button, Message, MessageRef } from '../../domain/message.ts';
import type { Answer } from './bot-framework.ts';
import { cardType, type Rendered } from './card.ts';
import { render } from './render.ts';
import { cut, oneLine } from './text.ts';

/** What a press is answered with at once. Only who pressed sees it, and it never fails. */
export type Reaction =
  | {
      readonly kind: 'card';
      readonly message: Message;
      readonly of?: string | undefined;
      /** What there is to say stands in a message already. */
      readonly told?: boolean;
    }
  | { readonly kind: 'drawn'; readonly card: Rendered; readonly source?: MessageRef | undefined }
  /** The card stays as it is, and these words are shown beside it. */
  | { readonly kind: 'says'; readonly text: string; readonly told?: boolean };

const words = 300;

/** Always 200: anything else would leave the card stuck. */
export function answerOf(reaction: Reaction): Answer {
  const body = (type: string, value: unknown): Answer => ({
    status: 200,
    body: { statusCode: 200, type, value },
  });
  switch (reaction.kind) {
    case 'card':
      return body(cardType, render(reaction.message, reaction.of ? { of: reaction.of } : {}).card);
    case 'drawn':
      return body(cardType, reaction.card.card);
    case 'says':
      return body(
        'application/vnd.microsoft.activity.message',
        cut(oneLine(reaction.text), words) || 'Done.',
      );
  }
}

/** The finding or request that a line is about. */
export const handleIn = (says: string): string | null =>
  /\b[FR]-[0-9A-Z]{1,9}\b/i.exec(says)?.[0].toUpperCase() ?? null;

/** Words above the card that was there, so that neither is lost; without it, a way back to it. */
export function over(words: Message, card: Message | undefined, says: string): Message {
  const about = handleIn(says);
  const back: readonly Button[] = about ? [{ label: `Show ${about}`, says: `show ${about}` }] : [];
  const below = card ? [{ kind: 'divider' as const }, ...card.blocks] : [];
  const way = !card && back.length > 0 ? [{ kind: 'buttons' as const, buttons: back }] : [];
  return { ...words, blocks: [...words.blocks, ...below, ...way] };
}
