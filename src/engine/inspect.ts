import type { Subject } from '../domain/catalog.ts';
import type { Expiry, Severity, Tags } from '../domain/check.ts';
import { type Collected, type Unknown, unknown } from '../domain/collected.ts';
import { Cancelled } from '../domain/errors.ts';
import { isPhi, type PhiRule } from '../domain/phi.ts';
import type { Account, Identity, Provider, Scope, Session } from '../domain/provider.ts';
import { collect, named, unknownFrom } from './collect.ts';
import { type Answer, evaluate, expiryOf, marked } from './evaluate.ts';
import { eachOf, streamed } from './limit.ts';
import type { Wanted } from './wanted.ts';

/** What a check answered about one resource. */
export interface Asked {
  readonly checkId: string;
  readonly controls: readonly string[];
  readonly severity: Severity;
  /** The tags, which may make it worse, could not be read: it is at least as severe as this. */
  readonly severityAtLeast?: true;
  readonly answer: Answer;
  /** The day to which the owner counts down, where there is one. */
  readonly expiry?: Expiry;
}

/** What the inspection sees, as it goes. Whoever listens may take its time: the inspection waits. */
export type Sight =
  | {
      readonly kind: 'opened';
      readonly account: Account;
      readonly identity: Identity;
      readonly kinds: number;
      /** The regions in which the account is looked at, before any filter. */
      readonly regions: readonly string[];
      /** Why other regions of the account are not looked at; null: these are all that were asked for. */
      readonly unlisted: Unknown | null;
      /** Checks that are asked region by region. */
      readonly regionalChecks: number;
    }
  /** The account could not be opened: nothing in it was assessed. */
  | {
      readonly kind: 'refused';
      readonly account: Account;
      readonly why: Unknown;
      readonly wanted: readonly Wanted[];
    }
  | {
      readonly kind: 'resource';
      readonly account: Account;
      readonly identity: Identity;
      readonly of: string;
      readonly subject: Subject;
      readonly facts: Readonly<Record<string, Collected<unknown>>>;
      readonly asked: readonly Asked[];
      /** API calls made in the account so far. */
      readonly calls: number;
    }
  /** A listing came to its end, or could not be read (then what is missing from it may still exist). */
  | {
      readonly kind: 'listed';
      readonly account: Account;
      readonly identity: Identity;
      readonly wanted: Wanted;
      readonly region: string;
      /** In so many regions this kind is listed, each by itself. */
      readonly regions: number;
      readonly resources: number;
      readonly why: Unknown | null;
    }
  | {
      readonly kind: 'closed';
      readonly account: Account;
      readonly identity: Identity;
      readonly calls: number;
    };

export interface Inspection {
  readonly provider: Provider;
  readonly accounts: readonly Account[];
  readonly wanted: readonly Wanted[];
  readonly scope: Scope;
  readonly now: Date;
  /** Only resources of these regions (and global ones); empty means all. */
  readonly regions: readonly string[];
  readonly phi: PhiRule;
  readonly settings: (checkId: string) => Readonly<Record<string, unknown>>;
  /** Accounts inspected at once. */
  readonly accountsAtOnce: number;
  /** Resources in flight per kind and region. */
  readonly resourcesAtOnce: number;
  into(sight: Sight): Promise<void>;
}

/**
 * Asks every wanted fact once, evaluates the checks, and says what it saw. Nothing that a cloud answers stops it; only
 * cancelling does.
 */
export async function inspect(job: Inspection): Promise<void> {
  await eachOf(streamed(job.accounts), job.accountsAtOnce, (account) => inspectAccount(job, account));
  if (job.scope.signal.aborted) throw new Cancelled('the scan was cancelled');
}

