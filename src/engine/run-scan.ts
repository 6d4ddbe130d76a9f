import { bySeverity } from '../domain/check.ts';
import { Cancelled } from '../domain/errors.ts';
import type { Finding } from '../domain/finding.ts';
import type { Account } from '../domain/provider.ts';
import type { Scan, ScanFilter } from '../domain/scan.ts';
import { chooseAccounts, chooseChecks, chooseRegions } from './choose.ts';
import { accountsOf, discoverAccounts, type Engine, enabledChecks, settingsOf } from './context.ts';
import { createExpiryNotices } from './expiry-notices.ts';
import { inspect, type Sight } from './inspect.ts';
import { type Observed, Reconciler } from './reconcile.ts';
import type { ScanProgress } from './services.ts';
import { AccountTally } from './tally.ts';
import { wantedBy } from './wanted.ts';

/** Resources per transaction: few enough that a commit never holds up an answer to chat. */
const batchSize = 20;
const beatEveryMs = 5_000;

/** What stands for the accounts that could not be found out. */
const theRest: Account = { name: 'other accounts of the organization' };
export const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

export interface ScanRun {
  readonly id: string;
  readonly filter: ScanFilter;
  readonly by: string;
  readonly signal: AbortSignal;
  /** Every question and its answer, as soon as it is committed. */
  onObserved?(observed: Observed): void;
  /** Everything that was seen: for recording an inventory. */
  onSight?(sight: Sight): void;
  onProgress?(progress: ScanProgress): void;
}

export type ScanOutcome =
  | { readonly scan: Scan; readonly news: readonly Finding[] }
  | { readonly refused: string };

