import { dangersIn, ruleProblems } from './rules.ts';
import { schemaProblems } from './schema.ts';
import { sdkProblems } from './sdk.ts';
import { withoutAdditions } from './teams-additions.ts';
import type { Json } from './walk.ts';

export const portableBytes = 24 * 1024;

/** Everything that Microsoft's schema, Microsoft's reader, Teams or a careful person would object to. */
export function cardProblems(given: Json): string[] {
  const { card, problems } = withoutAdditions(given);
  return [...problems, ...schemaProblems(card), ...sdkProblems(card), ...ruleProblems(given)];
}

/** The bytes of an activity with this card, as Teams counts them: UTF-16. */
export const activityBytes = (text: string, card: Json): number =>
  Buffer.byteLength(
    JSON.stringify({
      type: 'message',
      summary: text,
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    }),
    'utf16le',
  );

/** The same for a whole message: its line, its card and its size. */
export function messageProblems(
  { text, card }: { readonly text: string; readonly card: Json },
  bytes = portableBytes,
): string[] {
  const size = activityBytes(text, card);
  return [
    ...cardProblems(card),
    ...dangersIn(text),
    ...(text.trim() === '' ? ['no text'] : []),
    ...(size > bytes ? [`${size} bytes`] : []),
  ];
}