async function inspectAccount(job: Inspection, account: Account): Promise<void> {
  let session: Session;
  try {
    session = await job.provider.open(account, job.scope);
  } catch (error) {
    if (job.scope.signal.aborted) throw new Cancelled('the scan was cancelled', { cause: error });
    await job.into({ kind: 'refused', account, why: unknownFrom(job.provider, error), wanted: job.wanted });
    return;
  }
  try {
    const { identity, regions } = session;
    await job.into({
      kind: 'opened',
      account,
      identity,
      kinds: job.wanted.length,
      regions,
      unlisted: session.unlisted ?? null,
      regionalChecks: job.wanted
        .filter((w) => w.definition.scope === 'regional')
        .reduce((sum, w) => sum + w.checks.length, 0),
    });
    const early = job.wanted.filter((w) => w.definition.early);
    const later = job.wanted.filter((w) => !w.definition.early);
    for (const stage of [early, later]) {
      await eachOf(streamed(stage), Math.max(1, stage.length), (wanted) =>
        inspectKind(job, account, session, wanted),
      );
    }
    await job.into({ kind: 'closed', account, identity, calls: session.calls() });
  } finally {
    await session.close();
  }
}

async function inspectKind(
  job: Inspection,
  account: Account,
  session: Session,
  wanted: Wanted,
): Promise<void> {
  const inFilter = (region: string) =>
    region === 'global' || job.regions.length === 0 || job.regions.includes(region);
  const filtered = job.regions.length > 0 ? [...new Set(job.regions)] : session.regions;
  const regions = wanted.definition.scope === 'global' ? ['global'] : filtered;
  await eachOf(streamed(regions), 4, async (region) => {
    const { identity } = session;
    let resources = 0;
    let why: Unknown | null = null;
    const wantedSubjects = async function* () {
      // Asked for by name, and none of the account's: that nobody looked there is not to be taken for nothing there.
      if (region !== 'global' && !session.regions.includes(region)) {
        why = unknown('unsupported', `${region} is not among the regions of the account (aws.regions)`);
        return;
      }
      // A listing that breaks off is remembered as unknown; what it gave until then is still assessed.
      try {
        for await (const subject of session.list(wanted.kind, region)) {
          if (inFilter(subject.region)) yield subject;
        }
      } catch (error) {
        if (job.scope.signal.aborted) throw new Cancelled('the scan was cancelled', { cause: error });
        why = named(unknownFrom(job.provider, error), wanted.definition.permissions);
      }
    };
    await eachOf(wantedSubjects(), job.resourcesAtOnce, async (subject) => {
      if (job.scope.signal.aborted) throw new Cancelled('the scan was cancelled');
      const facts = await collect({ provider: job.provider, session, ...wanted }, subject);
      if (job.scope.signal.aborted) throw new Cancelled('the scan was cancelled');
      resources++;
      const asked = ask(job, identity, wanted, subject, facts);
      const calls = session.calls();
      await job.into({ kind: 'resource', account, identity, of: wanted.kind, subject, facts, asked, calls });
    });
    const end = { wanted, region, regions: regions.length, resources, why };
    await job.into({ kind: 'listed', account, identity, ...end });
  });
}

function ask(
  job: Inspection,
  identity: Identity,
  wanted: Wanted,
  subject: Subject,
  facts: Readonly<Record<string, Collected<unknown>>>,
): readonly Asked[] {
  const tagFact = facts['tags'];
  const tags = (subject.tags ?? (tagFact?.known ? tagFact.value : null) ?? {}) as Tags;
  const untold = subject.tags === undefined && tagFact?.known === false;
  const phi = isPhi(tags, job.phi);
  return wanted.checks.map((check) => {
    const context = {
      now: job.now,
      settings: job.settings(check.id),
      tags,
      account: identity.id,
      region: subject.region,
    };
    const expiry = expiryOf(check, facts, context);
    return {
      checkId: check.id,
      controls: check.controls,
      severity: check.exposes && phi ? 'critical' : check.severity,
      ...(check.exposes && untold ? { severityAtLeast: true as const } : {}),
      answer: marked(check.exposes === true && phi, evaluate(check, facts, context)),
      ...(expiry ? { expiry } : {}),
    };
  });
}