/** One scan from its first row in the store to its last. `news` are findings that opened or came back. */
export async function runScan(engine: Engine, run: ScanRun): Promise<ScanOutcome> {
  const checks = chooseChecks(enabledChecks(engine), run.filter);
  if ('refused' in checks) return checks;
  const short = await discoverAccounts(engine, run.signal).catch((error) => {
    if (error instanceof Cancelled || run.signal.aborted) return 'cancelled' as const;
    throw error;
  });
  if (short === 'cancelled') return { refused: 'The scan was cancelled before it began.' };
  const accounts = chooseAccounts(accountsOf(engine), run.filter);
  if ('refused' in accounts)
    return short === null ? accounts : { refused: `${accounts.refused} ${sentence(short.message)}` };
  const regions = chooseRegions(run.filter);
  if ('refused' in regions) return regions;

  const { store } = engine;
  const startedAt = engine.now().toISOString();
  const began = await store.transaction(async (tx) => {
    const first = await tx.scans.begin({
      id: run.id,
      at: startedAt,
      by: run.by,
      filter: run.filter,
      process: engine.process,
    });
    if (first) {
      const detail = { filter: run.filter };
      await tx.audit.append({
        at: startedAt,
        actor: run.by,
        action: 'scan.started',
        subject: run.id,
        detail,
      });
    }
    return first;
  });
  if (!began) return { refused: 'A scan is already running. `scan cancel` ends it; `status` shows it.' };

  const settings = new Map(checks.chosen.map((check) => [check.id, settingsOf(engine, check)]));
  const wanted = wantedBy(engine.provider.catalog, checks.chosen);
  const tallies = new Map(accounts.chosen.map((a) => [a.name, new AccountTally(a)]));
  // Accounts that nobody could tell of are not "none": they stand in the result as one that could not be opened.
  const untold = short !== null && run.filter.accounts.length === 0 ? short : null;
  if (untold) tallies.set(theRest.name, new AccountTally(theRest));
  const reconciler = new Reconciler(store, engine.provider.name, run.id);
  const changes = { opened: 0, regressed: 0, resolved: 0, gone: 0, notApplicable: 0 };
  const news: Finding[] = [];
  const beat = setInterval(() => {
    store.scans.beat(run.id, engine.now().toISOString()).catch((error) => {
      engine.log.warn({ err: error, scan: run.id }, 'the scan could not say that it is alive');
    });
  }, beatEveryMs);
  beat.unref();

  const count = (list: readonly { finding: Finding; change: string }[]) => {
    for (const { finding, change } of list) {
      if (change === 'new') changes.opened++;
      else if (change === 'regressed') changes.regressed++;
      else if (change === 'gone') changes.gone++;
      else if (change === 'resolved') changes.resolved++;
      else if (change === 'notApplicable') changes.notApplicable++;
      if (change === 'new' || change === 'regressed') news.push(finding);
    }
  };
  const calls = () => [...tallies.values()].reduce((sum, t) => sum + t.calls, 0);
  const progress = (): ScanProgress => {
    const list = [...tallies.values()].map((t) => t.progress());
    const resources = list.reduce((sum, a) => sum + a.resources, 0);
    return { id: run.id, startedAt, accounts: list, resources, calls: calls() };
  };

  const expiring = createExpiryNotices(engine);
  type Resource = Extract<Sight, { kind: 'resource' }>;
  const waiting = new Map<string, Resource[]>();
  const flushed = new Map<string, Promise<void>>();
  /** Batches of an account are kept one after another. After one that could not be, nothing may be called gone. */
  const flush = (account: string): Promise<void> => {
    const batch = waiting.get(account) ?? [];
    waiting.delete(account);
    const keep = async () => {
      if (batch.length === 0) return;
      const done = await reconciler.resources(batch, engine.now().toISOString());
      for (const o of done.observed) run.onObserved?.(o);
      count(done.changes);
    };
    const kept = (flushed.get(account) ?? Promise.resolve()).then(keep);
    flushed.set(account, kept);
    return kept;
  };
  const into = async (sight: Sight) => {
    tallies.get(sight.account.name)?.saw(sight);
    expiring.saw(sight);
    run.onSight?.(sight);
    if (sight.kind === 'opened') {
      engine.accountNames.set(sight.identity.id, sight.account.name);
      await reconciler.prepare(sight.identity.id);
    }
    if (sight.kind === 'resource') {
      const batch = waiting.get(sight.account.name) ?? [];
      batch.push(sight);
      waiting.set(sight.account.name, batch);
      if (batch.length >= batchSize) await flush(sight.account.name);
    }
    if (sight.kind === 'listed') {
      await flush(sight.account.name);
      for (const o of unlisted(sight)) run.onObserved?.(o);
      count(await reconciler.gone(sight, run.filter.regions, engine.now().toISOString()));
    }
    if (sight.kind === 'refused') for (const o of refusedAccount(sight)) run.onObserved?.(o);
    run.onProgress?.(progress());
  };

  let state: 'finished' | 'cancelled' | 'failed' = 'finished';
  let failure: string | undefined;
  try {
    if (untold) await into({ kind: 'refused', account: theRest, why: untold, wanted });
    await inspect({
      provider: engine.provider,
      accounts: accounts.chosen,
      wanted,
      scope: {
        signal: run.signal,
        optIns: engine.rules.optIns,
        regions: run.filter.regions,
        ...(engine.standing ? { standing: engine.standing } : {}),
      },
      now: engine.provider.asOf ?? engine.now(),
      regions: run.filter.regions,
      phi: engine.rules.phi,
      settings: (id) => settings.get(id) ?? {},
      accountsAtOnce: engine.rules.accountsAtOnce,
      resourcesAtOnce: engine.rules.resourcesAtOnce,
      into,
    }).catch((error) => {
      if (!(error instanceof Cancelled)) throw error;
      state = 'cancelled';
    });
    // Cancelled or not: a resource that was assessed to its end is kept.
    for (const account of [...waiting.keys()]) await flush(account);
    await expiring.tell();
  } catch (error) {
    state = 'failed';
    engine.log.error({ err: error, scan: run.id }, 'the scan failed');
    failure = 'The scan failed in itself, not in the cloud; the log has the cause.';
  } finally {
    clearInterval(beat);
  }

  const at = engine.now().toISOString();
  const results = [...tallies.values()].map((t) => t.result());
  await store.transaction(async (tx) => {
    // Any other account left the organization, or stood for those that nobody could tell of.
    const everyAccount =
      short === null && run.filter.accounts.length === 0 && engine.provider.asOf === undefined;
    const end = { state, at, accounts: results, calls: calls(), changes, everyAccount };
    // Another process may have taken this one for dead and said so; the ledger then keeps its word.
    if (!(await tx.scans.end(run.id, failure ? { ...end, error: failure } : end))) return;
    const detail = {
      changes,
      accounts: results.map(({ id, resources, tally }) => ({ id, resources, tally })),
    };
    await tx.audit.append({ at, actor: run.by, action: `scan.${state}`, subject: run.id, detail });
  });
  const scan = await store.scans.get(run.id);
  if (!scan) throw new Error(`the scan ${run.id} is not in the store`);
  return { scan, news: news.sort((a, b) => bySeverity(a.severity, b.severity)) };
}

/** A listing that could not be read leaves every question about its resources open, and says so once per check. */
function unlisted(sight: Extract<Sight, { kind: 'listed' }>): readonly Observed[] {
  const { why, wanted, identity, region } = sight;
  if (!why) return [];
  const resource = wanted.definition.pattern(identity, region);
  return wanted.checks.map((check) => ({
    check: check.id,
    status: 'unknown',
    resource,
    account: identity.id,
    region,
    severity: check.severity,
    controls: check.controls,
    because: why.message,
    finding: null,
  }));
}

function refusedAccount(sight: Extract<Sight, { kind: 'refused' }>): readonly Observed[] {
  const id = sight.account.id ?? sight.account.name;
  return sight.wanted.flatMap(({ checks, definition }) =>
    checks.map((check) => ({
      check: check.id,
      status: 'unknown' as const,
      resource: definition.pattern({ id, partition: 'aws' }, '*'),
      account: id,
      region: 'global',
      severity: check.severity,
      controls: check.controls,
      because: sight.why.message,
      finding: null,
    })),
  );
}
