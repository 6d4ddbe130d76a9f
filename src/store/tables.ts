import type { Generated, GeneratedAlways, Kysely, Selectable } from 'kysely';
import type { Severity } from '../domain/check.ts';
import type { Change, Finding, Instant, Resolution, Triage } from '../domain/finding.ts';
import type { MessageRef } from '../domain/message.ts';
import type { RemediationState } from '../domain/remediation.ts';
import type { ScanState } from '../domain/scan.ts';
import type { OutboxItem } from '../domain/store.ts';

export interface FindingTable {
  fingerprint: string;
  handle: string;
  provider: string;
  account: string;
  region: string;
  kind: string;
  check_id: string;
  /** Second part of the check id: `s3` of `aws/s3/bucket-logging`. */
  service: string;
  resource: string;
  /** What people call it, where the ARN does not tell. */
  name: string | null;
  severity: Severity;
  /** 0 is critical. */
  rank: GeneratedAlways<number>;
  because: string;
  status: Finding['status'];
  resolution: Resolution | null;
  regressions: number;
  triage: Triage['kind'];
  triage_by: string | null;
  triage_reason: string | null;
  triage_control: string | null;
  triage_at: Instant | null;
  triage_until: Instant | null;
  owner: string | null;
  first_seen: Instant;
  last_seen: Instant;
  opened_at: Instant;
  resolved_at: Instant | null;
  /** The last scan that looked at it, whatever the answer. */
  seen_scan: string | null;
}

/** `open_before` and `open_after` are the severity while open, else null: the trend is their difference. */
export interface HistoryTable {
  id: Generated<number>;
  fingerprint: string;
  at: Instant;
  actor: string;
  change: Exclude<Change, null>;
  because: string;
  scan: string | null;
  open_before: Severity | null;
  open_after: Severity | null;
}

export interface ScanTable {
  id: string;
  state: ScanState;
  started_at: Instant;
  finished_at: Instant | null;
  by: string;
  filter: string;
  accounts: string;
  calls: number;
  changes: string;
  error: string | null;
  host: string;
  pid: number;
  instance: string;
  beat_at: Instant;
}

/** Newest whole result of each account, kept apart so that `status` need not read every scan there ever was. */
export interface AccountResultTable {
  account: string;
  scan: string;
  finished_at: Instant;
  result: string;
  /** When a scan of every account first did not name it. */
  left_at: Instant | null;
}

export interface OutboxTable {
  id: string;
  key: string;
  /** Place in the line. An edit that supersedes another takes its place. */
  position: number;
  platform: MessageRef['platform'];
  team: string;
  channel: string;
  thread: string | null;
  message: string;
  card: string | null;
  kind: OutboxItem['kind'];
  state: OutboxItem['state'];
  attempts: number;
  not_before: Instant;
  created_at: Instant;
  /** When the state last changed. */
  changed_at: Instant;
  error: string | null;
  /** Quiet hours: until then it is as if it were not in the line. */
  held_until: Instant | null;
}

export interface CardTable {
  platform: MessageRef['platform'];
  team: string;
  channel: string;
  message: string;
  card: string;
}

export interface AuditTable {
  seq: number;
  at: Instant;
  actor: string;
  action: string;
  subject: string;
  /** Canonical JSON: exactly the text that was hashed. */
  detail: string;
  previous: string;
  hash: string;
}

export interface DeliveryTable {
  key: string;
  at: Instant;
}

export interface SlotTable {
  job: string;
  due_at: Instant;
}

export interface RemediationTable {
  id: number;
  version: number;
  state: RemediationState;
  account: string;
  /** When time or a restart moves it on; null: never by itself. */
  due_at: Instant | null;
  /** 1: written, and no whole scan has come by since. */
  unseen: 0 | 1;
  origin: string;
  plan: string;
  /** All but id and plan. */
  life: string;
}

export interface RemediationResourceTable {
  arn: string;
  remediation: number;
}

export interface RemediationFindingTable {
  fingerprint: string;
  remediation: number;
}

export interface LeaseTable {
  key: string;
  fence: number;
  /** Null: released. */
  owner: string | null;
  host: string;
  pid: number;
  instance: string;
  until: Instant;
}

export interface FreezeTable {
  id: number;
  version: number;
  /** All but the version. */
  state: string;
}

export interface SecondFactorTable {
  person: string;
  sealed: string;
  enrolled_at: Instant;
  confirmed_at: Instant | null;
  last_step: number;
  failures: number;
  locked_until: Instant | null;
}

export interface ConversationTable {
  platform: MessageRef['platform'];
  team: string;
  id: string;
  person: string | null;
  address: string;
  at: Instant;
}

export interface PostTable {
  platform: MessageRef['platform'];
  key: string;
  team: string;
  channel: string;
  id: string;
  thread: string | null;
  at: Instant;
}

export interface AttestationTable {
  seq: Generated<number>;
  topic: string;
  on: string;
  until: string;
  document: string | null;
  note: string | null;
  by: string;
  by_name: string;
  at: Instant;
}

export interface PulseTable {
  id: number;
  beats: number;
}

export interface Tables {
  findings: FindingTable;
  history: HistoryTable;
  scans: ScanTable;
  account_results: AccountResultTable;
  outbox: OutboxTable;
  cards: CardTable;
  audit: AuditTable;
  deliveries: DeliveryTable;
  slots: SlotTable;
  pulse: PulseTable;
  remediations: RemediationTable;
  remediation_resources: RemediationResourceTable;
  remediation_findings: RemediationFindingTable;
  leases: LeaseTable;
  freeze: FreezeTable;
  second_factors: SecondFactorTable;
  conversations: ConversationTable;
  posts: PostTable;
  attestations: AttestationTable;
}

export type Db = Kysely<Tables>;
export type Row<T extends keyof Tables> = Selectable<Tables[T]>;
