import type { AnyCatalog, Subject } from './catalog.ts';
import type { Unknown, UnknownReason } from './collected.ts';
import type { CloudUser } from './people.ts';

/** An account to scan, as the configuration names it. */
export interface Account {
  /** What people call it: "production". */
  readonly name: string;
  /** The twelve-digit id where it is known before asking. */
  readonly id?: string;
  readonly role?: string;
  readonly externalId?: string;
  readonly profile?: string;
  /** `all`: those that the account has switched on. */
  readonly regions?: readonly string[] | 'all';
  readonly owner?: string;
  readonly environment?: string;
  /** Other credentials, for writing; without them fixes are offered as plans only. */
  readonly remediation?: {
    readonly role?: string;
    readonly externalId?: string;
    readonly profile?: string;
    /** Narrows the role's session to the plan's actions and resources. */
    readonly sessionPolicy?: boolean;
  };
}

export interface Identity {
  readonly id: string;
  readonly name: string;
  readonly partition: string;
}

/** What the chats tell of the person that a cloud's user belongs to; `unmatched`: nobody is known to be it. */
export type Standing = 'here' | 'deactivated' | 'unmatched' | 'unknown';

export interface Scope {
  readonly signal: AbortSignal;
  /** Regions that were asked for by name, instead of the configured ones; empty when none were. */
  readonly regions?: readonly string[];
  /** Opt-in facts that the configuration allows, e.g. `anonymous-probe`. */
  readonly optIns: ReadonlySet<string>;
  /** Asks the chats; absent where none is connected. */
  readonly standing?: (who: CloudUser) => Promise<Standing>;
}

/** One account, opened for one scan: what it answers is remembered until `close`. */
export interface Session {
  readonly identity: Identity;
  readonly regions: readonly string[];
  /** Why the account's regions could not be found out, and `regions` is only where it was asked; null: they are all. */
  readonly unlisted?: Unknown | null;
  list(kind: string, region: string): AsyncIterable<Subject>;
  read(
    kind: string,
    fact: string,
    subject: Subject,
    needs: Readonly<Record<string, unknown>>,
  ): Promise<unknown>;
  /** API calls made so far, retries included. */
  calls(): number;
  close(): Promise<void>;
}

/** On whose word something is written: names the session, so that the cloud's own log tells it too. */
export interface Mandate {
  readonly remediation: string;
  readonly requester: string;
  readonly approvers: readonly string[];
  /** All that this session may do. */
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly signal: AbortSignal;
}

/** One account, opened for one remediation with the credentials that may write. */
export interface WriteSession {
  readonly identity: Identity;
  write(kind: string, fact: string, subject: Subject, value: unknown): Promise<void>;
  close(): Promise<void>;
}

/** A cloud, as the engine sees it. */
export interface Provider {
  readonly name: string;
  readonly catalog: AnyCatalog;
  /** Those of the configuration, and those that `discover` last found. */
  accounts(): readonly Account[];
  /** Ids of accounts that `discover` found to have the same owner, and that are not scanned. */
  siblings?(): readonly string[];
  /**
   * Where accounts are found out by asking the cloud: asks again. Tells why the list may be short, and keeps what was
   * known before; null: it is whole.
   */
  discover?(signal: AbortSignal): Promise<Unknown | null>;
  /** Permissions by which accounts and regions are found out, where they are. */
  readonly discovers?: readonly string[];
  /** Accounts that are found out can be written to. */
  readonly fixes?: true;
  open(account: Account, scope: Scope): Promise<Session>;
  /** Why nothing can be written in the account; null: it can. */
  readOnly(account: Account): string | null;
  /** Refuses (throws `CloudError`) where `readOnly` gives a reason, or where the credentials lead to another account. */
  openWriter(account: Account, mandate: Mandate): Promise<WriteSession>;
  /** Decides by class or code, never by message text. */
  classify(error: unknown): { reason: UnknownReason; permission?: string; message: string };
  /** Set on a recording: its facts are judged as of the day they were recorded. */
  readonly asOf?: Date;
  /** Set on a made-up account: every card says so. */
  readonly demo?: string;
}
