import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AnyCheck } from '../../src/domain/check.ts';
import { dayOf } from '../../src/domain/days.ts';
import { Cancelled, CloudError, StoreError } from '../../src/domain/errors.ts';
import { defaultPhiRule } from '../../src/domain/phi.ts';
import { everything, type ScanFilter } from '../../src/domain/scan.ts';
import type { Store } from '../../src/domain/store.ts';
import type { Engine } from '../../src/engine/context.ts';
import type { Observed } from '../../src/engine/reconcile.ts';
import { runScan } from '../../src/engine/run-scan.ts';
import { openStore } from '../../src/store/open.ts';
import {
  type SmallCloud,
  type SmallKind,
  smallCheck,
  smallCloud,
  subject,
} from '../story/kit/small-cloud.ts';

let store: Store;
let logged: { level: string; says: string }[];
beforeEach(async () => {
  store = await openStore(':memory:');
  logged = [];
});
afterEach(() => store.close());

const noted = (level: string) => (_: object, says: string) => void logged.push({ level, says });
let minute = 0;
const engineOver = (
  { provider }: SmallCloud,
  checks: readonly AnyCheck[],
  over: Partial<Engine> = {},
): Engine => ({
  store,
  provider,
  checks,
  remedies: [],
  guidances: [],
  rules: {
    phi: defaultPhiRule,
    dueDays: { critical: 1, high: 7, medium: 30, low: 90 },
    optIns: new Set(),
    disabled: new Set(),
    settings: {},
    accountsAtOnce: 4,
    resourcesAtOnce: 8,
    alertChannels: () => [],
    alertAt: null,
    remediation: null as never,
    attestations: { ask: [], validDays: {}, remindDays: [], dayAt: dayOf, channel: null },
    persons: {},
    noticeDays: [30, 14, 7, 3, 1],
    quietUntil: () => null,
  },
  notices: null as never,
  log: { info: noted('info'), warn: noted('warn'), error: noted('error') },
  process: { host: 'here', pid: 1, instance: 'i' },
  accountNames: new Map(),
  now: () => new Date(Date.UTC(2026, 0, 1, 0, minute++)),
  wake: () => {},
  ...over,
});

let scans = 0;
async function scan(engine: Engine, more: { filter?: Partial<ScanFilter>; signal?: AbortSignal } = {}) {
  const observed: Observed[] = [];
  const progress: number[] = [];
  const outcome = await runScan(engine, {
    id: `S-${++scans}`,
    filter: { ...everything, ...more.filter },
    by: 'terminal:local:ann',
    signal: more.signal ?? new AbortController().signal,
    onObserved: (o) => observed.push(o),
    onProgress: ({ resources }) => progress.push(resources),
  });
  if ('refused' in outcome) throw new Error(outcome.refused);
  return { ...outcome, observed, progress };
}
const answers = new Map<string, string>();
const things = (ids: readonly string[], more: Partial<SmallKind> = {}): SmallKind => ({
  list: () => ids.map((id) => subject(id)),
  facts: { fact: { read: ({ id }) => answers.get(id) ?? 'good' } },
  ...more,
});
const check = (name: string, more: Partial<AnyCheck> = {}) =>
  smallCheck(`aws/x/${name}`, `aws.${name}`, ['fact'], more);
const actions = async () => {
  const list: string[] = [];
  for await (const { action } of store.audit.read()) list.push(action);
  return list;
};
const findings = async () =>
  (await store.findings.find({ status: 'any' })).findings
    .map((f) => `${f.resource} ${f.resolution ?? f.status}`)
    .sort();
const ids = (n: number) => Array.from({ length: n }, (_, i) => `t${String(i).padStart(2, '0')}`);

beforeEach(() => answers.clear());

test('from its first row to its last', async () => {
  answers.set('t01', 'bad').set('t02', 'absent');
  const engine = engineOver(smallCloud({ 'aws.thing': things(ids(3)) }), [check('thing')]);
  const { scan: row, news, observed, progress } = await scan(engine);
  expect(row).toMatchObject({
    state: 'finished',
    by: 'terminal:local:ann',
    calls: 4,
    error: null,
    changes: { opened: 1, regressed: 0, resolved: 0, gone: 0, notApplicable: 0 },
    accounts: [
      {
        id: '111111111111',
        name: 'one',
        resources: 3,
        notAssessed: [],
        tally: { pass: 1, fail: 1, unknown: 0, notApplicable: 1 },
      },
    ],
  });
  expect(news.map(({ resource }) => resource)).toEqual(['t01']);
  expect(observed.map(({ resource, status }) => `${resource} ${status}`)).toEqual([
    't00 pass',
    't01 fail',
    't02 notApplicable',
  ]);
  expect(progress.at(-1)).toBe(3);
  expect(await actions()).toEqual(['scan.started', 'finding.new', 'scan.finished']);
});

