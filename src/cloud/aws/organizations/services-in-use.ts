import { CloudError } from '../../../domain/errors.ts';
import type { EligibleServices } from './eligible-services.ts';

/** Services in use, held against AWS's list. */
export interface ServicesInUse {
  readonly eligible: readonly string[];
  /** Not on the list of that day. */
  readonly unlisted: readonly string[];
  /** On it or not cannot be told from the name. */
  readonly unsure: readonly string[];
  /** The day of the list. */
  readonly asOf: string;
}

/** A service by its name, and by the prefix of its API, if that could be told. */
export type Seen = readonly [name: string, prefix: string | undefined];

/** What cannot be told is told only beside what can: alone it is no answer, and must not pass for "all eligible". */
export function heldAgainst({ asOf, prefixes }: EligibleServices, seen: readonly Seen[]): ServicesInUse {
  const names = (which: (prefix: string | undefined) => boolean) =>
    [...new Set(seen.filter(([, prefix]) => which(prefix)).map(([name]) => name))].sort();
  const unlisted = names((prefix) => prefix !== undefined && !prefixes.has(prefix));
  const unsure = names((prefix) => prefix === undefined);
  if (unlisted.length === 0 && unsure.length > 0) {
    const some = unsure.slice(0, 5).join(', ');
    throw new CloudError(
      'unsupported',
      `whether ${some} is on AWS's list of ${asOf} cannot be told from the name`,
    );
  }
  return {
    eligible: names((prefix) => prefix !== undefined && prefixes.has(prefix)),
    unlisted,
    unsure,
    asOf,
  };
}
