import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { AnyCheck } from '../../../src/domain/check.ts';
import { dayOf } from '../../../src/domain/days.ts';
import type { Channel, Message } from '../../../src/domain/message.ts';
import { type Actor, including, type Role } from '../../../src/domain/people.ts';
import type { Provider } from '../../../src/domain/provider.ts';
import type { Remediation } from '../../../src/domain/remediation.ts';
import type { AnyRemedy } from '../../../src/domain/remedy.ts';
import type { AccountResult, ScanFilter } from '../../../src/domain/scan.ts';
import type { ProcessMark, Store } from '../../../src/domain/store.ts';
import type { Engine, RemediationRules } from '../../../src/engine/context.ts';
import { createFreezeDesk } from '../../../src/engine/freeze-desk.ts';
import { createRemediationDesk, type Prove } from '../../../src/engine/remediation/desk.ts';
import { createExecutor } from '../../../src/engine/remediation/executor.ts';
import { move } from '../../../src/engine/remediation/ledger.ts';
import type { FixAsk, Origin, PeopleDesk, Planned } from '../../../src/engine/services.ts';
import { openStore } from '../../../src/store/open.ts';
import {
  type SmallCloud,
  type SmallKind,
  smallCheck,
  smallCloud,
  subject,
} from '../../story/kit/small-cloud.ts';

const hourMs = 3_600_000;

export const person = (name: string, roles: readonly Role[], more: Partial<Actor> = {}): Actor => ({
  platform: 'slack',
  team: 'T1',
  id: `U${name.toUpperCase()}`,
  name,
  person: name.toLowerCase(),
  roles: including(roles),
  standing: 'member',
  ...more,
});

export const ann = person('Ann', ['responder']);
export const bob = person('Bob', ['approver']);
export const cem = person('Cem', ['approver']);
export const dee = person('Dee', ['officer']);

export const usualRules: RemediationRules = {
  tiers: [{ name: 'one', when: {}, quorum: 1, distinctGroups: false, confirm: false, stepUp: false }],
  clocks: {
    approveWithinMs: 24 * hourMs,
    executeWithinMs: 15 * 60_000,
    undoWithinMs: 7 * 24 * hourMs,
    lookAgainMs: 15 * 60_000,
    reviewWithinMs: 24 * hourMs,
  },
  cap: { resources: 20, percent: 100 },
  groups: {},
  windows: [],
  breakGlassMinReason: 40,
  settings: {},
  channel: null,
};

/** Boxes whose lid is `open` or `shut`, or was never set (`null`). An open lid fails the check. */
export const boxes = (ids: readonly string[], more: Partial<SmallKind> = {}): Record<string, SmallKind> => ({
  'aws.box': {
    list: () => ids.map((id) => subject(id, { name: id.split(':').at(-1) ?? id })),
    facts: { lid: { read: () => 'open', write: {} }, neighbours: { read: () => 0 } },
    ...more,
  },
});

export const lidCheck: AnyCheck = smallCheck('aws/box/lid', 'aws.box', ['lid'], {
  severity: 'high',
  evaluate: ({ lid }) =>
    lid === 'shut' ? { status: 'pass' } : { status: 'fail', because: `the lid is ${lid}` },
});

export const shutLid: AnyRemedy = {
  id: 'aws/box/shut-lid',
  title: 'Shut the lid',
  cures: ['aws/box/lid'],
  kind: 'aws.box',
  fact: 'lid',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired: () => ({ to: 'shut' }),
};

export interface Bench {
  readonly engine: Engine;
  readonly store: Store;
  readonly cloud: SmallCloud;
  readonly desk: ReturnType<typeof createRemediationDesk>;
  readonly freeze: ReturnType<typeof createFreezeDesk>;
  readonly executor: ReturnType<typeof createExecutor>;
  /** People as the platform vouches for them; to be changed by a test. */
  readonly people: Map<string, Actor>;
  readonly path: string;
  from(actor: Actor, channel?: Channel): Origin;
  /** Opens a finding of the check for the resource; answers its handle. */
  finding(resource: string, check?: AnyCheck): Promise<string>;
  /** Lets time go by. */
  later(ms: number): void;
}

const said = (text: string): Message => ({ text, blocks: [{ kind: 'text', text }] });
export const channel: Channel = { platform: 'slack', team: 'T1', id: 'C1' };

