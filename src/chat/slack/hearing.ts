/** What a person typed, without the mention that called the bot. The router undoes the rest of Slack's wrapping. */
export const called = (text: string, botUserId: string): string =>
  text
    .replace(new RegExp(`<@${botUserId}(?:\\|[^>]*)?>`, 'g'), ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The command that a line says, for comparing only: the router reads it properly. */
export const verbOf = (says: string): string =>
  (/^\s*(?:\/?hipaa\s+)?([\w-]+)/i.exec(says)?.[1] ?? 'help').toLowerCase();

/** Whether a line asks for an open answer itself. */
export const asksToShare = (says: string): boolean => /(?:^|\s)--share(?:\s|$)/i.test(says);
