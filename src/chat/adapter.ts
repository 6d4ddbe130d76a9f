import type { Channel, Message, MessageRef } from '../domain/message.ts';
import type { Actor } from '../domain/people.ts';

/** Something a person said, by whatever means: a slash command, a button, a form, a typed line. */
export interface ChatEvent {
  /** Unique per delivery as the platform names it; a retried delivery carries the same key. */
  readonly key: string;
  readonly actor: Actor;
  readonly channel: Channel;
  /** The command line, without the root (`findings severity>=high`). */
  readonly says: string;
  /** The message whose button was pressed. */
  readonly source?: MessageRef;
}

/** A field of a form that asks for what a command still needs. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind: 'line' | 'paragraph' | 'choice' | 'person' | 'date';
  readonly choices?: readonly { readonly label: string; readonly value: string }[];
  readonly initial?: string;
  readonly required: boolean;
  readonly maxLength?: number;
}

export interface Form {
  readonly title: string;
  readonly explain: string;
  readonly submit: string;
  /** The command so far; the answers are appended as `name:"value"`. */
  readonly says: string;
  readonly fields: readonly Field[];
}

/** What the router offers to an adapter. */
export interface Ears {
  /** A reply without blocks (a delivery heard before) is not shown. */
  hear(event: ChatEvent): Promise<Message>;
  /** The form for a half-typed command, from the registry alone (no I/O: a trigger lives three seconds); null if none. */
  form(says: string): Form | null;
  /** Checks a filled form without running it: field name → what is wrong. Pure. */
  problems(says: string): Readonly<Record<string, string>>;
}

export type Delivery =
  | { readonly outcome: 'sent'; readonly ref: MessageRef | null }
  | { readonly outcome: 'later'; readonly afterMs: number; readonly because: string }
  /** The message to edit is no longer there: post it anew. */
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'refused'; readonly because: string };

export interface ChatAdapter {
  readonly name: 'slack' | 'teams' | 'terminal';
  start(ears: Ears): Promise<void>;
  /** `key` marks the message so that `find` can recognise it after a crash. */
  post(to: Channel, message: Message, key: string): Promise<Delivery>;
  update(ref: MessageRef, message: Message): Promise<Delivery>;
  /** Looks for a message posted with `key` at or after `since`. */
  find(to: Channel, key: string, since: string): Promise<MessageRef | null>;
  healthy(): boolean;
  stop(): Promise<void>;
}