export async function bench(
  parts: {
    kinds?: Record<string, SmallKind>;
    checks?: readonly AnyCheck[];
    remedies?: readonly AnyRemedy[];
    rules?: Partial<RemediationRules>;
    people?: readonly Actor[];
    cloud?: Parameters<typeof smallCloud>[1];
    prove?: Prove;
    store?: (store: Store) => Store;
    /** What stands between the engine and the cloud. */
    provider?: (provider: Provider) => Provider;
    dead?: (mark: ProcessMark) => boolean;
    /** Where the bot keeps its ledger; a new folder when absent. */
    path?: string;
    /** Where that new folder is made. */
    folder?: string;
    /** The world of another process over the same file: its cloud, its people and its clock. */
    beside?: Bench;
  } = {},
): Promise<Bench> {
  const other = parts.beside;
  const given = parts.path ?? other?.path;
  const folder =
    given === undefined ? mkdtempSync(join(parts.folder ?? tmpdir(), 'hipaa-remediation-')) : null;
  const path = given ?? join(folder ?? '', 'bench.db');
  const opened = await openStore(path);
  const store = parts.store?.(opened) ?? opened;
  const cloud = other?.cloud ?? smallCloud(parts.kinds ?? boxes(['arn:box:one', 'arn:box:two']), parts.cloud);
  let at = new Date('2026-11-20T12:00:00Z');
  const now = other?.engine.now ?? (() => at);
  const everyone =
    other?.people ??
    new Map((parts.people ?? [ann, bob, cem, dee]).map((p) => [`slack:${p.team}:${p.id}`, p]));
  const people: Pick<PeopleDesk, 'actor' | 'members'> = {
    actor: async (signature) => everyone.get(signature) ?? null,
    members: async (role) =>
      [...everyone.values()].filter((p) => p.standing === 'member' && p.roles.includes(role)),
  };
  const silent = { info: () => {}, warn: () => {}, error: () => {} };
  const engine: Engine = {
    store,
    provider: parts.provider?.(cloud.provider) ?? other?.engine.provider ?? cloud.provider,
    checks: parts.checks ?? other?.engine.checks ?? [lidCheck],
    remedies: parts.remedies ?? other?.engine.remedies ?? [shutLid],
    guidances: [],
    rules: {
      phi: { keys: ['data'], values: ['phi'] },
      dueDays: { critical: 1, high: 7, medium: 30, low: 90 },
      optIns: new Set(),
      disabled: new Set(),
      settings: {},
      accountsAtOnce: 1,
      resourcesAtOnce: 4,
      alertChannels: () => [channel],
      alertAt: 'critical',
      remediation: { ...(other?.engine.rules.remediation ?? usualRules), ...parts.rules },
      attestations: { ask: [], validDays: {}, remindDays: [], dayAt: dayOf, channel: null },
      persons: {},
      noticeDays: [30, 14, 7, 3, 1],
      quietUntil: () => null,
    },
    notices: {
      scanProgress: () => said('progress'),
      scanEnded: () => said('ended'),
      findingCard: (f) => said(`card of ${f.handle}: ${f.status}`),
      findingChanged: (f) => said(`${f.handle} changed`),
      alert: (findings) => said(`alert: ${findings.map((f) => f.handle).join(', ')}`),
      attestationDue: () => said('reminder'),
      expiring: () => said('reminder'),
      reminder: () => said('reminder'),
      digest: () => said('digest'),
      remediationCard: ({ remediation: r }) => said(`${r.id} ${r.state}`),
      remediationSaid: ({ remediation: r, records }) => said(`${r.id}: ${records.at(-1)?.action}`),
      urgent: (text) => said(text),
    },
    log: silent,
    accountNames: new Map([['111111111111', 'one']]),
    process: { host: 'here', pid: process.pid, instance: `bench-${Math.random()}` },
    now,
    wake: () => {},
  };
  const executor = createExecutor(engine, people, parts.dead ?? (() => true));
  onTestFinished(async () => {
    await executor.stop();
    await opened.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });
  return {
    engine,
    store,
    cloud,
    people: everyone,
    path,
    executor,
    desk: createRemediationDesk({
      engine,
      people,
      prove: parts.prove ?? (async () => 'unavailable'),
      wake: () => {},
    }),
    freeze: createFreezeDesk(engine, people),
    from: (actor, where = channel) => ({ actor, channel: where, now: now() }),
    async finding(resource, check = lidCheck) {
      const sighting = {
        provider: 'aws',
        account: '111111111111',
        region: 'global',
        kind: check.kind,
        checkId: check.id,
        resource,
      };
      const event = {
        kind: 'failed',
        at: now().toISOString(),
        severity: check.severity,
        because: 'seen',
      } as const;
      return store.transaction(async (tx) => {
        const { finding } = await tx.findings.apply(sighting, event, 'system:scan');
        if (!finding) throw new Error('no finding was opened');
        await tx.audit.append({
          at: event.at,
          actor: 'system:scan',
          action: 'finding.new',
          subject: finding.handle,
          detail: {},
        });
        return finding.handle;
      });
    },
    later(ms) {
      if (other) other.later(ms);
      else at = new Date(at.getTime() + ms);
    },
  };
}

