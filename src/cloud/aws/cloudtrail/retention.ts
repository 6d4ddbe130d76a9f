import type { LifecycleRule } from '@aws-sdk/client-s3';
import type { Instant } from '../../../domain/finding.ts';

/** What the lifecycle rules that reach a trail's files do to them, the soonest of each. */
export interface Expiry {
  readonly days: number | null;
  readonly onDate: Instant | null;
  readonly oldVersionDays: number | null;
}

/** A rule on a part of the log files removes that part: a prefix inside the files' own counts too. */
export function expiryOf(rules: readonly LifecycleRule[], logPrefix: string): Expiry {
  const reaching = rules.filter((rule) => rule.Status === 'Enabled' && reaches(rule, logPrefix));
  return {
    days: soonest(reaching.map(({ Expiration }) => Expiration?.Days)),
    onDate: soonest(reaching.map(({ Expiration }) => Expiration?.Date?.toISOString())),
    oldVersionDays: soonest(reaching.map((rule) => rule.NoncurrentVersionExpiration?.NoncurrentDays)),
  };
}

function reaches({ Filter, Prefix }: LifecycleRule, logPrefix: string): boolean {
  if (Filter?.Tag || Filter?.And?.Tags?.length) return false; // CloudTrail writes its files without tags
  const prefix = Filter?.Prefix ?? Filter?.And?.Prefix ?? Prefix ?? '';
  return prefix.startsWith(logPrefix) || logPrefix.startsWith(prefix);
}

const soonest = <T extends number | string>(all: readonly (T | undefined)[]): T | null =>
  all.reduce<T | null>(
    (least, one) => (one !== undefined && (least === null || one < least) ? one : least),
    null,
  );

export interface Retention {
  /** `null`: no rule ever removes them. */
  readonly keptDays: number | null;
  /** All that is there on this day goes at once, however young. */
  readonly removedOn: Instant | null;
  /** Hidden by an expiry, and recoverable from the versions underneath. */
  readonly asOldVersions: boolean;
}

/** Where versions are kept, an expiry only hides a file: it is gone when its old version goes. */
export function retention({ days, onDate, oldVersionDays }: Expiry, versioned: boolean): Retention {
  if (days === null && onDate === null) return { keptDays: null, removedOn: null, asOldVersions: false };
  if (!versioned) return { keptDays: days, removedOn: onDate, asOldVersions: false };
  if (oldVersionDays === null) return { keptDays: null, removedOn: null, asOldVersions: true };
  return { keptDays: days === null ? null : days + oldVersionDays, removedOn: onDate, asOldVersions: true };
}
