import { randomUUID } from 'node:crypto';
import type { Message } from '../../domain/message.ts';
import type { Actor } from '../../domain/people.ts';
import type { Ears } from '../adapter.ts';
import { quoted } from '../parse.ts';

/** The words of a command line as one line: what the shell has unquoted is quoted again. */
export function lineOf(words: readonly string[]): string {
  return words
    .map((word) => {
      if (!/[\s"'`]/u.test(word)) return word;
      const [, key, value] = /^(--?[a-z-]+=|[a-z-]+:)(.*)$/is.exec(word) ?? [];
      return key === undefined ? quoted(word) : key + quoted(value ?? '');
    })
    .join(' ');
}

/** One line, one answer: for `hipaa findings severity>=high` and for scripts. */
export function oneShot(ears: Pick<Ears, 'hear'>, actor: Actor): (line: string) => Promise<Message> {
  const channel = { platform: 'terminal' as const, team: actor.team, id: 'terminal' };
  return (line) => ears.hear({ key: `terminal:${randomUUID()}`, actor, channel, says: line });
}
