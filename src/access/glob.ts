const ONE = -1;
const MANY = -2;
const ONE_IN_PART = -3;
const MANY_IN_PART = -4;
const COLON = 58;

type Codes = readonly number[];

/** Character codes; the negative ones are wildcards. "In part" wildcards stop at a colon, as in the first five parts of an ARN. */
export interface Glob {
  readonly codes: Codes;
  readonly literal: boolean;
  readonly fold: boolean;
  /** What stands before the first wildcard. */
  readonly head: string;
  /** The six parts of an ARN, where the operator compares them one by one. */
  readonly parts?: readonly Codes[];
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
export const hasOne = ({ codes }: Glob): boolean => codes.some(isOne);
export const isWild = (code: number): boolean => code < 0;
export const stopsAt = (wild: number, code: number): boolean =>
  code === COLON && (wild === ONE_IN_PART || wild === MANY_IN_PART);

function split(codes: Codes): readonly Codes[] {
  const parts: number[][] = [[]];
  for (const code of codes) {
    if (code === COLON && parts.length < 6) parts.push([]);
    else parts.at(-1)?.push(code);
  }
  return parts;
}

/** Undefined when the pattern holds a variable that stands for nothing: it then matches no text. */
export function compileGlob(pattern: string, options: GlobOptions): Glob | undefined {
  const codes: number[] = [];
  const text = options.fold ? pattern.toLowerCase() : pattern;
  const isArn = options.arn === true && text.replaceAll(/\$\{[^}]*\}/g, '').split(':').length >= 6;
  let colons = 0;
  const star = () => (isArn && colons < 5 ? MANY_IN_PART : MANY);
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
    } else if (options.wild && char === '?') codes.push(isArn && colons < 5 ? ONE_IN_PART : ONE);
    else {
      if (char === ':') colons += 1;
      codes.push(char.charCodeAt(0));
    }
  }
  const first = codes.findIndex(isWild);
  const head = String.fromCharCode(
    ...codes.slice(0, first < 0 ? Math.min(codes.length, 256) : Math.min(first, 256)),
  );
  return {
    codes,
    literal: first < 0,
    fold: options.fold ?? false,
    head,
    ...(isArn && { parts: split(codes) }),
  };
}

/** The greedy way back to the last star: no worse than text times pattern, so a hostile pattern cannot stall a scan. */
function run(codes: Codes, text: string, from: number, to: number): boolean {
  let [at, place, star, mark] = [from, 0, -1, from];
  while (at < to) {
    const code = codes[place];
    if (code !== undefined && isMany(code)) {
      star = place;
      mark = at;
      place += 1;
    } else if (code !== undefined && (isOne(code) || code === text.charCodeAt(at))) {
      at += 1;
      place += 1;
    } else if (star >= 0) {
      mark += 1;
      at = mark;
      place = star + 1;
    } else return false;
  }
  while (place < codes.length && isMany(codes[place] ?? 0)) place += 1;
  return place === codes.length;
}

export function matchesGlob({ codes, fold, parts }: Glob, given: string): boolean {
  const text = fold ? given.toLowerCase() : given;
  if (parts === undefined) return run(codes, text, 0, text.length);
  let from = 0;
  return parts.every((part, index) => {
    const colon = index < 5 ? text.indexOf(':', from) : text.length;
    if (colon < 0) return false;
    const same = run(part, text, from, colon);
    from = colon + 1;
    return same;
  });
}
