import { readFileSync } from 'node:fs';
import { checks } from '#checks';
import { type AnyCheck, controlOf } from '../../src/domain/check.ts';

export interface Control {
  readonly id: string;
  readonly service: string;
  readonly title: string;
  readonly severity: string;
  readonly citations: readonly string[];
  readonly citations_from: 'one peer' | 'two or more peers' | 'proposed';
  /** Among the controls to be checked before the others. */
  readonly first: boolean;
}

const file = new URL('../../data/controls.json', import.meta.url);
export const controls: readonly Control[] = JSON.parse(readFileSync(file, 'utf8'));

export const allChecks = checks as readonly AnyCheck[];
export const checkOf: ReadonlyMap<string, AnyCheck> = new Map(allChecks.map((c) => [controlOf(c), c]));
