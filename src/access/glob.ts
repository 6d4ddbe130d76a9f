const ONE = -1;
const MANY = -2;
const ONE_IN_PART = -3;
const MANY_IN_PART = -4;
const COLON = 58;

/** Character codes; the negative ones are wildcards. "In part" wildcards stop at a colon, as in the first five parts of an ARN. */
export interface Glob {
  readonly codes: readonly number[];
  readonly literal: boolean;
  readonly fold: boolean;
}

export interface GlobOptions {
  /** `*` and `?` are wildcards; without it they are themselves. */
  readonly wild: boolean;
  readonly fold?: boolean;
  readonly arn?: boolean;
  /** What a policy variable stands for: anything, nothing at all, or its own text (policy version 2008-10-17). */
  readonly variable: 'any' | 'none' | 'text';
}

export const isMany = (code: number): boolean => code === MANY || code === MANY_IN_PART;
const isOne = (code: number): boolean => code === ONE || code === ONE_IN_PART;
export const isWild = (code: number): boolean => code < 0;
export const stopsAt = (wild: number, code: number): boolean =>
  code === COLON && (wild === ONE_IN_PART || wild === MANY_IN_PART);

/** Undefined when the pattern holds a variable that stands for nothing: it then matches no text. */
export function compileGlob(pattern: string, options: GlobOptions): Glob | undefined {
  const codes: number[] = [];
  const text = options.fold ? pattern.toLowerCase() : pattern;
  const isArn = options.arn === true && text.replaceAll(/\$\{[^}]*\}/g, '').split(':').length >= 6;
  let parts = 0;
  const star = () => (isArn && parts < 5 ? MANY_IN_PART : MANY);
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    const end =
      char === '$' && text[i + 1] === '{' && options.variable !== 'text' ? text.indexOf('}', i) : -1;
    if (end > 0) {
      const name = text.slice(i + 2, end);
      if (name === '*' || name === '?' || name === '$') codes.push(name.charCodeAt(0));
      else if (options.variable === 'none') return undefined;
      else codes.push(star());
      i = end;
    } else if (options.wild && char === '*') {
      if (codes.at(-1) !== star()) codes.push(star());
    } else if (options.wild && char === '?') codes.push(isArn && parts < 5 ? ONE_IN_PART : ONE);
    else {
      if (char === ':') parts += 1;
      codes.push(char.charCodeAt(0));
    }
  }
  return { codes, literal: !codes.some(isWild), fold: options.fold ?? false };
}

/** Linear in text times pattern, whatever the wildcards: a hostile pattern cannot stall a scan. */
export function matchesGlob({ codes, literal, fold }: Glob, given: string): boolean {
  if (codes.length === 1 && codes[0] === MANY) return true;
  const text = fold ? given.toLowerCase() : given;
  if (literal) return codes.length === text.length && codes.every((code, i) => code === text.charCodeAt(i));
  let at = new Set<number>();
  const reach = (set: Set<number>, from: number) => {
    let position = from;
    set.add(position);
    while (isMany(codes[position] ?? 0)) {
      position += 1;
      set.add(position);
    }
  };
  reach(at, 0);
  for (let i = 0; i < text.length && at.size > 0; i += 1) {
    const char = text.charCodeAt(i);
    const next = new Set<number>();
    for (const position of at) {
      const code = codes[position];
      if (code === undefined) continue;
      if (isMany(code)) {
        if (!stopsAt(code, char)) reach(next, position);
      } else if (isOne(code) ? !stopsAt(code, char) : code === char) reach(next, position + 1);
    }
    at = next;
  }
  return at.has(codes.length);
}
