import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { checks } from '#checks';
import { commands } from '#commands';
import { remedies } from '#remedies';
import { withAgreements } from './agreements.ts';
import type { ChatAdapter, Ears } from './chat/adapter.ts';
import { createRouter } from './chat/router.ts';
import { loadEligibleServices } from './cloud/aws/organizations/eligible-services.ts';
import { policyDocument, writePolicyDocument } from './cloud/aws/policy.ts';
import { awsProvider } from './cloud/aws/provider.ts';
import { catalog } from './cloud/catalog.ts';
import { readInventory, recordedProvider } from './cloud/recorded/provider.ts';
import type { Config } from './config.ts';
import { controls, leftOut } from './controls.ts';
import { digestJobs } from './digests.ts';
import type { AnyCheck } from './domain/check.ts';
import { ConfigError } from './domain/errors.ts';
import type { Channel } from './domain/message.ts';
import { defaultPhiRule } from './domain/phi.ts';
import type { Provider } from './domain/provider.ts';
import type { AnyRemedy, Guidance } from './domain/remedy.ts';
import type { ProcessMark, Store } from './domain/store.ts';
import { createAttestationDesk } from './engine/attestation-desk.ts';
import { tendAttestations } from './engine/attestations.ts';
import { createAuditDesk } from './engine/audit-desk.ts';
import { createCheckDesk } from './engine/check-desk.ts';
import { type Engine, enabledChecks, knowAccounts, type Log, type Rules } from './engine/context.ts';
import { createCoverageDesk } from './engine/coverage-desk.ts';
import { createDigestDesk } from './engine/digest-desk.ts';
import { createDoctor, type Examination } from './engine/doctor.ts';
import { createDrillDesk } from './engine/drill-desk.ts';
import { createFindingDesk } from './engine/finding-desk.ts';
import { createFreezeDesk } from './engine/freeze-desk.ts';
import type { Pace } from './engine/outbox/pace.ts';
import { createOutbox } from './engine/outbox.ts';
import { createPeopleDesk, type Directory } from './engine/people-desk.ts';
import { createRefusalDesk } from './engine/refusal-desk.ts';
import { createRemediationDesk } from './engine/remediation/desk.ts';
import { createExecutor } from './engine/remediation/executor.ts';
import { createWatch } from './engine/remediation/watch.ts';
import { tend } from './engine/reminders.ts';
import { createScanDesk } from './engine/scan-desk.ts';
import type { Services } from './engine/services.ts';
import { standingIn } from './engine/standing.ts';
import { createStepUpDesk } from './engine/step-up-desk.ts';
import { permissionsOf, planFacts, type WriteGrant, wantedBy, writesOf } from './engine/wanted.ts';
import { createNotices } from './notices.ts';
import { oneTimeCodes } from './one-time-codes.ts';
import { quietUntil } from './quiet-hours.ts';
import { remediationRulesOf } from './remediation-rules.ts';
import { createSchedule, type Job } from './schedule.ts';
import { setStage } from './stage.ts';
import { openStore } from './store/open.ts';
import { openVault } from './vault.ts';

export interface Parts {
  readonly config: Config;
  readonly log: Log;
  /** A recorded inventory to answer instead of the cloud. */
  readonly inventory?: string | undefined;
  readonly now?: () => Date;
  readonly pace?: Partial<Pace>;
}

/** The roll, as the engine sees it. */
export const allChecks: readonly AnyCheck[] = checks as readonly AnyCheck[];

const allRemedies = remedies as readonly (AnyRemedy | Guidance)[];
const isGuidance = (r: AnyRemedy | Guidance): r is Guidance => 'steps' in r;
export const writingRemedies: readonly AnyRemedy[] = allRemedies.filter((r) => !isGuidance(r)) as never;
export const guidances: readonly Guidance[] = allRemedies.filter(isGuidance);

function refusedAsConfig(key: string, load: () => unknown): void {
  try {
    load();
  } catch (cause) {
    throw new ConfigError([`${key}: ${cause instanceof Error ? cause.message : 'cannot be used'}`], {
      cause,
    });
  }
}

export function providerFor(config: Config, inventory?: string): Provider {
  if (inventory !== undefined) {
    const recording = readInventory(inventory);
    // A made-up account may be changed, in memory; what people recorded of their own stays as it was.
    return recordedProvider(recording, catalog, { writable: recording.demo !== undefined });
  }
  const { accounts, organization, regions, home, concurrency, timeoutSeconds, maxAttempts } = config.aws;
  const { eligibleServices } = config.aws;
  // A list that is cut off is told at the start, and not as a finding.
  if (eligibleServices !== undefined)
    refusedAsConfig('aws.eligibleServices', () => loadEligibleServices(eligibleServices));
  const settings = {
    regions,
    home,
    concurrency,
    timeoutMs: timeoutSeconds * 1000,
    maxAttempts,
    ...(eligibleServices === undefined ? {} : { eligibleServices }),
  };
  return awsProvider(accounts, settings, organization);
}

