import { isDeepStrictEqual } from 'node:util';
import { type Json, objectsOf, textsOf } from './walk.ts';

const dateFunction =
  /\{\{(?:DATE\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ(?:, ?(?:COMPACT|LONG|SHORT))?\)|TIME\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\))\}\}/g;

/** What text could do beside being read: call, format, fill in, turn around. */
export function dangersIn(text: string, calls: readonly string[] = []): string[] {
  let rest = text.replace(dateFunction, '');
  for (const call of calls) rest = rest.replaceAll(call, '');
  const found: readonly [RegExp, string][] = [
    [/<\/?[a-z!?]/i, 'a tag or mention'],
    [/\{\{/, 'a date function or binding'],
    [/\$\{/, 'a template'],
    [/&(?:#\d+|#x[\da-f]+|[a-z]+);/i, 'an entity'],
    [/[\u202a-\u202e\u2066-\u2069]/, 'a turned reading direction'],
    [/(?![\n\t])\p{Cc}/u, 'a control character'],
  ];
  const out = found.filter(([pattern]) => pattern.test(rest)).map(([, what]) => what);
  if (!text.isWellFormed()) out.push('half a character');
  return out.map((what) => `text: ${what} in ${JSON.stringify(text.slice(0, 80))}`);
}

/** What neither validator looks for, and Teams or a careful reader would mind. */
export function ruleProblems(card: Json): string[] {
  const out: string[] = [];
  if (card['version'] !== '1.5') out.push(`the version is ${card['version']}`);
  if (card['$schema'] !== 'http://adaptivecards.io/schemas/adaptive-card.json') out.push('no $schema');
  if (!card['fallbackText']?.trim()) out.push('no fallbackText');
  if (card['msteams']?.width !== 'Full') out.push('not in full width');
  if (!(card['body']?.length > 0)) out.push('an empty body');
  const objects = [...objectsOf(card)];
  const ids = new Set(objects.map((each) => each['id']));
  for (const each of objects) {
    const { type, targetElements = [], actions, fallback, verb, data } = each;
    for (const target of targetElements)
      if (!ids.has(target.elementId ?? target))
        out.push(`a toggle of ${JSON.stringify(target)}, which is not there`);
    if (type === 'ActionSet' && !(actions.length > 0 && actions.length <= 6))
      out.push(`${actions.length} actions in a row`);
    if (type === 'Action.Execute' && card['refresh']?.action !== each) {
      if (fallback?.type !== 'Action.Submit') out.push(`${verb} has no Submit to fall back on`);
      else if (!isDeepStrictEqual(fallback.data, data) || data?.verb !== verb)
        out.push(`${verb} falls back on something else`);
    }
  }
  const calls = (card['msteams']?.entities ?? []).map((entity: Json) => entity['text']);
  const { refresh: _, msteams: __, ...seen } = card;
  for (const text of textsOf(seen)) out.push(...dangersIn(text, calls));
  return out;
}
