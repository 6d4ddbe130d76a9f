import type { UnknownReason } from './collected.ts';
import type { Instant } from './finding.ts';

export type ScanState = 'running' | 'finished' | 'cancelled' | 'interrupted' | 'failed';

/** What a scan was asked to look at; an empty list means all. */
export interface ScanFilter {
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  readonly services: readonly string[];
  readonly checks: readonly string[];
}

export const everything: ScanFilter = { accounts: [], regions: [], services: [], checks: [] };

export const isWhole = (f: ScanFilter): boolean =>
  f.accounts.length + f.regions.length + f.services.length + f.checks.length === 0;

/** One line of "not assessed": how many questions stayed open, and for want of what. */
export interface NotAssessed {
  readonly account: string;
  readonly reason: UnknownReason;
  readonly permission: string | null;
  readonly count: number;
  /** The first resources concerned, at most three; a pattern where not even the listing could be read. */
  readonly resources?: readonly string[];
}

/** What most questions wait for comes first; of two scans that saw the same, the lists are the same. */
export const mostFirst = (
  a: Pick<NotAssessed, 'reason' | 'permission' | 'count'>,
  b: Pick<NotAssessed, 'reason' | 'permission' | 'count'>,
): number => {
  const [one, other] = [`${a.permission} ${a.reason}`, `${b.permission} ${b.reason}`];
  return b.count - a.count || (one < other ? -1 : one > other ? 1 : 0);
};

export interface Tally {
  readonly pass: number;
  readonly fail: number;
  readonly unknown: number;
  readonly notApplicable: number;
}

/** What one scan did in one account. */
export interface AccountResult {
  readonly id: string;
  readonly name: string;
  /** Who answers for the account, where that was told. */
  readonly owner?: string;
  readonly resources: number;
  /** Where regional resources were looked for; buckets and IAM are global. */
  readonly regions?: readonly string[];
  readonly tally: Tally;
  readonly notAssessed: readonly NotAssessed[];
  /** Set when the account could not be opened at all. */
  readonly refused?: string;
  /** Beside `refused`: when a scan last opened it and asked everything. */
  readonly lastOpened?: Instant;
}

/**
 * An account that is not among those to scan any more, with findings that are open still: it was suspended or closed, left
 * the organization, or the configuration leaves it out. Nobody looks, so nothing of it is ever seen to be fixed.
 */
export interface NoLongerScanned {
  readonly id: string;
  readonly name: string;
  readonly owner?: string;
  readonly open: number;
  /** Since then nothing is known of it; null: no scan has asked everything of it. */
  readonly scannedAt: Instant | null;
}

/** What the scan changed among the findings. */
export interface Changes {
  readonly opened: number;
  readonly regressed: number;
  readonly resolved: number;
  readonly gone: number;
  /** Questions that no longer arise: neither fixed nor gone. */
  readonly notApplicable: number;
}

export interface Scan {
  readonly id: string;
  readonly state: ScanState;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly by: string;
  readonly filter: ScanFilter;
  readonly accounts: readonly AccountResult[];
  readonly calls: number;
  readonly changes: Changes;
  readonly error: string | null;
}

/** Share of questions that got an answer, 0 to 1; 1 when there was no question. */
export function coverageOf(accounts: readonly AccountResult[]): {
  assessed: number;
  asked: number;
  share: number;
} {
  let assessed = 0;
  let asked = 0;
  for (const { tally } of accounts) {
    assessed += tally.pass + tally.fail + tally.notApplicable;
    asked += tally.pass + tally.fail + tally.notApplicable + tally.unknown;
  }
  return { assessed, asked, share: asked === 0 ? 1 : assessed / asked };
}

/** The newest scan that tells how things stand: of everything, finished, every account opened, some question answered. */
export const lastGood = (newestFirst: readonly Scan[]): Scan | null =>
  newestFirst.find(
    (scan) =>
      scan.state === 'finished' &&
      isWhole(scan.filter) &&
      scan.accounts.every((a) => a.refused === undefined) &&
      coverageOf(scan.accounts).assessed > 0,
  ) ?? null;
