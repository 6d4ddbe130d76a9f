import type { Instant } from '../../domain/finding.ts';
import type { Span, Text } from '../../domain/message.ts';
import { tidy } from './text.ts';

export type When = Extract<Span, { readonly when: Instant }>;

export const spansOf = (text: Text): readonly Span[] => (typeof text === 'string' ? [text] : text);

/** To the second and in UTC, the only form that a card's date functions read; null when it is no date. */
export function instantOf({ when }: When): string | null {
  const at = Date.parse(when);
  const iso = Number.isNaN(at) ? '' : new Date(at).toISOString();
  return /^\d{4}-/.test(iso) ? `${iso.slice(0, 19)}Z` : null;
}

function inUtc(span: When): string {
  const [day = '', time = ''] = instantOf(span)?.split('T') ?? [];
  if (day === '') return tidy(span.when);
  return span.as === 'date' ? day : `${day} ${time.slice(0, 5)} UTC`;
}

/** What a span says, without its marks. */
export function words(span: Span): string {
  if (typeof span === 'string') return tidy(span);
  if ('bold' in span) return tidy(span.bold);
  if ('italic' in span) return tidy(span.italic);
  if ('code' in span) return tidy(span.code);
  if ('person' in span) return `@${tidy(span.person.name)}`;
  return inUtc(span);
}

export const plain = (text: Text): string => spansOf(text).map(words).join('');