test('news are worst first', async () => {
  for (const id of ['low', 'critical', 'medium']) answers.set(id, 'bad');
  const kinds = Object.fromEntries(['low', 'medium', 'critical'].map((s) => [`aws.${s}`, things([s])]));
  const checks = (['low', 'medium', 'critical'] as const).map((severity) => check(severity, { severity }));
  const { news } = await scan(engineOver(smallCloud(kinds), checks));
  expect(news.map(({ resource }) => resource)).toEqual(['critical', 'medium', 'low']);
});

test('resources are kept twenty at a time, in their order, and before anything is called gone', async () => {
  for (const id of ids(45)) answers.set(id, 'bad');
  const kept: string[] = [];
  const watched: Store = {
    ...store,
    transaction: (work) =>
      store.transaction(async (tx) => {
        let n = 0;
        const findings = {
          ...tx.findings,
          apply: (...args: Parameters<typeof tx.findings.apply>) => {
            n++;
            return tx.findings.apply(...args);
          },
          unseen: (...args: Parameters<typeof tx.findings.unseen>) => {
            kept.push('gone?');
            return tx.findings.unseen(...args);
          },
        };
        const result = await work({ ...tx, findings });
        if (n > 0) kept.push(`${n} kept`);
        return result;
      }),
  };
  const engine = engineOver(smallCloud({ 'aws.thing': things(ids(45)) }), [check('thing')], {
    store: watched,
  });
  const { observed } = await scan(engine);
  expect(kept).toEqual(['20 kept', '20 kept', '5 kept', 'gone?']);
  expect(observed.map(({ resource }) => resource)).toEqual(ids(45));
});

test('what is not known is counted by reason and permission, with what a listing would have had', async () => {
  const refused = (reason: 'denied' | 'throttled', permission: string) => () => {
    throw new CloudError(reason, `no: ${permission}`, permission);
  };
  const cloud = smallCloud({
    'aws.thing': things(ids(3), { facts: { fact: { read: refused('denied', 'x:Get') } } }),
    'aws.other': { list: refused('throttled', 'x:List'), facts: { fact: { read: () => 'good' } } },
  });
  const { scan: row, observed } = await scan(
    engineOver(cloud, [check('thing'), check('other'), { ...check('other'), id: 'aws/x/more' }]),
  );
  expect(row.state).toBe('finished');
  expect(row.accounts[0]?.notAssessed).toMatchObject([
    { reason: 'denied', permission: 'x:Get', count: 3 },
    { reason: 'throttled', permission: 'x:List', count: 2 },
  ]);
  expect(row.accounts[0]?.tally).toEqual({ pass: 0, fail: 0, unknown: 5, notApplicable: 0 });
  expect(observed.filter(({ resource }) => resource === 'arn:aws.other:global:111111111111:*')).toHaveLength(
    2,
  );
});

test('a kind is done when all its regions are, and never more are done than there are', async () => {
  const regional = things([], { scope: 'regional', list: (region) => [subject(region, { region })] });
  const cloud = smallCloud(
    { 'aws.here': things(ids(2)), 'aws.there': regional },
    { regions: ['a', 'b', 'c'] },
  );
  const seen: string[] = [];
  await runScan(engineOver(cloud, [check('here'), check('there')]), {
    id: 'S-kinds',
    filter: everything,
    by: 'terminal:local:ann',
    signal: new AbortController().signal,
    onProgress: ({ accounts: [one] }) => seen.push(`${one?.state} ${one?.kindsDone} of ${one?.kinds}`),
  });
  expect(seen[0]).toBe('scanning 0 of 2');
  expect(seen.at(-1)).toBe('done 2 of 2');
  expect(seen.filter((line) => !/^\w+ [012] of 2$/.test(line))).toEqual([]);
});

describe('an account that cannot be opened', () => {
  const accounts = [
    { name: 'open', id: '1' },
    { name: 'shut', id: '2' },
  ];
  test('is said question by question, and its findings stay as they were', async () => {
    let shut = false;
    const open = ({ name }: { name: string }) => {
      if (shut && name === 'shut') throw new CloudError('denied', 'access was denied');
    };
    answers.set('t00', 'bad');
    const engine = engineOver(smallCloud({ 'aws.thing': things(['t00']) }, { accounts, open }), [
      check('thing'),
    ]);
    await scan(engine);
    shut = true;
    answers.clear();
    const { scan: row, observed } = await scan(engine);
    expect(row.accounts).toMatchObject([
      { name: 'open' },
      { name: 'shut', resources: 0, refused: 'access was denied' },
    ]);
    expect(observed.map(({ account, status }) => `${account} ${status}`).sort()).toEqual([
      '1 pass',
      '2 unknown',
    ]);
    const { findings: all } = await store.findings.find({ status: 'any' });
    expect(all.map((f) => `${f.account} ${f.status}`).sort()).toEqual(['1 resolved', '2 open']);
  });
});

