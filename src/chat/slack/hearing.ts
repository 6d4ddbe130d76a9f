/** What a person typed, without the mention that called the bot. The router undoes the rest of Slack's wrapping. */
export const called = (text: string, botUserId: string): string =>
  text
    .replace(new RegExp(`<@${botUserId}(?:\\|[^>]*)?>`, 'g'), ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Whether a button turns the pages of the message that it is under: then the answer takes the message's place. */
export const turnsPage = (says: string): boolean =>
  /(?:^|\s)(?:--)?page\s*[:= ]\s*"?\d+"?(?:\s|$)/i.test(says);
