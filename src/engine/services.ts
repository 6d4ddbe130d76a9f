import type { Attestation, AttestationState, Topic } from '../domain/attestation.ts';
import type { AuditRecord, ChainVerdict } from '../domain/audit.ts';
import type { Refused } from '../domain/authority.ts';
import type { AnyCheck, Severity } from '../domain/check.ts';
import type { Finding, Instant } from '../domain/finding.ts';
import type { FreezeState } from '../domain/freeze.ts';
import type { Channel, MessageRef } from '../domain/message.ts';
import type { Actor, Role } from '../domain/people.ts';
import type { Plan } from '../domain/plan.ts';
import type { Remediation, RemediationState } from '../domain/remediation.ts';
import type { Guidance } from '../domain/remedy.ts';
import type { Safeguard } from '../domain/safeguards.ts';
import type { AccountResult, NoLongerScanned, Scan, ScanFilter } from '../domain/scan.ts';
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
  readonly attestations: AttestationDesk;
  readonly coverage: CoverageDesk;
  readonly doctor: { examine(): Promise<readonly Symptom[]> };
  readonly remediations: RemediationDesk;
  readonly freeze: FreezeDesk;
  readonly stepUp: StepUpDesk;
  readonly drills: DrillDesk;
  readonly policy: {
    read(format: 'json' | 'cloudformation' | 'terraform'): string;
    /** The least-privilege write policy, one statement per remedy. */
    remediate(format: 'json' | 'cloudformation' | 'terraform'): string;
  };
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
  /** Accounts with open findings at which nobody looks any more. */
  noLongerScanned(): Promise<readonly NoLongerScanned[]>;
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

/** One topic as it stands. */
export interface AttestationView {
  readonly topic: Topic;
  /** Whether the configuration asks for it: then it is a finding while it is missing. */
  readonly asked: boolean;
  readonly validDays: number;
  readonly latest: Attestation | null;
  readonly state: AttestationState;
  readonly daysLeft: number | null;
}

export interface AttestationDesk {
  /** Every topic, in the order of the rule. */
  list(): Promise<readonly AttestationView[]>;
  /** Keeps somebody's word. Refuses a topic that there is not, a day to come, and one so old that it holds no longer. */
  attest(
    topic: string,
    given: { on?: string; document?: string; note?: string },
    from: Origin,
  ): Promise<AttestationView | Refusal>;
}

/** What is known of one paragraph of the rule, and how. */
export interface CitationCoverage {
  readonly citation: Safeguard;
  readonly checks: readonly { readonly check: CheckInfo; readonly open: number }[];
  readonly attestations: readonly AttestationView[];
  /** Controls that cite it and have no check, with the reason. */
  readonly unchecked: readonly {
    readonly control: string;
    readonly title: string;
    readonly because: string;
  }[];
}

export interface CoverageSummary {
  readonly controls: number;
  readonly withCheck: number;
  readonly checks: number;
  /** Whether any account has been looked at: otherwise nothing is known of findings. */
  readonly assessed: boolean;
  /** How many of the controls each other tool asks. */
  readonly peers: readonly { readonly name: string; readonly controls: number }[];
  readonly citations: readonly CitationCoverage[];
}

export interface CoverageDesk {
  /** Everything, or the paragraphs that begin with the text: `164.312`, `164.312(b)`. Empty: there is none. */
  of(citation?: string): Promise<CoverageSummary>;
}

export interface DigestDesk {
  /** The digest as of now, for the accounts given (all when empty), looking back to `since`. */
  compose(options: { accounts?: readonly string[]; since: Instant; now: Date }): Promise<Digest>;
}

export interface Digest {
  readonly at: Instant;
  /** The day where it is read; in UTC when absent. */
  readonly day?: string;
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
  readonly accountsRefused: readonly { name: string; because: string; lastOpened?: Instant }[];
  readonly noLongerScanned: readonly NoLongerScanned[];
  /** Finish of the newest whole scan; null when there never was one. */
  readonly scannedAt: Instant | null;
  readonly trend: readonly { day: string; counts: Record<Severity, number> }[];
  readonly head: { seq: number; hash: string };
  /** Set where it tells of one owner's accounts. */
  readonly owner?: string;
  /** Set when the slot was missed and this is sent late. */
  readonly late?: Instant;
}

export interface CheckDesk {
  all(): readonly CheckInfo[];
  get(id: string): CheckInfo | null;
  /** Ids of checks that cite the paragraph or one below it; those of attestations among them. */
  citing(citation: string): readonly string[];
}

export interface CheckInfo extends Pick<AnyCheck, 'id' | 'title' | 'severity' | 'controls' | 'kind'> {
  readonly service: string;
  readonly enabled: boolean;
  readonly optIn: string | null;
  readonly settings: Readonly<Record<string, unknown>>;
  /** That it serves these paragraphs is this project's own claim: no other public mapping makes it. */
  readonly proposed?: true;
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
  /**
   * The account as the platform vouches for it now; null if nobody is known by the signature (`slack:T1:U1`). Throws when the
   * platform could not be asked: that says nothing about the person, so try again.
   */
  actor(signature: string): Promise<Actor | null>;
  /** Everybody who holds the role now and is a member, over all platforms; an account each, so a person may be there twice. */
  members(role: Role): Promise<readonly Actor[]>;
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
  /** The finding or the request that was named: `R-12`. */
  readonly about?: string;
}

