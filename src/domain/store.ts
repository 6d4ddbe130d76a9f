import type { Attestation } from './attestation.ts';
import type { AuditEntry, AuditRecord, ChainVerdict } from './audit.ts';
import type { Severity } from './check.ts';
import type { Change, Finding, FindingEvent, Fingerprint, Instant, Sighting } from './finding.ts';
import type { FreezeState } from './freeze.ts';
import type { Channel, Message, MessageRef } from './message.ts';
import type { Remediation, RemediationState } from './remediation.ts';
import type { AccountResult, Changes, NoLongerScanned, Scan, ScanFilter, ScanState } from './scan.ts';

/** A list that is absent means all; an empty one matches nothing. */
export interface FindingQuery {
  /** Of the same severity, findings of these checks come first. */
  readonly ahead?: readonly string[];
  /** `open` when absent. */
  readonly status?: 'open' | 'resolved' | 'any';
  readonly severityAtLeast?: Severity;
  readonly accounts?: readonly string[];
  readonly regions?: readonly string[];
  /** The second part of the check id: `s3` of `aws/s3/bucket-logging`. */
  readonly services?: readonly string[];
  /** For a citation (`164.312` matches `164.312(b)`) the store is given the check ids it stands for. */
  readonly checks?: readonly string[];
  readonly triage?: 'untriaged' | 'acknowledged' | 'accepted';
  readonly owner?: string;
  /** Opened before this instant. */
  readonly openedBefore?: Instant;
  /** Part of the resource's name, case-insensitive. */
  readonly resource?: string;
  readonly offset?: number;
  readonly limit?: number;
}

/** One line of a finding's history, oldest first. */
export interface HistoryEntry {
  readonly at: Instant;
  readonly actor: string;
  readonly change: Exclude<Change, null>;
  /** What was seen or the reason that was given; for `assigned` the owner; empty where the change says it all. */
  readonly because: string;
  readonly scan: string | null;
}

export interface Findings {
  /** By handle (any case, with or without `F-`, `o` for `0`, `i` or `l` for `1`) or fingerprint. */
  get(id: string): Promise<Finding | null>;
  /** Worst first, then oldest. `total` ignores offset and limit. */
  find(query: FindingQuery): Promise<{ total: number; findings: readonly Finding[] }>;
  /** Open findings counted by severity, and how many of them are accepted. */
  counts(
    accounts?: readonly string[],
  ): Promise<Record<Severity, number> & { accepted: number; acknowledged: number }>;
  /** How many findings of each check are open. */
  openByCheck(): Promise<ReadonlyMap<string, number>>;
  /**
   * Applies one event and keeps the history. A `failed` sighting of an unknown finding opens it; any other event for
   * one does nothing. `scan` marks the finding as seen by that scan, whatever the event.
   */
  apply(
    sighting: Sighting,
    event: FindingEvent,
    actor: string,
    scan?: string,
  ): Promise<{ finding: Finding | null; change: Change }>;
  /** Marks as seen without a verdict: an unknown answer proves that the resource is there, and nothing else. */
  seen(sighting: Sighting, scan: string): Promise<void>;
  /** Open findings of a listing that was read to its end, which this scan did not see. */
  unseen(scope: {
    provider: string;
    account: string;
    kind: string;
    checks: readonly string[];
    regions: readonly string[] | null;
    scan: string;
  }): Promise<readonly Finding[]>;
  history(fingerprint: Fingerprint): Promise<readonly HistoryEntry[]>;
  /** History lines at or after `since`, oldest first, for digests. */
  changesSince(
    since: Instant,
    accounts?: readonly string[],
  ): Promise<readonly (HistoryEntry & { finding: Finding })[]>;
  /** Open findings by severity at the end of each day, oldest first. `days` calendar days in UTC up to `now`. */
  trend(
    days: number,
    now: Instant,
    accounts?: readonly string[],
  ): Promise<readonly { day: string; counts: Record<Severity, number> }[]>;
  /** Acknowledged or accepted with `until` at or before `at`. */
  lapsing(at: Instant): Promise<readonly Finding[]>;
}