/** Another process over the same ledger, in the same world. Neither takes the other for dead. */
export const beside = (b: Bench, parts: Parameters<typeof bench>[0] = {}): Promise<Bench> =>
  bench({ dead: () => false, ...parts, beside: b });

/** The value of an answer that must not be a refusal. */
export function granted<T extends object>(answer: T): Exclude<T, { refused: string }> {
  if ('refused' in answer) throw new Error(`refused: ${(answer as unknown as { refused: string }).refused}`);
  return answer as Exclude<T, { refused: string }>;
}

export const refusalOf = (answer: object): string | null =>
  'refused' in answer ? String((answer as { refused: unknown }).refused) : null;

const isRequest = (answer: object): answer is Remediation => 'state' in answer;

/** Asks for the fix; it must be granted. */
export async function requested(b: Bench, what: FixAsk, actor: Actor = ann): Promise<Remediation> {
  const asked = granted(await b.desk.request(what, { reason: 'it is open' }, b.from(actor)));
  if (!isRequest(asked)) throw new Error('it was not asked for');
  return asked;
}

/** Asks for the undo; it must be granted. */
export async function undoing(b: Bench, id: string, actor: Actor = ann): Promise<Remediation> {
  const asked = granted(await b.desk.undo(id, { reason: 'it must be open' }, b.from(actor)));
  if (!isRequest(asked)) throw new Error('it was not asked for');
  return asked;
}

/** The plan as people see it; it must be made. */
export async function planned(b: Bench, what: FixAsk, actor: Actor = ann): Promise<Planned> {
  const plan = granted(await b.desk.plan(what, b.from(actor)));
  if (!('plan' in plan)) throw new Error('no plan was made');
  return plan;
}

/** Asked for and approved, by Ann and Bob. */
export async function approved(b: Bench, what: FixAsk): Promise<Remediation> {
  const { id } = await requested(b, what);
  return granted(await b.desk.approve(id, {}, b.from(bob)));
}

/** Approved and carried out. */
export async function carried(b: Bench, what: FixAsk): Promise<Remediation> {
  const { id } = await approved(b, what);
  await b.executor.turn();
  return kept(b, id);
}

export async function kept(b: Bench, id: string): Promise<Remediation> {
  const r = await b.store.remediations.get(id);
  if (!r) throw new Error(`there is no ${id}`);
  return r;
}

/** As a process leaves it that dies between the intent and the write. */
export async function interrupted(b: Bench, id: string): Promise<void> {
  const at = b.engine.now().toISOString();
  await b.store.transaction(async (tx) => {
    const begun = await move(b.engine, tx, await kept(b, id), { kind: 'begun', at }, 'system:executor');
    await move(b.engine, tx, begun, { kind: 'writing', at, target: 0 }, 'system:executor');
  });
}

/** What the ledger says of it, record by record. */
export const actionsOf = async (b: Bench, subject: string): Promise<readonly string[]> =>
  (await b.store.audit.about(subject)).map((record) => record.action);

const whole: ScanFilter = { accounts: [], regions: [], services: [], checks: [] };

/** A whole scan that comes by now, and what it sees of some findings. */
export async function scanned(
  b: Bench,
  id: string,
  sees: (store: Store) => Promise<void> = async () => {},
  more: { readonly result?: Partial<AccountResult>; readonly filter?: Partial<ScanFilter> } = {},
): Promise<void> {
  const at = b.engine.now().toISOString();
  const { process } = b.engine;
  const filter = { ...whole, ...more.filter };
  if (!(await b.store.scans.begin({ id, at, by: 'system:schedule', filter, process }))) return;
  // What it sees as resolved, it has looked at.
  for (const { plan } of await b.store.remediations.unseenByScan()) {
    for (const { finding } of plan.targets) {
      const known = await b.store.findings.get(finding);
      if (known?.status === 'resolved' && known.resolution !== 'gone')
        await b.store.findings.apply(known, { kind: 'passed', at }, 'system:scan', id);
    }
  }
  await sees(b.store);
  const tally = { pass: 1, fail: 0, unknown: 0, notApplicable: 0 };
  const one = { id: '111111111111', name: 'one', resources: 1, tally, notAssessed: [], ...more.result };
  const changes = { opened: 0, regressed: 0, resolved: 0, gone: 0, notApplicable: 0 };
  await b.store.scans.end(id, { state: 'finished', at, accounts: [one], calls: 1, changes });
}
