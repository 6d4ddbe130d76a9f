import { randomUUID } from 'node:crypto';
import type { Message } from '../../domain/message.ts';
import type { Actor } from '../../domain/people.ts';
import type { Ears } from '../adapter.ts';
import type { Spoken } from '../arguments.ts';
import { parse, quoted, says } from '../parse.ts';
import { durationOf } from '../time.ts';

const opensQuote = /^["'“”„‟＂‘’‚‛`]/u;
const needsQuotes = (text: string): boolean => text === '' || /\s/u.test(text) || opensQuote.test(text);

/** What the shell has unquoted is quoted again. */
function again(word: string): string {
  const [, key, value = ''] = /^(--?[a-z-]+=|[a-z-]+[:=])(.*)$/is.exec(word) ?? [];
  if (key !== undefined) return needsQuotes(value) ? key + quoted(value) : word;
  return needsQuotes(word) ? quoted(word) : word;
}

const textsOf = (command: Spoken) => Object.entries(command.args).filter(([, a]) => a.kind === 'rest');

/** `'because the ward moves'`, held together by the shell, is still "because" and a reason. */
function introduced(words: readonly string[], command: Spoken): readonly string[] {
  const intros = textsOf(command).flatMap(([, a]) => a.after ?? []);
  const isIntro = (word: string | undefined) => word !== undefined && intros.includes(word.toLowerCase());
  const at = words.findIndex((word) => isIntro(/^(\S+)\s/u.exec(word)?.[1]));
  if (at < 0 || words.slice(0, at).some(isIntro)) return words;
  const [, intro = '', rest = ''] = /^(\S+)\s+(.*)$/su.exec(words[at] ?? '') ?? [];
  return [...words.slice(0, at), intro, rest, ...words.slice(at + 1)];
}

/**
 * The words of a command line as one line that the grammar reads back as they were typed. Quotes inside a text would be
 * stored with it, so words that need them are stood in for until the grammar has said which text they belong to.
 */
export function lineOf(typed: readonly string[], commands: readonly Spoken[], now: Date): string {
  const command = commands.find((c) => c.name === typed[0]?.toLowerCase());
  if (!command) return typed.map(again).join(' ');
  const words = introduced(typed, command);
  const held: string[] = [];
  const line = words.map((word) => {
    const whole = again(word);
    if (whole === word || !whole.startsWith('"') || word === '' || durationOf(word) !== null) return whole;
    return `\ue000${held.push(word) - 1}\ue001`;
  });
  if (held.length === 0) return line.join(' ');
  const parsed = parse(line.join(' '), [command], now);
  if (!parsed.ok) return words.map(again).join(' ');
  const values: Record<string, unknown> = { ...parsed.values };
  let back = 0;
  for (const [name] of textsOf(command)) {
    const text = values[name];
    if (typeof text !== 'string') continue;
    values[name] = text.replace(/\ue000(\d+)\ue001/g, (_, i: string) => {
      back++;
      return held[Number(i)] ?? '';
    });
  }
  return back === held.length ? says(command, values) : words.map(again).join(' ');
}

/** One line, one answer: for `hipaa findings severity>=high` and for scripts. */
export function oneShot(ears: Pick<Ears, 'hear'>, actor: Actor): (line: string) => Promise<Message> {
  const channel = { platform: 'terminal' as const, team: actor.team, id: 'terminal' };
  return (line) => ears.hear({ key: `terminal:${randomUUID()}`, actor, channel, says: line });
}