export interface Scans {
  /** Refuses (returns false) while another live scan is running. */
  begin(scan: {
    id: string;
    at: Instant;
    by: string;
    filter: ScanFilter;
    process: ProcessMark;
  }): Promise<boolean>;
  /** Says that the scan's process is alive. */
  beat(id: string, at: Instant): Promise<void>;
  /** False if it was not running any more: it was reaped, and another scan may have begun. */
  end(
    id: string,
    end: {
      state: Exclude<ScanState, 'running'>;
      at: Instant;
      accounts: readonly AccountResult[];
      calls: number;
      changes: Changes;
      error?: string;
      /** Those are all accounts that there are: any other is not scanned any more. */
      everyAccount?: boolean;
    },
  ): Promise<boolean>;
  /** Marks scans whose process is dead as interrupted; returns them. */
  reap(now: Instant, alive: (mark: ProcessMark, lastBeat: Instant) => boolean): Promise<readonly Scan[]>;
  get(id: string): Promise<Scan | null>;
  /** Newest first. */
  latest(n: number, state?: ScanState): Promise<readonly Scan[]>;
  /**
   * Newest finished result of each account, with the scan it came from. A scan of some regions, services or checks
   * does not count: it knows less than the whole scan before it.
   */
  perAccount(): Promise<readonly (AccountResult & { scan: string; finishedAt: Instant })[]>;
  /** Accounts that a scan of every account did not name, while findings of them are open. */
  noLongerScanned(): Promise<readonly NoLongerScanned[]>;
  /** When the first scan finished; null: none has. */
  firstFinishedAt(): Promise<Instant | null>;
}

export interface ProcessMark {
  readonly host: string;
  readonly pid: number;
  /** Random per process start, so that a pid used again is not mistaken for the old process. */
  readonly instance: string;
}

/** One thing to deliver. `card` names what the message shows, so that later states edit it in place. */
export interface OutboxItem {
  readonly id: string;
  readonly channel: Channel;
  readonly message: Message;
  /** `finding:<fingerprint>`, `scan:<id>`, `digest:<slot>`; null for a message nobody will edit. */
  readonly card: string | null;
  /** `post`: a new message. `update`: edits the delivered messages of `card` in this channel; posts nothing if none. */
  readonly kind: 'post' | 'update';
  readonly state: 'queued' | 'sending' | 'sent' | 'failed' | 'superseded';
  /** How often it was claimed. */
  readonly attempts: number;
  readonly notBefore: Instant;
  readonly createdAt: Instant;
  readonly error: string | null;
}

export interface Outbox {
  /** Queues once: an item whose `key` was queued before is ignored (returns false). */
  add(item: {
    key: string;
    channel: Channel;
    message: Message;
    card?: string;
    kind?: 'post' | 'update';
    at: Instant;
    /** Quiet hours: not delivered before this instant, and what is queued after it may go first. */
    holdUntil?: Instant;
  }): Promise<boolean>;
  /**
   * Queues one edit per channel that shows the card, superseding edits not yet sent; a post of the card that is still
   * queued is rewritten where it stands. Returns how many messages will change.
   */
  updateCard(card: string, message: Message, at: Instant): Promise<number>;
  /** Per channel, the oldest unfinished item if its time has come: order is kept by never overtaking. */
  due(at: Instant, limit: number): Promise<readonly OutboxItem[]>;
  /**
   * Compare-and-set queued → sending; null if another process took it. Send what this returns and not what `due` did:
   * the message may have been rewritten in between.
   */
  claim(id: string, at: Instant): Promise<OutboxItem | null>;
  /** Delivered. `ref` is kept for the item's card, so that it can be edited later. */
  sent(id: string, at: Instant, ref: MessageRef | null): Promise<void>;
  /** Back to its place in the queue, not before `notBefore`; an edit gives way to a newer one of the same card. */
  retry(id: string, notBefore: Instant, error: string): Promise<void>;
  /** Given up: the error is final (channel gone, bot removed). */
  fail(id: string, at: Instant, error: string): Promise<void>;
  /** Items left `sending` by a process that died: they may have been delivered. */
  inDoubt(): Promise<readonly OutboxItem[]>;
  refs(card: string, channel?: Channel): Promise<readonly MessageRef[]>;
  forget(ref: MessageRef): Promise<void>;
  /** The card that a message shows, if any. */
  cardAt(ref: MessageRef): Promise<string | null>;
  depth(): Promise<number>;
  get(id: string): Promise<OutboxItem | null>;
}

