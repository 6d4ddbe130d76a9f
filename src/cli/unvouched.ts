import { commands } from '#commands';
import { parse } from '../chat/parse.ts';
import { refusal } from '../chat/views/refusal.ts';
import type { Message } from '../domain/message.ts';
import type { Actor } from '../domain/people.ts';
import { isNamed, type TerminalSettings, terminalAccount } from '../terminal-people.ts';

/** One-time codes are among them: with a second self somebody would enrol a second time. */
const ofTwo = ['approve', 'deny', 'withdraw', 'review', 'break-glass', 'enrol'];

/** A question becomes a request by its reason. */
const withReason = ['fix', 'undo'];

function isOfTwo(line: string, now: Date): string | null {
  const parsed = parse(line, commands, now);
  if (!parsed.ok) return null;
  const { command, values } = parsed;
  const is =
    ofTwo.includes(command.name) ||
    (withReason.includes(command.name) && typeof values['reason'] === 'string') ||
    (command.name === 'freeze' && values['action'] === 'off');
  return is ? command.name : null;
}

/**
 * Two persons agree to a change. A terminal knows only a user name: whether that is the person who asked in chat is told by
 * the configuration or by nobody.
 */
export function unvouched(
  line: string,
  now: Date,
  me: Pick<Actor, 'name'>,
  { persons, terminal }: TerminalSettings,
): Message | null {
  const verb = isOfTwo(line, now);
  if (verb === null) return null;
  const account = terminalAccount(me.name);
  const missing = [
    ...(isNamed(me.name, persons) ? [] : [`\`${account}\` to your accounts in \`persons\``]),
    ...(terminal.roles === undefined ? [`\`${me.name}\` to a role in \`terminal.roles\``] : []),
  ];
  if (missing.length === 0) return null;
  return refusal({
    says: `“${verb}” is not taken from this terminal: nothing tells which person sits here.`,
    next: `Say it in chat, or add ${missing.join(', and ')}, in the configuration.`,
  });
}
