export type Json = Record<string, any>;

/** Every object of a card, outermost first. */
export function* objectsOf(value: unknown): Generator<Json> {
  if (Array.isArray(value)) for (const each of value) yield* objectsOf(each);
  else if (typeof value === 'object' && value !== null) {
    yield value as Json;
    for (const each of Object.values(value)) yield* objectsOf(each);
  }
}

const shown = new Set([
  'text',
  'title',
  'label',
  'tooltip',
  'legend',
  'fallbackText',
  'errorMessage',
  'placeholder',
]);

/** Every text that a client shows: not what an action or a choice carries back. */
export function* textsOf(value: unknown, name = 'text'): Generator<string> {
  if (typeof value === 'string') {
    if (shown.has(name)) yield value;
  } else if (Array.isArray(value)) {
    for (const each of value) yield* textsOf(each, name === 'facts' ? name : 'text');
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value))
      if (key !== 'data' || Array.isArray(each))
        yield* textsOf(each, name === 'facts' && key === 'value' ? 'text' : key);
  }
}
