import type { Instant } from './finding.ts';

/**
 * A run of text. Plain strings are data: a renderer escapes them, so that no name or tag from the cloud can mention,
 * link or break a message. Everything else is said with these few marks.
 */
export type Span =
  | string
  | { readonly bold: string }
  | { readonly italic: string }
  | { readonly code: string }
  | { readonly person: { readonly platform: string; readonly id: string; readonly name: string } }
  | { readonly when: Instant; readonly as: 'date' | 'time' | 'ago' };
export type Text = string | readonly Span[];

/** A command already typed. `asks` opens a form for the arguments that are still missing. */
export interface Button {
  readonly label: string;
  readonly says: string;
  readonly asks?: true;
  readonly style?: 'primary' | 'danger';
  readonly confirm?: string;
}

export type Tone = 'critical' | 'high' | 'medium' | 'low' | 'good' | 'unknown' | 'info';

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: Text; readonly tone?: Tone }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: Text }[] }
  | {
      readonly kind: 'table';
      /** What the table says, in a sentence, for readers who cannot see it. */
      readonly summary: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Text[])[];
    }
  | {
      readonly kind: 'trend';
      readonly title: string;
      readonly summary: string;
      readonly labels: readonly string[];
      readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
    }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly label: string }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'note'; readonly text: Text }
  | { readonly kind: 'divider' };

/** A document too long for chat: policies, exports. */
export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
  /** `text` holds bytes: a picture. Never shown in the message, nor offered to be shared. */
  readonly encoding?: 'base64';
}

export interface Message {
  /** The whole message in full sentences, for notifications and readers. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** `sender`: only the asker sees it. */
  readonly visibility?: 'channel' | 'sender';
  /**
   * Takes the place of the message whose button was pressed, if one was and only the asker saw it (a page turned, a
   * card acted on). A message that everybody sees is edited through its card.
   */
  readonly replaces?: true;
  /** Holds what only its reader may have, such as a setup key: it is never offered for sharing. */
  readonly personal?: true;
  readonly attachment?: Attachment;
  /** Data for programs: what a terminal prints with `--format json`. */
  readonly data?: unknown;
  /** How a one-shot terminal command exits; 0 when absent. */
  readonly exit?: 0 | 1 | 2;
}

/** Where a conversation takes place. `thread` is the platform's id of the thread's first message. */
export interface Channel {
  readonly platform: 'slack' | 'teams' | 'terminal';
  readonly team: string;
  readonly id: string;
  readonly thread?: string;
}

/** A message that was delivered. `id` is text: Slack's `ts` loses digits as a number. */
export interface MessageRef {
  readonly platform: 'slack' | 'teams' | 'terminal';
  readonly team: string;
  readonly channel: string;
  readonly id: string;
}
