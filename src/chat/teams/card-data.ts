/** What a press asks of the bot. The same verb and data arrive from `Action.Execute` and from its `Action.Submit` fallback. */
export type Verb = 'say' | 'ask' | 'fill' | 'refresh' | 'share';

export interface Press {
  readonly verb: Verb;
  /** The command; half typed where the verb is `ask` or `fill`; the answer's id where it is `share`. */
  readonly says: string;
}

/** What an action carries. The verb stands in it too, because a Submit has no place of its own for one. */
export interface PressData extends Press {
  readonly asks?: true;
}

const verbs: readonly string[] = ['say', 'ask', 'fill', 'refresh', 'share'] satisfies readonly Verb[];
const isVerb = (verb: unknown): verb is Verb => typeof verb === 'string' && verbs.includes(verb);

export const dataOf = (verb: Verb, says: string): PressData => ({
  verb,
  says,
  ...(verb === 'ask' ? { asks: true as const } : {}),
});

const fieldsOf = (data: unknown): Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};

/** A press from what the client sent; null when it is none of ours. The client may have sent anything. */
export function pressOf(data: unknown): Press | null {
  const { verb, says } = fieldsOf(data);
  return isVerb(verb) && typeof says === 'string' ? { verb, says } : null;
}

/** Keeps the names of fields apart from `verb` and `says`: the client puts all of them into one object. */
const answerMark = 'answer:';
export const inputId = (field: string): string => `${answerMark}${field}`;

/** What was filled in, by field. */
export const answersOf = (data: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fieldsOf(data)).flatMap(([id, value]) =>
      id.startsWith(answerMark) && typeof value === 'string'
        ? [[id.slice(answerMark.length), value.trim()]]
        : [],
    ),
  );