describe('cancelled', () => {
  test('while the accounts are found out: nothing began', async () => {
    const cancel = new AbortController();
    const cloud = smallCloud({ 'aws.thing': things(['a']) });
    const discover = async () => {
      cancel.abort();
      throw new Cancelled('the scan was cancelled');
    };
    const engine = engineOver(cloud, [check('thing')], { provider: { ...cloud.provider, discover } });
    await expect(scan(engine, { signal: cancel.signal })).rejects.toThrow('cancelled before it began');
    expect(await store.scans.latest(1)).toEqual([]);
  });

  test('keeps what was assessed to its end, and calls nothing gone', async () => {
    for (const id of ids(9)) answers.set(id, 'bad');
    const cancel = new AbortController();
    let cancelling = false;
    const cloud = smallCloud({
      'aws.thing': things(ids(9), {
        facts: {
          fact: {
            read: async ({ id }) => {
              await turn();
              if (cancelling && id === 't05') cancel.abort();
              return answers.get(id) ?? 'good';
            },
          },
        },
      }),
    });
    const engine = engineOver(cloud, [check('thing')]);
    await scan(engine);
    cancelling = true;
    for (const id of ['t00', 't08']) answers.set(id, 'good');
    const one = { ...engine, rules: { ...engine.rules, resourcesAtOnce: 1 } };
    const { scan: row, observed } = await scan(one, { signal: cancel.signal });
    expect(row).toMatchObject({ state: 'cancelled', error: null, changes: { resolved: 1, gone: 0 } });
    expect(observed.map(({ resource }) => resource)).toEqual(ids(5));
    expect(row.accounts[0]?.tally).toMatchObject({ pass: 1, fail: 4, unknown: 0 });
    expect(await findings()).toEqual(ids(9).map((id) => (id === 't00' ? 't00 fixed' : `${id} open`)));
    expect((await actions()).at(-1)).toBe('scan.cancelled');
    expect(await store.scans.latest(1, 'running')).toEqual([]);
  });
});

describe('one at a time', () => {
  test('a second is refused while the first runs, and may run after it', async () => {
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const slow = smallCloud({ 'aws.thing': things(['t00'], { facts: { fact: { read: () => gate } } }) });
    const first = scan(engineOver(slow, [check('thing')]));
    while ((await store.scans.latest(1, 'running')).length === 0) await turn();
    const quick = engineOver(smallCloud({ 'aws.thing': things([]) }), [check('thing')]);
    await expect(scan(quick)).rejects.toThrow(/^A scan is already running/);
    go();
    expect((await first).scan.state).toBe('finished');
    expect((await scan(quick)).scan.state).toBe('finished');
  });

  test('a filter that names nothing is refused before anything is written', async () => {
    const engine = engineOver(smallCloud({ 'aws.thing': things([]) }), [check('thing')]);
    await expect(scan(engine, { filter: { services: ['rds'] } })).rejects.toThrow(/^No check asks/);
    expect([await store.scans.latest(1), await actions()]).toEqual([[], []]);
  });

  test('a scan that was taken for dead does not speak over the ledger', async () => {
    const cloud = smallCloud({
      'aws.thing': things(['t00'], {
        facts: {
          fact: { read: async () => void (await store.scans.reap(new Date(0).toISOString(), () => false)) },
        },
      }),
    });
    const { scan: row } = await scan(engineOver(cloud, [check('thing')]));
    expect(row.state).toBe('interrupted');
    expect(await actions()).toEqual(['scan.started']);
  });
});

describe('a store that cannot keep', () => {
  /** Fails the transaction that keeps the given resource, as a full disk would, after a moment. */
  const failingOn = (resource: string): Store => ({
    ...store,
    transaction: (work) =>
      store.transaction((tx) => {
        const findings = {
          ...tx.findings,
          apply: async (...args: Parameters<typeof tx.findings.apply>) => {
            if (args[0].resource !== resource) return tx.findings.apply(...args);
            for (let i = 0; i < 20; i++) await turn();
            throw new StoreError('The disk is full.');
          },
        };
        return work({ ...tx, findings });
      }),
  });

  test('ends the scan as failed, with a sentence, and the log has the cause', async () => {
    answers.set('t01', 'bad');
    const cloud = smallCloud({ 'aws.thing': things(ids(3)) });
    const { scan: row } = await scan(engineOver(cloud, [check('thing')], { store: failingOn('t01') }));
    expect(row).toMatchObject({
      state: 'failed',
      error: 'The scan failed in itself, not in the cloud; the log has the cause.',
    });
    expect(logged).toEqual([{ level: 'error', says: 'the scan failed' }]);
    expect((await actions()).at(-1)).toBe('scan.failed');
  });

  test('does not make gone what it could not keep', async () => {
    for (const id of ['early', ...ids(19)]) answers.set(id, 'bad');
    // The lone one waits in the same batch as the many, and its listing ends while that batch is being kept.
    const lone: Partial<SmallKind> = {
      async *list() {
        yield subject('early');
        for (let i = 0; i < 8; i++) await turn();
      },
    };
    const cloud = smallCloud({ 'aws.lone': things([], lone), 'aws.many': things(ids(19)) });
    const checks = [check('lone'), check('many')];
    await scan(engineOver(cloud, checks));
    const { scan: row } = await scan(engineOver(cloud, checks, { store: failingOn('t03') }));
    expect(row).toMatchObject({ state: 'failed', changes: { gone: 0 } });
    expect((await findings()).filter((line) => line.endsWith('gone'))).toEqual([]);
  });
});
