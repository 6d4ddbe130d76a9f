import type { Json } from './json.ts';

export interface UserRecord {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly email: string;
  readonly teamId: string;
  readonly tz: string;
  isAdmin: boolean;
  isOwner: boolean;
  isRestricted: boolean;
  isUltraRestricted: boolean;
  /** Another workspace's person, met through Slack Connect. */
  isStranger: boolean;
  isBot: boolean;
  deleted: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im';
  readonly members: Set<string>;
  /** The person at the other end of a DM with the bot. */
  readonly userId?: string;
  isArchived: boolean;
  isShared: boolean;
}

export interface Edit {
  readonly at: number;
  readonly text: string;
  readonly blocks: readonly Json[];
}

export interface Message {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly threadTs?: string;
  /** Only this person sees it; the Web API does not know it. */
  readonly ephemeralTo?: string;
  readonly via: 'api' | 'response_url' | 'ack' | 'person';
  readonly postedAt: number;
  text: string;
  blocks: Json[];
  attachments: Json[];
  metadata?: Json | undefined;
  files: Json[];
  broadcast: boolean;
  /** What the message said before each edit, oldest first. */
  readonly edits: Edit[];
  editedAt?: number;
  deletedAt?: number;
}

export interface UserGroup {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly users: Set<string>;
  disabled: boolean;
}

export interface View {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly userId: string;
  readonly rootViewId: string;
  readonly previousViewId?: string;
  readonly openedAt: number;
  hash: string;
  /** The view as the app sent it, with ids filled in. */
  body: Json;
  /** What the person typed or chose so far: block id, then action id. */
  state: Record<string, Record<string, Json>>;
  readonly history: Json[];
  closed: boolean;
}

export interface UploadedFile {
  readonly id: string;
  readonly filename: string;
  readonly length: number;
  title: string;
  content?: Buffer;
  channel?: string;
  complete: boolean;
}

/** One Web API, upload or response_url request, as it was answered. Tokens are never kept. */
export interface Call {
  readonly method: string;
  readonly args: Json;
  readonly at: number;
  status: number;
  response: Json;
  ms: number;
}

/** Something Slack lets pass, but that a careful app never does. */
export interface Violation {
  readonly kind:
    | 'blocks-without-text'
    | 'channel-wide-mention'
    | 'unknown-envelope-acked'
    | 'envelope-acked-twice'
    | 'ack-body-ignored'
    | 'ack-body-refused'
    | 'response-url-refused';
  readonly method: string;
  readonly detail: string;
  readonly at: number;
}

export type EnvelopeKind = 'slash_commands' | 'interactive' | 'events_api';

export type DeliveryOutcome = 'waiting' | 'acked' | 'late' | 'timeout' | 'refused' | 'no_socket';

/** One attempt to hand the app something; a retry or a redelivery is another record with the same id. */
export interface Delivery {
  readonly id: string;
  readonly kind: EnvelopeKind;
  readonly payload: Json;
  readonly via: 'socket' | 'http';
  readonly attempt: number;
  readonly reason: string;
  readonly sentAt: number;
  /** Infinity until the app acknowledges. */
  ackMs: number;
  ackBody: unknown;
  status?: number;
  outcome: DeliveryOutcome;
}
