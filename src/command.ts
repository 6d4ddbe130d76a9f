import type { Args, Values } from './chat/arguments.ts';
import type { Channel, Message, MessageRef } from './domain/message.ts';
import type { Actor, Role } from './domain/people.ts';
import type { Services } from './engine/services.ts';

export { arg } from './chat/arguments.ts';

export interface Call {
  readonly actor: Actor;
  readonly channel: Channel;
  readonly now: Date;
  readonly services: Services;
  readonly source?: MessageRef;
}

/** A verb that people say. Its arguments drive the parser, the help, the forms and the reference. */
export interface Command<A extends Args = Args> {
  readonly name: string;
  readonly summary: string;
  readonly examples: readonly [string, ...string[]];
  readonly role: Role;
  /** A role outside the line of roles that may say it too. */
  readonly also?: Role;
  readonly args: A;
  /** Changes state: refused to guests and strangers, and said in the open. */
  readonly changes?: true;
  /** Anybody may say it, also people without a role: `help`, `whoami`. */
  readonly open?: true;
  /** What one does with it, after "you need the role … to": `acknowledge a finding`. */
  readonly to?: string;
  /** A higher role that some of its arguments ask for. */
  needs?(values: Values<A>): Role;
  run(values: Values<A>, call: Call): Promise<Message>;
}

export const defineCommand = <const A extends Args>(command: Command<A>): Command<A> => command;
