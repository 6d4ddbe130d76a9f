import { hostname } from 'node:os';
import { createAuditDesk } from '../../../src/engine/audit-desk.ts';
import { openStore } from '../../../src/store/open.ts';
import { ledgerOf } from '../kit/ledger.ts';
import { dead } from './dead.ts';

/** Everything that a road leaves behind, without times and names that differ between two beds. */
export type Left = Readonly<Record<string, unknown>>;

/** When, and what is hashed over names: they say nothing of how it ended. */
const times = /^(at|lookAt|\w+(At|By|Until))$/;
const differs = new Set(['version', 'hash', 'finding', 'handle', 'name']);
const isInstant = (value: unknown) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);

/** As it is for every bed; `common` gives the buckets names that hold for all. */
export const alike = (value: unknown, common: (text: string) => string): Left =>
  JSON.parse(common(JSON.stringify(value)), (key, v) =>
    differs.has(key) ? undefined : times.test(key) && isInstant(v) ? 'then' : v,
  );

/** Resources and runs that whoever comes next would not be given. */
async function heldIn(database: string, keys: readonly string[]): Promise<readonly string[]> {
  const store = await openStore(database);
  const next = { owner: 'next', process: { host: hostname(), pid: process.pid, instance: 'next' }, dead };
  const at = new Date();
  const until = new Date(at.getTime() + 60_000).toISOString();
  try {
    const held: string[] = [];
    for (const key of keys)
      if ((await store.leases.take({ key, at: at.toISOString(), until, ...next })) === null) held.push(key);
    await store.leases.release('next');
    return held;
  } finally {
    await store.close();
  }
}

/** What the database says, by the product's own reading and by SQLite's. */
export async function leftIn(database: string, resources: readonly string[]): Promise<Left> {
  const { findings, audit, integrity } = ledgerOf(database);
  const store = await openStore(database);
  try {
    const { remediations } = await store.remediations.find({});
    const verdict = await createAuditDesk(store).verify();
    const runs = remediations.map((r) => `run:${r.id}`);
    return {
      remediations: remediations.toReversed(),
      // A look may be taken twice; everything else is told once.
      ledger: audit
        .map((a) => `${a.actor} ${a.action} ${/^R-/.test(a.subject) ? a.subject : ''}`)
        .filter((line) => !line.includes('remediation.looked')),
      findings: findings.map(({ status, resolution, because, triage, history }) => ({
        status,
        resolution,
        because,
        triage,
        history,
      })),
      queued: await store.outbox.depth(),
      verified: verdict.ok ? 'ok' : verdict,
      integrity,
      held: await heldIn(database, [...runs, ...resources.map((arn) => `resource:${arn}`)]),
    };
  } finally {
    await store.close();
  }
}
