/** What was read of a bucket: the value, null when the bucket has none, or why it could not be read. */
export type Known<T> =
  | { readonly known: true; readonly value: T | null }
  | { readonly known: false; readonly because: string };

/** Kleene's three values: undefined is "cannot be told". */
export type Maybe = boolean | undefined;
export const or = (a: Maybe, b: Maybe): Maybe =>
  a === true || b === true ? true : a === undefined || b === undefined ? undefined : false;

/** Kleene's "some": unknown unless one is certain. */
export function some(answers: Iterable<Maybe>): Maybe {
  let result: Maybe = false;
  for (const answer of answers) {
    if (answer) return true;
    if (answer === undefined) result = undefined;
  }
  return result;
}
export const not = (answer: Maybe): Maybe => (answer === undefined ? undefined : !answer);