export interface AuditLog {
  append(entry: AuditEntry): Promise<AuditRecord>;
  head(): Promise<{ seq: number; hash: string }>;
  /**
   * Walks the chain; names the first broken record. Records cut off at the end leave no trace in the chain: they are
   * missed only by a `noted` head, kept outside the store.
   */
  verify(noted?: { readonly seq: number; readonly hash: string }): Promise<ChainVerdict>;
  /** Oldest first, streamed, from sequence number `from`. */
  read(from?: number, limit?: number): AsyncIterable<AuditRecord>;
  /** Everything recorded of one subject, oldest first. */
  about(subject: string): Promise<readonly AuditRecord[]>;
}

/** Deliveries that were heard: a retried one must act once. */
export interface Deliveries {
  /** True the first time a key is seen. */
  claim(key: string, at: Instant): Promise<boolean>;
  prune(before: Instant): Promise<number>;
}

/** A place where the bot may speak, on a platform that says so only when the bot is let in. */
export interface Conversation {
  readonly platform: Channel['platform'];
  readonly team: string;
  readonly id: string;
  /** Whose private conversation with the bot it is; null where several people read. */
  readonly person: string | null;
  /** What it takes to speak there, as the adapter wrote it. */
  readonly address: string;
}

/** What an adapter must remember of a platform that answers no questions about the past. */
export interface Conversations {
  /** Keeps it in the place of what was known. True if the place is new. */
  put(conversation: Conversation, at: Instant): Promise<boolean>;
  get(platform: Channel['platform'], team: string, id: string): Promise<Conversation | null>;
  /** The newest private conversation with this person. */
  withPerson(platform: Channel['platform'], team: string, person: string): Promise<Conversation | null>;
  /** Newest first. */
  all(platform: Channel['platform'], team: string): Promise<readonly Conversation[]>;
  /** True if it was known. */
  forget(platform: Channel['platform'], team: string, id: string): Promise<boolean>;
  /** Remembers that the message of this key has arrived, and where. */
  arrived(key: string, ref: MessageRef, thread: string | null, at: Instant): Promise<void>;
  /** The message that arrived with this key. */
  messageOf(platform: Channel['platform'], key: string): Promise<MessageRef | null>;
  /** The thread that a message arrived in; null for none, and for a message that is not remembered. */
  threadOf(ref: MessageRef): Promise<string | null>;
  /** Forgets messages that arrived earlier. */
  prune(before: Instant): Promise<number>;
}

/** When each scheduled job is due next, so that a slot missed while the process was down is noticed. */
export interface Slots {
  get(job: string): Promise<Instant | null>;
  set(job: string, dueAt: Instant): Promise<void>;
}

export interface RemediationQuery {
  /** All when absent. */
  readonly states?: readonly RemediationState[];
  readonly finding?: Fingerprint;
  readonly account?: string;
  readonly offset?: number;
  readonly limit?: number;
}

