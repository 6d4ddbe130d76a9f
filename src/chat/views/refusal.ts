import type { Button, Message } from '../../domain/message.ts';
import { marked, sentences, unmarked } from './words.ts';

export interface RefusalView {
  /** What was refused, and why. */
  readonly says: string;
  /** What to do next. */
  readonly next?: string;
  readonly usage?: string;
  readonly didYouMean?: string;
  readonly buttons?: readonly Button[];
  readonly exit?: 1 | 2;
}

/** A refusal is private, says why, and what would work. */
export function refusal(r: RefusalView): Message {
  const meant = r.didYouMean;
  const buttons: Button[] = [...(r.buttons ?? [])];
  // A button holds a line of 2000 characters at most; a longer one would have to be typed again anyway.
  if (meant !== undefined && meant.length <= 1500) {
    buttons.unshift({ label: `Yes: ${meant.length > 60 ? `${meant.slice(0, 59)}…` : meant}`, says: meant });
  }
  return {
    text: sentences(
      unmarked(r.says),
      meant && `Did you mean “${meant}”?`,
      r.next && unmarked(r.next),
      r.usage && `The form is: ${r.usage}`,
    ),
    visibility: 'sender',
    exit: r.exit ?? 1,
    blocks: [
      { kind: 'text', text: marked(r.says) },
      ...(meant === undefined
        ? []
        : [{ kind: 'text' as const, text: ['Did you mean ', { code: meant }, '?'] }]),
      ...(r.next === undefined ? [] : [{ kind: 'text' as const, text: marked(r.next) }]),
      ...(buttons.length === 0 ? [] : [{ kind: 'buttons' as const, buttons }]),
      ...(r.usage === undefined
        ? []
        : [{ kind: 'note' as const, text: ['The form is ', { code: r.usage }, '.'] }]),
    ],
  };
}