export function rulesOf(config: Config, channelOf: (id: string) => Channel): Rules {
  const { phi, checks, alerts } = config;
  return {
    phi: { keys: phi.keys ?? defaultPhiRule.keys, values: phi.values ?? defaultPhiRule.values },
    dueDays: config.dueDays,
    optIns: new Set(checks.optIn),
    disabled: new Set([...checks.disabled, ...besides(checks.only)]),
    settings: checks.settings,
    accountsAtOnce: config.aws.accountsAtOnce,
    resourcesAtOnce: config.aws.concurrency * 2,
    alertAt: alerts.severity,
    alertChannels: (account) =>
      alerts.channels
        .filter(
          (c) =>
            c.accounts.length === 0 || c.accounts.includes(account.name) || c.accounts.includes(account.id),
        )
        .map((c) => channelOf(c.channel)),
    remediation: remediationRulesOf(config, channelOf),
    attestations: {
      ask: config.attestations.ask,
      validDays: config.attestations.validDays as Readonly<Record<string, number>>,
      remindDays: config.attestations.remindDaysBefore,
      channel: config.attestations.channel === null ? null : channelOf(config.attestations.channel),
    },
    persons: config.persons,
    noticeDays: config.notices.daysBefore,
    quietUntil: (at) => quietUntil(config.quietHours, at),
  };
}

/** The checks that are not among those that are wanted alone. */
const besides = (only: readonly string[]): readonly string[] =>
  only.length === 0
    ? []
    : allChecks
        .filter(
          ({ id }) => !only.some((named) => (named.endsWith('/') ? id.startsWith(named) : id === named)),
        )
        .map(({ id }) => id);

type Asking = Pick<Engine, 'checks' | 'remedies' | 'rules' | 'provider'>;

/** The least-privilege scan policy, computed from the checks that run, and from what plans read where fixes can be made. */
export function readActions(engine: Asking): readonly string[] {
  const { provider, remedies } = engine;
  const running = enabledChecks(engine);
  const fixes = provider.fixes ?? provider.accounts().some((account) => account.remediation !== undefined);
  const finding = provider.discovers ?? [];
  const plans = fixes ? planFacts(provider.catalog, remedies, running) : [];
  return [...permissionsOf([...wantedBy(provider.catalog, running), ...plans]), ...finding].sort();
}

/** The least-privilege write policy, one grant per remedy of a check that runs. */
export function writeGrants(engine: Asking): readonly WriteGrant[] {
  const { provider, remedies } = engine;
  const roles = provider.accounts().map((a) => a.remediation?.role ?? a.role);
  const partitions = new Set(roles.flatMap((role) => role?.split(':')[1] ?? []));
  const all = partitions.size > 0 ? [...partitions].sort() : ['aws'];
  return writesOf(provider.catalog, remedies, enabledChecks(engine), all);
}

const thisProcess: ProcessMark = { host: hostname(), pid: process.pid, instance: randomUUID() };
const silentAfterMs = 2 * 60_000;

