import type { AuditRecord, ChainVerdict } from '../domain/audit.ts';
import type { AnyCheck, Severity } from '../domain/check.ts';
import type { Finding, Instant } from '../domain/finding.ts';
import type { Channel, MessageRef } from '../domain/message.ts';
import type { Actor, Role } from '../domain/people.ts';
import type { AccountResult, Scan, ScanFilter } from '../domain/scan.ts';
import type { FindingQuery, HistoryEntry } from '../domain/store.ts';

/** What commands are offered. Each member is a small desk; none knows which chat is speaking. */
export interface Services {
  readonly findings: FindingDesk;
  readonly scans: ScanDesk;
  readonly digests: DigestDesk;
  readonly checks: CheckDesk;
  readonly audit: AuditDesk;
  readonly people: PeopleDesk;
  readonly refusals: RefusalDesk;
  readonly doctor: { examine(): Promise<readonly Symptom[]> };
  readonly policy: { read(format: 'json' | 'cloudformation' | 'terraform'): string };
  /** How long people may put a finding off, in days, from configuration; 90 and 365 when absent. */
  readonly limits?: { readonly acknowledgeMaxDays: number; readonly acceptMaxDays: number };
  /** The commands that exist, for help. */
  readonly registry: readonly import('../chat/arguments.ts').Spoken[];
  /** Set on a made-up account. */
  readonly demo?: string;
}

/** Where a change was asked for: its public notice goes there. */
export interface Origin {
  readonly actor: Actor;
  readonly channel: Channel;
  readonly source?: MessageRef;
  readonly now: Date;
}

/** An expected refusal: one sentence, and what to do next. */
export interface Refusal {
  readonly refused: string;
}

export interface FindingDesk {
  find(query: FindingQuery): Promise<{ total: number; findings: readonly Finding[] }>;
  get(id: string): Promise<{ finding: Finding; history: readonly HistoryEntry[] } | null>;
  /** Handles like the one typed, for "did you mean". */
  similar(id: string): Promise<readonly string[]>;
  counts(
    accounts?: readonly string[],
  ): Promise<Record<Severity, number> & { accepted: number; acknowledged: number }>;
  acknowledge(id: string, what: { forMs: number; reason: string }, from: Origin): Promise<Finding | Refusal>;
  accept(
    id: string,
    what: { until: Instant; reason: string; compensatingControl: string },
    from: Origin,
  ): Promise<Finding | Refusal>;
  /** `owner` null hands the finding back to nobody. */
  assign(id: string, owner: string | null, from: Origin): Promise<Finding | Refusal>;
  /** Shows the card to everybody in the channel, and keeps it up to date from then on. */
  share(id: string, from: Origin): Promise<Finding | Refusal>;
  /** When an open finding is past its due date: by severity, from configuration. */
  dueAt(finding: Finding): Instant;
}

export interface ScanDesk {
  /** Starts in the background; progress is shown in the channel. Refuses while one is running. */
  start(filter: ScanFilter, from: Origin): Promise<{ id: string } | Refusal>;
  cancel(from: Origin): Promise<Scan | Refusal>;
  running(): Promise<Scan | null>;
  /** Progress of the running scan of this process. */
  progress(): ScanProgress | null;
  latest(n: number): Promise<readonly Scan[]>;
  perAccount(): Promise<readonly (AccountResult & { scan: string; finishedAt: Instant })[]>;
  /** When the schedule will scan next; null without a schedule. */
  nextAt(): Instant | null;
}

export interface ScanProgress {
  readonly id: string;
  readonly startedAt: Instant;
  readonly accounts: readonly {
    readonly name: string;
    readonly id: string | null;
    readonly state: 'waiting' | 'opening' | 'scanning' | 'done' | 'refused';
    readonly kindsDone: number;
    readonly kinds: number;
    readonly resources: number;
    readonly failing: number;
    readonly notAssessed: number;
    readonly because?: string;
  }[];
  readonly resources: number;
  readonly calls: number;
}

export interface DigestDesk {
  /** The digest as of now, for the accounts given (all when empty), looking back to `since`. */
  compose(options: { accounts?: readonly string[]; since: Instant; now: Date }): Promise<Digest>;
}

export interface Digest {
  readonly at: Instant;
  readonly since: Instant;
  readonly accounts: readonly string[];
  readonly opened: readonly Finding[];
  readonly resolved: readonly Finding[];
  /** Resolved because the resource is gone: not a fix. */
  readonly gone: readonly Finding[];
  readonly regressed: readonly Finding[];
  readonly pastDue: readonly Finding[];
  /** Accepted or acknowledged findings whose date comes within `expiringDays`. */
  readonly expiring: readonly Finding[];
  readonly lapsed: readonly Finding[];
  /** Worst open findings, at most five, accepted ones left out. */
  readonly top: readonly Finding[];
  readonly open: Record<Severity, number> & { accepted: number; acknowledged: number };
  readonly coverage: { assessed: number; asked: number; share: number };
  readonly notAssessed: readonly {
    account: string;
    reason: string;
    permission: string | null;
    count: number;
    resources?: readonly string[];
  }[];
  readonly accountsRefused: readonly { name: string; because: string }[];
  /** Finish of the newest whole scan; null when there never was one. */
  readonly scannedAt: Instant | null;
  readonly trend: readonly { day: string; counts: Record<Severity, number> }[];
  readonly head: { seq: number; hash: string };
  /** Set when the slot was missed and this is sent late. */
  readonly late?: Instant;
}

export interface CheckDesk {
  all(): readonly CheckInfo[];
  get(id: string): CheckInfo | null;
  /** Check ids whose controls start with the citation. */
  citing(citation: string): readonly string[];
}

export interface CheckInfo extends Pick<AnyCheck, 'id' | 'title' | 'severity' | 'controls' | 'kind'> {
  readonly service: string;
  readonly enabled: boolean;
  readonly optIn: string | null;
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface AuditDesk {
  verify(): Promise<ChainVerdict>;
  head(): Promise<{ seq: number; hash: string }>;
  /** Taking the log out is itself a deed: with `by`, it is recorded before the first record is given. */
  export(from?: number, by?: Origin): AsyncIterable<AuditRecord>;
}

export interface PeopleDesk {
  /** The people who hold a role, as far as configuration and the platform's groups tell. */
  holding(role: Role): readonly string[];
  /** A person's name for an id as typed (`<@U1>`, `@ann`, `me`); null if nobody is known by it. */
  resolve(typed: string, from: Origin): Promise<{ id: string; name: string } | null>;
  /** The name to show for an owner, a triage's `by` or an actor's signature; as given when nobody is known by it. */
  nameOf?(id: string): string;
}

/** Keeps the refusals that the router spoke: they never reach another desk, and are audited all the same. */
export interface RefusalDesk {
  record(refusal: RefusedCall, from: Origin): Promise<void>;
}

export interface RefusedCall {
  readonly verb: string;
  /** `role`: a member without it. `standing`: a guest, stranger, bot or deactivated account. */
  readonly because: 'role' | 'standing';
  readonly needs: Role;
}

export interface Symptom {
  readonly area: string;
  readonly state: 'ok' | 'warning' | 'failed' | 'skipped';
  readonly says: string;
  /** What to do about it. */
  readonly remedy?: string;
}
