import { limits } from './limits.ts';

/** A card, or a part of one, as it goes to Teams. The validators in test/kit know the shapes. */
export type Json = Record<string, any>;

export const cardType = 'application/vnd.microsoft.card.adaptive';

/** Somebody who is called by a card: Teams wants the name in the text and the person beside it. */
export interface Mention {
  /** The person's Entra object id, or the id that Teams gave. */
  readonly id: string;
  readonly name: string;
}

export interface Rendered {
  /** Plain, full sentences: the activity's `summary`, never beside the card as its `text`, where people would read it twice. */
  readonly text: string;
  readonly card: Json;
  readonly attachment: { readonly contentType: typeof cardType; readonly content: Json };
  /** Who is called; the card carries the entities already. */
  readonly mentions: readonly Mention[];
}

export interface Envelope {
  readonly fallbackText: string;
  readonly mentions?: readonly Mention[];
  readonly refresh?: Json;
}

/** `<at>` is written here and nowhere else. */
export const callOf = ({ name }: Mention): string => `<at>${name}</at>`;

const entityOf = (mention: Mention): Json => ({
  type: 'mention',
  text: callOf(mention),
  mentioned: { id: mention.id, name: mention.name },
});

export const cardOf = (body: readonly Json[], { fallbackText, mentions = [], refresh }: Envelope): Json => ({
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  type: 'AdaptiveCard',
  version: limits.cardVersion,
  fallbackText,
  ...(refresh ? { refresh } : {}),
  msteams: { width: 'Full', ...(mentions.length > 0 ? { entities: mentions.map(entityOf) } : {}) },
  body,
});

export const rendered = (text: string, card: Json, mentions: readonly Mention[] = []): Rendered => ({
  text,
  card,
  attachment: { contentType: cardType, content: card },
  mentions,
});

/** Two bytes for each code unit of its JSON: what Teams counts. */
export const bytesOf = (value: unknown): number => JSON.stringify(value).length * 2;

/** The whole message as it counts against the limit. */
export const messageBytes = ({ text, attachment }: Pick<Rendered, 'text' | 'attachment'>): number =>
  bytesOf({ type: 'message', summary: text, attachments: [attachment] });
