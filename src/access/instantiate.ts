import { type Budget, leaveOut, spend } from './budget.ts';
import { type Glob, isMany, isWild, stopsAt } from './glob.ts';

/** A part of a value that varies. `fill` is what a stranger would have there; `whose` marks the part that says whose it is. */
export interface Hole {
  readonly fill: string;
  readonly accepts?: (code: number) => boolean;
  readonly exact?: boolean;
  readonly whose?: boolean;
}
export type Template = readonly (string | Hole)[];

interface Way {
  readonly next: readonly number[];
  readonly free: boolean;
}

/** Longer than any object key: the search goes one call deeper per character. */
const LONGEST = 1200;

const folded = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code);

/** The ways in which every glob at once can take this character; free when no glob prescribes it. */
function ways(globs: readonly Glob[], at: readonly number[], char: number): readonly Way[] {
  let found: readonly Way[] = [{ next: [], free: true }];
  for (const [index, { codes, fold }] of globs.entries()) {
    const options: Way[] = [];
    for (let position = at[index] ?? 0; position < codes.length; position += 1) {
      const code = codes[position] ?? 0;
      const takes = isWild(code) ? !stopsAt(code, char) : code === (fold ? folded(char) : char);
      if (takes) options.push({ next: [isMany(code) ? position : position + 1], free: isWild(code) });
      if (!isMany(code)) break;
    }
    found = found.flatMap((way) =>
      options.map(({ next, free }) => ({ next: [...way.next, ...next], free: way.free && free })),
    );
  }
  return found;
}

/** The characters that some glob prescribes at this point. */
function prescribed(globs: readonly Glob[], at: readonly number[]): readonly number[] {
  return globs.flatMap(({ codes }, index) => {
    let position = at[index] ?? 0;
    while (isMany(codes[position] ?? 0)) position += 1;
    const code = codes[position];
    return code === undefined || isWild(code) ? [] : [code];
  });
}

const finished = (globs: readonly Glob[], at: readonly number[]): boolean =>
  globs.every(({ codes }, index) => codes.slice(at[index] ?? 0).every(isMany));

/**
 * A text of the template's form which all the globs match, with a stranger's own characters wherever the globs leave the
 * choice; undefined when there is none. In a hole that says whose the value is at least one character must be free:
 * `vpc-1a2b` belongs to somebody, `vpc-*` to anybody.
 */
export function instantiate(template: Template, globs: readonly Glob[], budget: Budget): string | undefined {
  if (globs.some(({ codes }) => codes.length > LONGEST)) {
    leaveOut(budget);
    return undefined;
  }
  const owned = template.some((token) => typeof token !== 'string' && token.whose);
  if (owned && globs.some((glob) => glob.literal)) return undefined;
  const seen = new Set<string>();

  function take(part: number, offset: number, free: boolean, at: readonly number[], char: number) {
    const found = ways(globs, at, char);
    if (globs.length > 1 && !spend(budget, found.length)) return undefined;
    for (const way of found) {
      const rest: string | undefined = visit(part, offset, free || way.free, way.next);
      if (rest !== undefined) return String.fromCharCode(char) + rest;
    }
    return undefined;
  }

  function visit(part: number, offset: number, free: boolean, at: readonly number[]): string | undefined {
    const state = `${part},${offset},${free},${at.join()}`;
    if (seen.has(state) || !spend(budget)) return undefined;
    seen.add(state);
    const token = template[part];
    if (token === undefined) return finished(globs, at) ? '' : undefined;
    if (typeof token === 'string') {
      if (offset === token.length) return visit(part + 1, 0, false, at);
      return take(part, offset + 1, false, at, token.charCodeAt(offset));
    }
    const full = offset >= token.fill.length;
    const mayLeave = (token.exact ? full : offset > 0) && (!token.whose || free);
    const leave = () => (mayLeave ? visit(part + 1, 0, false, at) : undefined);
    const stay = () => {
      if (full && token.exact) return undefined;
      const own = token.fill.charCodeAt(full ? offset - 1 : offset);
      for (const char of new Set([own, ...prescribed(globs, at)])) {
        if (token.accepts && !token.accepts(char)) continue;
        const text = take(part, full ? offset : offset + 1, free, at, char);
        if (text !== undefined) return text;
      }
      return undefined;
    };
    return full ? (leave() ?? stay()) : (stay() ?? leave());
  }

  return visit(
    0,
    0,
    false,
    globs.map(() => 0),
  );
}
