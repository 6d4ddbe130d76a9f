import type { Attestation, Topic } from '../domain/attestation.ts';
import type { Groups } from '../domain/authority.ts';
import type { AnyCheck, Severity } from '../domain/check.ts';
import type { Unknown } from '../domain/collected.ts';
import type { Change, Finding, Instant } from '../domain/finding.ts';
import type { FreezeWindow } from '../domain/freeze.ts';
import type { Channel, Message } from '../domain/message.ts';
import type { Actor, Persons } from '../domain/people.ts';
import type { PhiRule } from '../domain/phi.ts';
import type { Account, Provider, Scope } from '../domain/provider.ts';
import type { Clocks } from '../domain/remediation.ts';
import type { AnyRemedy, Guidance } from '../domain/remedy.ts';
import type { Scan } from '../domain/scan.ts';
import type { HistoryEntry, ProcessMark, Store } from '../domain/store.ts';
import type { TierRule } from '../domain/tier.ts';
import type { Notice } from './expiry-notices.ts';
import type { Digest, RemediationView, ScanProgress } from './services.ts';

export interface Log {
  info(detail: object, says: string): void;
  warn(detail: object, says: string): void;
  error(detail: object, says: string): void;
}

/** How the engine's news looks. The chat's views, handed in, so that the engine knows no chat. */
export interface Notices {
  scanProgress(progress: ScanProgress): Message;
  scanEnded(scan: Scan, worst: readonly Finding[]): Message;
  findingCard(finding: Finding, history: readonly HistoryEntry[]): Message;
  /** One line for the thread: who did what. */
  findingChanged(finding: Finding, change: Exclude<Change, null>, by: Actor | null): Message;
  /** New or regressed findings that must not wait for the digest. */
  alert(findings: readonly Finding[], more: number): Message;
  /** Something that nobody has attested, or whose attestation runs out. */
  attestationDue(topic: Topic, latest: Attestation | null, daysLeft: number | null): Message;
  /** What expires soon, to its owner or to those who may know whose it is. */
  expiring(notices: readonly Notice[], whose: 'yours' | 'nobodys'): Message;
  /** An acknowledgement or acceptance that runs out soon. */
  reminder(finding: Finding): Message;
  digest(digest: Digest): Message;
  /** The card that is edited in place through every state. */
  remediationCard(view: RemediationView): Message;
  /** One line for the thread: the newest record of the ledger, in words. */
  remediationSaid(view: RemediationView): Message;
  /** Somebody stopped or restarted every write, or broke the glass: all approvers are told. */
  urgent(text: string): Message;
}

/** By which plans are made, agreed to and carried out. */
export interface RemediationRules {
  readonly tiers: readonly TierRule[];
  readonly clocks: Clocks;
  /** A plan of many: so many resources at most, and so many percent of those of its kind in the account. */
  readonly cap: { readonly resources: number; readonly percent: number };
  readonly groups: Groups;
  readonly windows: readonly FreezeWindow[];
  readonly breakGlassMinReason: number;
  /** By remedy id: `targetBucket`, `kmsKeyId` … */
  readonly settings: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Where requests are posted, besides where they were made; where approvers read. */
  readonly channel: Channel | null;
}

/** What the engine decides by, from configuration. */
export interface Rules {
  readonly phi: PhiRule;
  readonly dueDays: Readonly<Record<Severity, number>>;
  readonly optIns: ReadonlySet<string>;
  readonly disabled: ReadonlySet<string>;
  readonly settings: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly accountsAtOnce: number;
  readonly resourcesAtOnce: number;
  /** Where alerts of an account go. */
  alertChannels(account: { id: string; name: string }): readonly Channel[];
  /** Findings at least this severe are announced when they open; null announces none. */
  readonly alertAt: Severity | null;
  readonly remediation: RemediationRules;
  readonly attestations: {
    /** Topics that are findings while nobody has attested them. */
    readonly ask: readonly string[];
    /** How long each holds, where that is not as usual. */
    readonly validDays: Readonly<Record<string, number>>;
    readonly remindDays: readonly number[];
    /** The day that people write at this moment, where it is not given. */
    dayAt(at: Date): string;
    /** Where people are reminded; null: where alerts go. */
    readonly channel: Channel | null;
  };
  /** The accounts of each person. */
  readonly persons: Persons;
  /** How many days ahead owners are told of what expires: a rung each. */
  readonly noticeDays: readonly number[];
  /** Until when messages that can wait are held at this moment; null: not now. */
  quietUntil(at: Date): Instant | null;
}

/** What every desk of the engine works with. */
export interface Engine {
  readonly store: Store;
  readonly provider: Provider;
  readonly checks: readonly AnyCheck[];
  readonly remedies: readonly AnyRemedy[];
  readonly guidances: readonly Guidance[];
  readonly rules: Rules;
  readonly notices: Notices;
  readonly log: Log;
  /** What people call an account: as configured, or as learned when it was opened. */
  readonly accountNames: Map<string, string>;
  readonly process: ProcessMark;
  /** How long a read-back waits between tries until what was written shows; `settleMs` of look.ts when absent. */
  readonly settleMs?: readonly number[];
  /** Whether the person of a cloud's user is still there; absent where no chat is connected. */
  readonly standing?: Scope['standing'];
  now(): Date;
  /** Tells the outbox that something was queued. */
  wake(): void;
}

export const accountsOf = (engine: Pick<Engine, 'provider'>): readonly Account[] =>
  engine.provider.accounts();

/** Providers that have told all of their accounts since this process began. */
const told = new WeakSet<Provider>();

/** Before an account is looked for by its id: since the start nobody may have asked which there are. */
export async function knowAccounts(engine: Pick<Engine, 'provider' | 'accountNames' | 'log'>): Promise<void> {
  if (engine.provider.discover && !told.has(engine.provider))
    await discoverAccounts(engine, AbortSignal.timeout(60_000));
}

/** Finds the accounts out anew, where the cloud tells them; answers why some may be missing. */
export async function discoverAccounts(
  engine: Pick<Engine, 'provider' | 'accountNames' | 'log'>,
  signal: AbortSignal,
): Promise<Unknown | null> {
  const { provider, accountNames, log } = engine;
  const short = (await provider.discover?.(signal)) ?? null;
  if (short !== null) log.warn({ because: short.message }, 'the list of accounts may be short');
  else told.add(provider);
  for (const { id, name } of provider.accounts()) if (id !== undefined) accountNames.set(id, name);
  return short;
}

/** The checks that run: not disabled, and opted into where they must be. */
export const enabledChecks = (engine: Pick<Engine, 'checks' | 'rules'>): readonly AnyCheck[] =>
  engine.checks.filter(
    (c) => !engine.rules.disabled.has(c.id) && (c.optIn === undefined || engine.rules.optIns.has(c.optIn)),
  );

/** A check's thresholds: its own, overridden by configuration. */
export const settingsOf = (
  engine: Pick<Engine, 'rules'>,
  check: AnyCheck,
): Readonly<Record<string, unknown>> => ({
  ...check.settings,
  ...engine.rules.settings[check.id],
});