export interface Symptom {
  readonly area: string;
  readonly state: 'ok' | 'warning' | 'failed' | 'skipped';
  readonly says: string;
  /** What to do about it. */
  readonly remedy?: string;
}

/** What to fix: one finding, or all open findings of a check in an account. */
export type FixAsk =
  | { readonly finding: string; readonly remedy?: string; readonly choice?: string }
  | { readonly check: string; readonly account: string; readonly choice?: string };

/** A plan that was looked at, and whether it could be asked for. */
export interface Planned {
  readonly plan: Plan;
  /** Why it cannot be carried out here although it can be planned; a sentence, or null. */
  readonly blocked: string | null;
  /** Who could approve it if this person asked; names. */
  readonly approvers: readonly string[];
  /** Findings that a plan of many leaves out, by reason. */
  readonly leftOut: readonly { readonly handle: string; readonly because: string }[];
  /** Other remedies that would cure it as well, for `with:`. */
  readonly others?: readonly { readonly name: string; readonly title: string }[];
  /** An open request for the very same plan. */
  readonly already: string | null;
}

/** Nothing can be written: what a person would do. */
export interface Guided {
  readonly guidance: Guidance;
  readonly finding: Finding;
  /** Why no remedy can do it here, without the full stop; null: there is none. */
  readonly because: string | null;
}

/** One remediation with everything that its card says. */
export interface RemediationView {
  readonly remediation: Remediation;
  /** Its records in the ledger, oldest first: what the card tells, in the words of what happened. */
  readonly records: readonly AuditRecord[];
  /** Names of those who may still approve. */
  readonly approvers: readonly string[];
  readonly freeze: FreezeState;
}

/** Everything that people do to plans. Each deed, its ledger record and its messages commit together. */
export interface RemediationDesk {
  /** Reads the state and makes the plan; changes nothing. */
  plan(ask: FixAsk, from: Origin): Promise<Planned | Guided | Refusal>;
  /** Proposes it. `plan`: the beginning of the hash that the person looked at; another plan is refused and shown. */
  request(
    ask: FixAsk,
    how: { readonly reason: string; readonly plan?: string },
    from: Origin,
  ): Promise<Remediation | { readonly moved: Planned } | Guided | Refusal>;
  /** Without a second person, in the open, to be reviewed. */
  breakGlass(
    ask: FixAsk,
    how: { readonly reason: string; readonly code?: string },
    from: Origin,
  ): Promise<Remediation | Guided | Refusal>;
  approve(
    id: string,
    proof: { readonly plan?: string; readonly confirm?: string; readonly code?: string },
    from: Origin,
  ): Promise<Remediation | Refusal>;
  deny(id: string, reason: string, from: Origin): Promise<Remediation | Refusal>;
  withdraw(id: string, reason: string, from: Origin): Promise<Remediation | Refusal>;
  planUndo(id: string, from: Origin): Promise<Planned | Refusal>;
  undo(
    id: string,
    how: { readonly reason: string; readonly plan?: string },
    from: Origin,
  ): Promise<Remediation | { readonly moved: Planned } | Refusal>;
  review(id: string, reason: string, from: Origin): Promise<Remediation | Refusal>;
  /** Looks at the finding's resource again now, and keeps what was seen. */
  recheck(finding: string, from: Origin): Promise<Finding | Refusal>;
  get(id: string): Promise<RemediationView | null>;
  /** Open ones that this person may approve, and those that this person asked for. */
  waiting(actor: Actor): Promise<{ mine: readonly Remediation[]; asked: readonly Remediation[] }>;
  find(query: {
    states?: readonly RemediationState[];
    finding?: string;
    limit?: number;
    offset?: number;
  }): Promise<{
    total: number;
    remediations: readonly Remediation[];
  }>;
  /** Whether the finding could be fixed from here: `write`, `steps` for a person, or nothing. */
  fixable(checkId: string): 'write' | 'steps' | null;
  /** What stands in the way of this deed for this person, and in words; null: nothing. */
  why(deed: 'approve' | 'deny' | 'withdraw' | 'undo', r: Remediation, actor: Actor): WhyNot | null;
}

export interface WhyNot {
  readonly refused: Refused;
  readonly says: string;
}

export interface FreezeDesk {
  state(): Promise<FreezeState>;
  /** The change freeze of the configuration that holds now; null outside. */
  window(): { readonly name: string; readonly until: Instant } | null;
  on(reason: string, from: Origin): Promise<FreezeState | Refusal>;
  off(reason: string, from: Origin): Promise<FreezeState | Refusal>;
}

export interface StepUpDesk {
  /** Whether codes can be asked for: the key that seals the secrets is there. */
  readonly available: boolean;
  /** A new secret, shown once. `png` is base64. Who is enrolled already gives a `code` of the app in use. */
  enrol(from: Origin, code?: string): Promise<{ readonly setupKey: string; readonly png: string } | Refusal>;
  confirm(code: string, from: Origin): Promise<{ readonly confirmed: true } | Refusal>;
  enrolled(person: string): Promise<boolean>;
  /** By another admin, for somebody who lost the app. */
  reset(person: string, from: Origin): Promise<{ readonly reset: true } | Refusal>;
}

/** One rehearsed danger, and whether the gate held. */
export interface DrillStep {
  readonly name: string;
  readonly held: boolean;
  readonly says: string;
}

export interface DrillDesk {
  /** Rehearses on a made-up account, and keeps the result in the ledger. */
  run(
    from: Origin,
  ): Promise<{ readonly at: Instant; readonly steps: readonly DrillStep[]; readonly seq: number }>;
}