export interface Remediations {
  /** Keeps a new one under the next free id: `R-1`, `R-2` … `origin` is where it was asked for. */
  add(draft: (id: string) => Remediation, origin: Channel): Promise<Remediation>;
  /** By id as people type it: any case, with or without `R-`. */
  get(id: string): Promise<Remediation | null>;
  originOf(id: string): Promise<Channel | null>;
  /** Compare-and-set: keeps `next` if the kept version is the one before it. False: somebody else was first. */
  save(next: Remediation): Promise<boolean>;
  /** Newest first. `total` ignores offset and limit. */
  find(query: RemediationQuery): Promise<{ total: number; remediations: readonly Remediation[] }>;
  /** Those proposed or moving that would change one of these ARNs. */
  touching(resources: readonly string[]): Promise<readonly Remediation[]>;
  /**
   * Those that time or a restart moves on: approved, executing or verifying ones; proposals past `approveBy`; looks and
   * reviews that are due. Oldest first.
   */
  due(at: Instant): Promise<readonly Remediation[]>;
  /** Written, looked at or about to be (not ended halfway), and no whole scan has come by since. */
  unseenByScan(): Promise<readonly Remediation[]>;
}

/** Who works on what. A fence grows with each holder: what an earlier holder does late is refused. */
export interface Leases {
  /**
   * Takes `key` until `until`, if it is free, lapsed, already this owner's, or held by a process that `dead` says is gone.
   * Answers the fence (kept when the owner only renews, from the same process), or null.
   */
  take(lease: {
    key: string;
    owner: string;
    process: ProcessMark;
    at: Instant;
    until: Instant;
    dead?: (mark: ProcessMark) => boolean;
  }): Promise<number | null>;
  /** Whether the owner still holds it under this fence. */
  holds(key: string, owner: string, fence: number): Promise<boolean>;
  /** Frees the owner's keys; all of them when none are named. */
  release(owner: string, keys?: readonly string[]): Promise<void>;
  /** Who holds it now; null if nobody. */
  holder(key: string, at: Instant): Promise<string | null>;
}

/** The kill switch. */
export interface Freezes {
  get(): Promise<FreezeState>;
  /** Compare-and-set on `version`, as for remediations. */
  save(next: FreezeState): Promise<boolean>;
}

/** A person's second factor. The secret is sealed: the store cannot read it. */
export interface SecondFactor {
  readonly person: string;
  readonly sealed: string;
  /** Null until the person has shown a first code. */
  readonly confirmedAt: Instant | null;
  /** The newest 30-second step that was used: none at or before it is taken again. */
  readonly lastStep: number;
  readonly failures: number;
  readonly lockedUntil: Instant | null;
}

export interface SecondFactors {
  get(person: string): Promise<SecondFactor | null>;
  /** Enrols, in place of any earlier one; not confirmed. */
  put(person: string, sealed: string, at: Instant): Promise<void>;
  /** Compare-and-set: uses `step` up, and confirms. False if it, or a later one, was used already, or while locked. */
  spend(person: string, step: number, at: Instant): Promise<boolean>;
  /** Counts a wrong code; the answer is the number in a row. A lock is never shortened by it. */
  fail(person: string, lockedUntil: Instant | null): Promise<number>;
  remove(person: string): Promise<boolean>;
}

/** What people have said that no API tells. */
export interface Attestations {
  add(attestation: Attestation): Promise<void>;
  /** The newest of each topic. */
  latest(): Promise<readonly Attestation[]>;
  /** All of one topic, newest first. */
  of(topic: string): Promise<readonly Attestation[]>;
}

export interface Store {
  readonly remediations: Remediations;
  readonly leases: Leases;
  readonly freezes: Freezes;
  readonly secondFactors: SecondFactors;
  readonly findings: Findings;
  readonly scans: Scans;
  readonly outbox: Outbox;
  readonly audit: AuditLog;
  readonly deliveries: Deliveries;
  readonly slots: Slots;
  readonly conversations: Conversations;
  readonly attestations: Attestations;
  /** Everything in `work` commits together or not at all. Does not nest. */
  transaction<T>(work: (tx: Store) => Promise<T>): Promise<T>;
  /** Cheap proof that the store can be written. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
