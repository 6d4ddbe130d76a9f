import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMetrics, type HealthServer, serveHealth } from '#src/health';
import { openStore } from '#src/store/open';
import type { Store } from '../src/domain/store.ts';

const now = new Date('2026-11-20T12:00:00Z');
let store: Store;
let server: HealthServer;
let missing: readonly string[];

beforeEach(async () => {
  store = await openStore(':memory:');
  missing = [];
  const ready = async () => {
    await store.ping();
    return missing;
  };
  server = await serveHealth(
    { host: '127.0.0.1', port: 0 },
    createMetrics(store, () => now),
    ready,
  );
});
afterEach(async () => {
  await server.close();
  await store.close().catch(() => {});
});

const get = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${server.port}${path}`, init);

test('alive, and ready once the store and the chat are', async () => {
  expect((await get('/healthz')).status).toBe(200);
  const ready = await get('/readyz');
  expect([ready.status, await ready.json()]).toEqual([200, { ready: true, missing: [] }]);
});

test('alive, but not ready without its chat', async () => {
  missing = ['slack'];
  const answer = await get('/readyz');
  expect([answer.status, await answer.json()]).toEqual([503, { ready: false, missing: ['slack'] }]);
  expect((await get('/healthz')).status).toBe(200);
});

test('not ready without its store', async () => {
  await store.close();
  expect((await get('/readyz')).status).toBe(503);
});

test('metrics for Prometheus: open findings, what waits, and how old the last scan is', async () => {
  const id = {
    id: 'S-1',
    at: '2026-11-20T11:00:00.000Z',
    by: 'x',
    process: { host: 'h', pid: 1, instance: 'i' },
  };
  const before = await (await get('/metrics')).text();
  expect(before).toContain('hipaa_last_scan_age_seconds -1');
  await store.scans.begin({ ...id, filter: { accounts: [], regions: [], services: [], checks: [] } });
  const changes = { opened: 0, regressed: 0, resolved: 0, gone: 0, notApplicable: 0 };
  const tally = { pass: 1, fail: 0, unknown: 0, notApplicable: 0 };
  const account = { id: '111122223333', name: 'clinic', resources: 1, tally, notAssessed: [] };
  const end = {
    state: 'finished',
    at: '2026-11-20T11:30:00.000Z',
    accounts: [account],
    calls: 3,
    changes,
  } as const;
  await store.scans.end('S-1', end);
  const text = await (await get('/metrics')).text();
  expect(text).toContain('hipaa_last_scan_age_seconds 1800');
  expect(text).toContain('hipaa_open_findings{severity="critical"} 0');
  expect(text).toContain('hipaa_outbox_depth 0');
});

test('a scan that assessed nothing does not make the last one younger', async () => {
  const id = {
    id: 'S-1',
    at: '2026-11-20T11:00:00.000Z',
    by: 'x',
    process: { host: 'h', pid: 1, instance: 'i' },
  };
  await store.scans.begin({ ...id, filter: { accounts: [], regions: [], services: [], checks: [] } });
  const changes = { opened: 0, regressed: 0, resolved: 0, gone: 0, notApplicable: 0 };
  const tally = { pass: 0, fail: 0, unknown: 64, notApplicable: 0 };
  const account = {
    id: '1',
    name: 'clinic',
    resources: 0,
    tally,
    notAssessed: [],
    refused: 'access was denied',
  };
  const at = '2026-11-20T11:30:00.000Z';
  await store.scans.end('S-1', { state: 'finished', at, accounts: [account], calls: 1, changes });
  expect(await (await get('/metrics')).text()).toContain('hipaa_last_scan_age_seconds -1');
});

test('older scans are not read again for each look', async () => {
  const latest = vi.spyOn(store.scans, 'latest');
  await store.scans.begin({
    id: 'S-1',
    at: '2026-11-20T11:00:00.000Z',
    by: 'x',
    filter: { accounts: [], regions: [], services: [], checks: [] },
    process: { host: 'h', pid: 1, instance: 'i' },
  });
  const changes = { opened: 0, regressed: 0, resolved: 0, gone: 0, notApplicable: 0 };
  const at = '2026-11-20T11:30:00.000Z';
  await store.scans.end('S-1', { state: 'finished', at, accounts: [], calls: 1, changes });
  for (let n = 0; n < 3; n++)
    expect(await (await get('/metrics')).text()).toContain('hipaa_last_scan_age_seconds -1');
  expect(latest.mock.calls.map(([n]) => n)).toEqual([1, 200, 1, 1]);
});

test('nothing else, and nothing is written', async () => {
  expect((await get('/')).status).toBe(404);
  expect((await get('/healthz', { method: 'POST' })).status).toBe(405);
});
