/** The longest line that is read; anything longer is a paste by mistake. */
export const longest = 4000;

/** Bytes that draw nothing but could move a cursor, hide text or turn its direction. */
const unseen = /(?![\t\n])[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

export const withoutControls = (text: string): string => text.replace(unseen, '');

/** `<@U123|ann>` → `<@U123>`, `<#C1|general>` → `#general`, `<https://x|text>` → `text`, `<!channel>` → `@channel`. */
const slackForms: readonly [RegExp, (...m: string[]) => string][] = [
  [/<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g, (_, id) => `<@${id}>`],
  [/<#([A-Z0-9]+)(?:\|([^>]*))?>/g, (_, id, name) => `#${name || id}`],
  [/<!subteam\^([A-Z0-9]+)(?:\|([^>]*))?>/g, (_, id, name) => name || `@${id}`],
  [/<!([a-z]+)(?:\|[^>]*)?>/g, (_, word) => `@${word}`],
  [/<(?:https?|mailto|tel):[^|>\s]*\|([^>]*)>/g, (_, shown) => shown ?? ''],
  [/<(?:mailto|tel):([^|>\s]*)>/g, (_, address) => address ?? ''],
  [/<(https?:[^|>\s]*)>/g, (_, address) => address ?? ''],
];

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** What a person meant, without the wrapping of the platform that carried it. */
export function unwrapped(line: string): string {
  let text = withoutControls(line);
  for (const [form, to] of slackForms) text = text.replace(form, to);
  return text.replace(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity);
}

/** The other way round, for words that would be unwrapped although they are meant as they stand. */
export const wrapped = (text: string): string =>
  text.replace(/&(?=(?:lt|gt|amp);)/g, '&amp;').replace(/<(?=[@#!]|https?:|mailto:|tel:)/g, '&lt;');
