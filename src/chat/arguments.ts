import type { Role } from '../domain/people.ts';

/**
 * What a command understands. Positional arguments are read in the order of their declaration; every argument can also
 * be given by name: `--for 7d`, `for:7d`, `severity>=high`. `rest` swallows the remaining words.
 */
export interface Arg<V = unknown> {
  readonly kind: 'word' | 'number' | 'flag' | 'choice' | 'duration' | 'date' | 'person' | 'rest' | 'list';
  readonly summary: string;
  readonly positional: boolean;
  readonly required: boolean;
  /** For `list`: may repeat, and takes `a,b`. */
  readonly choices?: readonly string[];
  /** Words that introduce it in speech and are skipped: `because …`. */
  readonly after?: readonly string[];
  readonly maxLength?: number;
  /** Where a form should offer a paragraph instead of a line. */
  readonly long?: true;
  readonly initial?: string;
  /** What a form calls it; its name with a capital when absent. */
  readonly label?: string;
  /** Smallest and greatest value: a number, milliseconds of a duration, or milliseconds from now of a date. */
  readonly min?: number;
  readonly max?: number;
  /** The configured limit that sets `max`, in days. */
  readonly limit?: 'acknowledgeMaxDays' | 'acceptMaxDays';
  /** Means "at least", and may be typed so: `severity>=high`, `age>7d`. */
  readonly atLeast?: '>' | '>=';
  /** Left out of forms and usage: buttons say it, people need not. */
  readonly unasked?: true;
  /** Names an unasked list: a form asks for this only if that list holds its name, and then it must be answered. */
  readonly askedBy?: string;
  /** A one-time code: never repeated, not even to who typed it. */
  readonly secret?: true;
  /** Phantom: the type of the parsed value. */
  readonly value?: V;
}

export type Args = Readonly<Record<string, Arg<any>>>;
export type Values<A extends Args> = { readonly [N in keyof A]: A[N] extends Arg<infer V> ? V : never };

type Extra = Partial<
  Pick<
    Arg,
    | 'after'
    | 'maxLength'
    | 'long'
    | 'initial'
    | 'label'
    | 'min'
    | 'max'
    | 'limit'
    | 'atLeast'
    | 'unasked'
    | 'askedBy'
    | 'secret'
  >
>;

const make =
  <V>(kind: Arg['kind']) =>
  (summary: string, extra: Extra = {}) => {
    const base = { kind, summary, ...extra };
    return {
      /** The next word, and it must be there. */
      required: { ...base, positional: true, required: true } as Arg<V>,
      /** The next word, if there is one. */
      optional: { ...base, positional: true, required: false } as Arg<V | undefined>,
      /** Only by name. */
      named: { ...base, positional: false, required: false } as Arg<V | undefined>,
      /** Only by name, and it must be there. */
      mandatory: { ...base, positional: false, required: true } as Arg<V>,
    };
  };

export const arg = {
  word: make<string>('word'),
  number: make<number>('number'),
  /** Everything that is left, as one text: a reason. */
  rest: make<string>('rest'),
  /** `7d`, `12h`, `2w`, `3mo`: milliseconds. */
  duration: make<number>('duration'),
  /** `2027-01-31`, or a duration from now: an instant (end of that day, UTC). */
  date: make<string>('date'),
  /** `@ann`, `<@U123>`, `me`: a person's id as the platform writes it. */
  person: make<string>('person'),
  flag: (summary: string, extra: Extra = {}): Arg<boolean> => ({
    kind: 'flag',
    summary,
    positional: false,
    required: false,
    ...extra,
  }),
  list: (summary: string, choices?: readonly string[], extra: Extra = {}): Arg<readonly string[]> => ({
    kind: 'list',
    summary,
    positional: false,
    required: false,
    ...(choices ? { choices } : {}),
    ...extra,
  }),
  choice: <const C extends string>(
    summary: string,
    choices: readonly C[],
    positional = false,
    extra: Extra = {},
  ): Arg<C | undefined> => ({
    kind: 'choice',
    summary,
    positional,
    required: false,
    choices,
    ...extra,
  }),
};

/** Whether what was said so far asks for this argument besides: `needs:confirm,code`. */
export function isAskedFor(name: string, a: Arg, values: Readonly<Record<string, unknown>>): boolean {
  const list = a.askedBy === undefined ? undefined : values[a.askedBy];
  return Array.isArray(list) && list.includes(name);
}

/** What the registry tells help, forms and docs about a command, without its code. */
export interface Spoken {
  readonly name: string;
  readonly summary: string;
  readonly examples: readonly string[];
  readonly role: Role;
  /** A role outside the line of roles that may say it too. */
  readonly also?: Role;
  readonly args: Args;
  readonly changes?: true;
  readonly open?: true;
  readonly to?: string;
}