/** Whether the process that began a scan still lives. On another host only its heartbeat can tell. */
function isAlive(mark: ProcessMark, lastBeat: string, now: Date): boolean {
  if (mark.instance === thisProcess.instance) return true;
  if (mark.host !== thisProcess.host) return now.getTime() - Date.parse(lastBeat) < silentAfterMs;
  if (mark.pid === thisProcess.pid) return false; // the pid was used again: by this process
  try {
    process.kill(mark.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Says in the ledger which scans a dead process left behind. Their findings stay as they were. */
async function reap(store: Store, log: Log, now: Date): Promise<void> {
  const at = now.toISOString();
  const reaped = await store.transaction(async (tx) => {
    const scans = await tx.scans.reap(at, (mark, beat) => isAlive(mark, beat, now));
    for (const { id: subject } of scans) {
      await tx.audit.append({ at, actor: 'system:start', action: 'scan.interrupted', subject, detail: {} });
    }
    return scans;
  });
  for (const scan of reaped) {
    log.warn({ scan: scan.id }, 'a scan was interrupted: its process ended');
  }
}

export interface App {
  readonly engine: Engine;
  readonly services: Services;
  readonly ears: Ears;
  readonly config: Config;
  /** Adds a chat before `start`; `directory` tells who is there. */
  connect(adapter: ChatAdapter, directory: Directory, examination?: Examination): void;
  /** Adds people who speak from another process: at a terminal. */
  know(directory: Directory): void;
  /**
   * Starts the outbox, with `schedule` the jobs, and with `carriesOut` the executor: only where the people are known on
   * whose word it acts.
   */
  start(options: {
    schedule: boolean;
    carriesOut?: boolean;
    channelOf: (id: string) => Channel;
  }): Promise<void>;
  /** Resolves when no scan is running here and nothing is being carried out. */
  settled(): Promise<void>;
  /** Lets every queued message be delivered that can be. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

/** Builds and wires every room. Nothing runs until `start`. */
export async function build({ config, log, inventory, pace, now = () => new Date() }: Parts): Promise<App> {
  const store = await openStore(config.database);
  await reap(store, log, now());

  const adapters: ChatAdapter[] = [];
  const directories: Directory[] = [];
  const examinations: Examination[] = [];
  let channelOf = (id: string): Channel => ({ platform: 'slack', team: '', id });
  let nextScan = (): string | null => null;

  const provider = providerFor(config, inventory);
  const accountNames = new Map<string, string>();
  for (const { id, name } of await store.scans.perAccount()) accountNames.set(id, name);
  for (const { id, name } of provider.accounts()) if (id !== undefined) accountNames.set(id, name);
  const outbox = createOutbox({ store, adapters, log, now, ...(pace ? { pace } : {}) });
  const engine: Engine = {
    store,
    provider,
    checks: allChecks,
    remedies: writingRemedies,
    guidances,
    rules: {
      ...rulesOf(config, (id) => channelOf(id)),
      get settings() {
        return withAgreements(config, provider.accounts());
      },
    },
    notices: createNotices(() => services, accountNames, now),
    log,
    accountNames,
    process: thisProcess,
    standing: async (who) => standingIn(config.persons, people)(who),
    now,
    wake: () => outbox.wake(),
  };
  const findings = createFindingDesk(engine);
  const scans = createScanDesk(engine, () => nextScan());
  const digests = createDigestDesk(engine, findings);
  const { demo } = engine.provider;
  const people = createPeopleDesk(() => directories);
  const executor = createExecutor(engine, people, (mark) => !isAlive(mark, now().toISOString(), now()));
  const watch = createWatch(engine, people);
  const vault = openVault(config.secrets.sealingKey);
  const stepUp = createStepUpDesk({ store, vault, codes: oneTimeCodes, now, log });
  const attestations = createAttestationDesk(engine);
  const services: Services = {
    findings,
    scans,
    digests,
    checks: createCheckDesk(engine, controls()),
    audit: createAuditDesk(store),
    people,
    remediations: createRemediationDesk({
      engine,
      people,
      prove: stepUp.prove,
      wake: () => executor.wake(),
    }),
    freeze: createFreezeDesk(engine, people),
    stepUp,
    drills: createDrillDesk(engine, () => setStage(engine)),
    refusals: createRefusalDesk(engine),
    attestations,
    coverage: createCoverageDesk(engine, attestations, controls(), leftOut()),
    doctor: createDoctor(engine, people, examinations),
    policy: {
      read: (format) => policyDocument(readActions(engine), format),
      remediate: (format) => writePolicyDocument(writeGrants(engine), format),
    },
    limits: config.limits,
    registry: commands,
    ...(demo === undefined ? {} : { demo }),
  };
  const ears = createRouter({
    commands: commands as never,
    services,
    deliveries: store.deliveries,
    log,
    now,
  });

  let schedule: ReturnType<typeof createSchedule> | undefined;
  let tending: NodeJS.Timeout | undefined;

  return {
    engine,
    services,
    ears,
    config,
    connect(adapter, directory, examination) {
      adapters.push(adapter);
      directories.push(directory);
      if (examination) examinations.push(examination);
    },
    know: (directory) => void directories.push(directory),
    async start(options) {
      channelOf = options.channelOf;
      for (const adapter of adapters) await adapter.start(ears);
      await outbox.start();
      if (options.carriesOut) executor.start();
      if (options.schedule || options.carriesOut)
        knowAccounts(engine).catch((error) =>
          log.warn({ err: error }, 'the accounts could not be found out; asked again with the next scan'),
        );
      if (!options.schedule) return;
      const jobs: Job[] = [...digestJobs(config.digests, engine, digests, channelOf)];
      const { scan, timezone } = config.schedule;
      if (scan !== null) jobs.push({ name: 'scan', cron: scan, timezone, run: () => scans.scheduled() });
      schedule = createSchedule(jobs, store.slots, log, now);
      await schedule.start();
      nextScan = () => schedule?.nextAt('scan') ?? null;
      const care = () => {
        watch().catch((error) =>
          log.warn({ err: error }, 'who can approve could not be read; looked at again in a minute'),
        );
        tend(engine).catch((error) =>
          log.error({ err: error }, 'lapsing and reminders failed; tried again in a minute'),
        );
        tendAttestations(engine).catch((error) =>
          log.error({ err: error }, 'attestations could not be looked at; tried again in a minute'),
        );
        store.deliveries
          .prune(new Date(now().getTime() - 7 * 86_400_000).toISOString())
          .catch((error) => log.warn({ err: error }, 'old deliveries could not be pruned'));
        store.conversations
          .prune(new Date(now().getTime() - 90 * 86_400_000).toISOString())
          .catch((error) => log.warn({ err: error }, 'notes of old messages could not be pruned'));
      };
      tending = setInterval(care, 60_000);
      care();
    },
    async settled() {
      await scans.settled();
      await executor.settled();
    },
    drain: () => outbox.drain(),
    async stop() {
      clearInterval(tending);
      await schedule?.stop();
      await scans.stop();
      await executor.stop();
      for (const adapter of adapters) await adapter.stop();
      await outbox.stop();
      await store.close();
    },
  };
}
