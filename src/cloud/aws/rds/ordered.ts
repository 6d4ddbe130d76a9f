import { CloudError } from '../../../domain/errors.ts';
import { present } from '../collect.ts';

/** A setting that RDS may bring about later than it was told to. */
export interface Ordered<V> {
  readonly now: V | null;
  /** What it will be; the same as `now` where nothing is on its way. */
  readonly ordered: V | null;
  /** RDS is at it: for hours, where it copies a disk. What only waits for a maintenance window is not. */
  readonly underway: boolean;
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export const later = <V>(
  now: V | undefined,
  then: V | undefined,
  status: string | undefined,
): Ordered<V> => ({
  now: now ?? null,
  ordered: then ?? now ?? null,
  underway:
    then !== undefined &&
    !isSame(now, then) &&
    /^(modifying|backing-up|configuring|rebooting)/.test(status ?? ''),
});

/** What it is; not known while RDS changes it, so that a finding neither opens nor closes halfway. */
export function soFar<V>({ now, underway }: Ordered<V>, what: string): V {
  if (underway) throw new CloudError('unsupported', `${what} is being changed now, as was ordered`);
  return present(now, what);
}

/** What it is or will be. */
export const inTheEnd = <V>({ ordered }: Ordered<V>, what: string): V => present(ordered, what);
