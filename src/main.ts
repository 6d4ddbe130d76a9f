import { commands } from '#commands';
import type { ChatAdapter, Ears } from './chat/adapter.ts';
import { createRouter } from './chat/router.ts';
import { policyDocument, writePolicyDocument } from './cloud/aws/policy.ts';
import type { Config } from './config.ts';
import { controls, leftOut } from './controls.ts';
import type { Channel } from './domain/message.ts';
import { createAttestationDesk } from './engine/attestation-desk.ts';
import { createAuditDesk } from './engine/audit-desk.ts';
import { createCheckDesk } from './engine/check-desk.ts';
import { type Engine, knowAccounts, type Log } from './engine/context.ts';
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
import { createScanDesk } from './engine/scan-desk.ts';
import type { Services } from './engine/services.ts';
import { standingIn } from './engine/standing.ts';
import { createStepUpDesk } from './engine/step-up-desk.ts';
import { oneTimeCodes } from './one-time-codes.ts';
import { createSchedule, type Job, NotNow } from './schedule.ts';
import { openStore } from './store/open.ts';
import { openVault } from './vault.ts';
import { withAgreements } from './wiring/agreements.ts';
import { digestJobs } from './wiring/digests.ts';
import { readActions, writeGrants } from './wiring/grants.ts';
import { createNotices } from './wiring/notices.ts';
import { providerFor } from './wiring/provider.ts';
import { allChecks, guidances, writingRemedies } from './wiring/rolls.ts';
import { rulesOf } from './wiring/rules.ts';
import { setStage } from './wiring/stage.ts';
import { keepTending } from './wiring/tending.ts';
import { isAlive, reap, thisProcess } from './wiring/this-process.ts';

export interface Parts {
  readonly config: Config;
  readonly log: Log;
  /** A recorded inventory to answer instead of the cloud. */
  readonly inventory?: string | undefined;
  readonly now?: () => Date;
  readonly pace?: Partial<Pace>;
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
  for (const { id, name } of [...(await store.scans.noLongerScanned()), ...(await store.scans.perAccount())])
    accountNames.set(id, name);
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
        return withAgreements(config, provider);
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
  let stopTending = () => {};

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
      const scheduledScan = async () => {
        if (!(await scans.scheduled())) throw new NotNow();
      };
      if (scan !== null) jobs.push({ name: 'scan', cron: scan, timezone, run: scheduledScan });
      schedule = createSchedule(jobs, store.slots, log, now);
      await schedule.start();
      nextScan = () => schedule?.nextAt('scan') ?? null;
      stopTending = keepTending(engine, watch);
    },
    async settled() {
      await scans.settled();
      await executor.settled();
    },
    drain: () => outbox.drain(),
    async stop() {
      stopTending();
      // The schedule waits for the job that it serves, and that may be a scan.
      await Promise.all([scans.stop(), schedule?.stop()]);
      await executor.stop();
      for (const adapter of adapters) await adapter.stop();
      await outbox.stop();
      await store.close();
    },
  };
}
