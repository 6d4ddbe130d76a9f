import type { Account, Incoming } from './activity.ts';

/** Tags that Teams' editor leaves in what people type. Anything else between `<` and `>` is theirs. */
const tags =
  /<\/?(?:p|div|br|span|strong|b|em|i|u|s|code|pre|codeblock|a|ul|ol|li|blockquote|h[1-6]|table|tbody|tr|td|attachment|emoji|readonly)(?:\s[^<>]*)?\/?>/gi;

const entities: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&quot;': '"',
  '&#39;': "'",
  '&#160;': ' ',
};

/** The command for comparing only: the router reads it properly. */
export const verbOf = (says: string): string =>
  (/^\s*(?:\/?hipaa\s+)?([\w-]+)/i.exec(says)?.[1] ?? 'help').toLowerCase();

/** Whether a line asks for an open answer itself. */
export const asksToShare = (says: string): boolean => /(?:^|\s)--share(?:\s|$)/i.test(says);

/**
 * What a person typed, without the mention that called the bot and without the editor's markup. Other people who are
 * mentioned become `<@object id>`; `idOf` tells it. The router undoes the rest.
 */
export async function spoken(
  { text = '', entities: marks = [], recipient }: Pick<Incoming, 'text' | 'entities' | 'recipient'>,
  idOf: (account: Account) => Promise<string | null>,
): Promise<string> {
  let line = text ?? '';
  for (const mark of marks) {
    const { type, text: shown, mentioned } = mark;
    if (type !== 'mention' || typeof shown !== 'string' || shown === '' || typeof mentioned?.id !== 'string')
      continue;
    const id = mentioned.id === recipient.id ? null : await idOf(mentioned);
    const name = `@${String(mentioned.name ?? '').replace(/[<>]/g, '')}`;
    const other = id ? `<@${id}>` : name;
    line = line.replace(shown, () => (mentioned.id === recipient.id ? ' ' : ` ${other} `));
  }
  return line
    .replace(/<at\b[^>]*>(.*?)<\/at>/gi, (_, name) => `@${name}`)
    .replace(tags, ' ')
    .replace(/&(?:nbsp|quot|#39|#160);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/gu, ' ')
    .trim();
}
