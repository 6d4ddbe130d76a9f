import { readFileSync } from 'node:fs';
import type { Control } from './domain/control.ts';

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8'));

let all: readonly Control[] | undefined;

/** The catalogue of controls: what any scanner asks, or should. Read when it is first needed. */
export const controls = (): readonly Control[] => {
  all ??= read<readonly Control[]>('controls.json');
  return all;
};

/** Why single controls have no check, by control id. */
export const leftOut = (): Readonly<Record<string, string>> => read('left-out.json');
