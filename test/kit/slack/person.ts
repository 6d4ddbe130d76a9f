import type { Answer } from './inputs.ts';
import type { Json } from './json.ts';
import type { Channel, Delivery, Message, UserRecord, View } from './model.ts';
import type { Forgery } from './signing.ts';
import type { Settled } from './submission.ts';

export interface Acting {
  /** Sign the request wrongly (HTTP mode only). */
  readonly forge?: Forgery;
}

/** What came of something a person did. */
export interface Reaction {
  /** Infinity when the app did not acknowledge in time. */
  readonly ackMs: number;
  readonly ackBody: unknown;
  /** What the person is told when it failed. */
  readonly error:
    | 'dispatch_failed'
    | 'operation_timeout'
    | 'http_error'
    | 'invalid_command_response'
    | undefined;
  /** Messages that came by the acknowledgement and the response_url so far; it keeps growing. */
  readonly responses: readonly Message[];
  readonly responseUrl: string | undefined;
  readonly triggerId: string | undefined;
  readonly delivery: Delivery;
  /** The first response, or the n-th. */
  reply(n?: number, ms?: number): Promise<Message>;
}

export interface Submission extends Reaction, Settled {
  /** The modal the person now looks at. */
  readonly view: View | undefined;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly record: UserRecord;
  slash(command: string, text: string, where: { channel: Channel | string } & Acting): Promise<Reaction>;
  /** Presses a button, by action id or by what it reads. */
  click(target: Message | View, actionIdOrLabel: string, acting?: Acting): Promise<Reaction>;
  /** Picks in a menu, ticks a box, chooses a date outside a submission. */
  choose(target: Message | View, actionIdOrLabel: string, answer: Answer, acting?: Acting): Promise<Reaction>;
  /** What an external select offers for this query. */
  suggest(target: Message | View, actionIdOrLabel: string, query: string): Promise<readonly Json[]>;
  submit(view: View | undefined, values?: Record<string, Answer>, acting?: Acting): Promise<Submission>;
  close(how?: { all?: boolean }): Promise<Delivery | undefined>;
  modal(): View | undefined;
  home(): View | undefined;
  say(
    channel: Channel | string,
    text: string,
    how?: { thread?: Message },
  ): Promise<{ message: Message; deliveries: Delivery[] }>;
  /** A word to the bot in private. */
  tell(text: string): Promise<{ message: Message; deliveries: Delivery[] }>;
  openHome(): Promise<Delivery | undefined>;
  shortcut(callbackId: string): Promise<Reaction>;
  messageShortcut(message: Message, callbackId: string): Promise<Reaction>;
  ephemerals(channel?: Channel | string): Message[];
  /** Everything this person sees in a channel, ephemerals included. */
  sees(channel: Channel | string): Message[];
  dm(): Channel;
}
