import Sqlite, { type Database } from 'better-sqlite3';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { describe, expect, it } from 'vitest';
import { genesis, hashOf } from '../../src/domain/audit.ts';
import { fingerprintOf } from '../../src/domain/finding.ts';
import { neverFrozen } from '../../src/domain/freeze.ts';
import { connect, makeFile } from '../../src/store/connect.ts';
import { sqliteDialect } from '../../src/store/dialect.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { openStore } from '../../src/store/open.ts';
import { remediation } from '../kit/store-remediation-samples.ts';
import {
  channel,
  failed,
  hour,
  message,
  noChanges,
  passed,
  ref,
  resultOf,
  scanner,
  sighting,
} from '../kit/store-samples.ts';
import { inFolder } from './folder.ts';

const names = Object.keys(migrations);

/** A file as the version that knew only the first `count` migrations left it. */
async function fileOf(path: string, count: number): Promise<Database> {
  makeFile(path);
  const database = connect(path, 'write');
  const db = new Kysely<any>({ dialect: sqliteDialect(database, { path, begin: 'begin', waitMs: 0 }) });
  const known = Object.fromEntries(Object.entries(migrations).slice(0, count));
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => known },
  }).migrateToLatest();
  if (error) throw error;
  database.pragma(`application_id = ${0x48495041}`);
  return database;
}

const tablesOf = (database: Database) =>
  database.prepare(`select name from sqlite_master where type = 'table'`).pluck().all() as string[];

function insert(database: Database, table: string, row: Record<string, unknown>): void {
  const columns = Object.keys(row);
  database
    .prepare(`insert into ${table} (${columns}) values (${columns.map((column) => `@${column}`)})`)
    .run(row);
}

/** One of everything that the first version kept. */
function fill(database: Database): void {
  const { provider, account, region, kind, checkId, resource } = sighting();
  const fingerprint = fingerprintOf(sighting());
  insert(database, 'findings', {
    ...{ fingerprint, handle: 'F-7K3QX', provider, account, region, kind, check_id: checkId },
    ...{ service: 's3', resource, severity: 'high', because: 'logging is off', status: 'open' },
    ...{ regressions: 0, triage: 'untriaged', first_seen: hour(1), last_seen: hour(1), opened_at: hour(1) },
  });
  insert(database, 'history', {
    ...{ fingerprint, at: hour(1), actor: scanner, change: 'new', because: 'logging is off' },
    open_after: 'high',
  });
  insert(database, 'scans', {
    ...{ id: 's1', state: 'finished', started_at: hour(1), finished_at: hour(2), by: scanner },
    filter: '{"accounts":[],"regions":[],"services":[],"checks":[]}',
    ...{ accounts: JSON.stringify([resultOf(account)]), calls: 9, changes: JSON.stringify(noChanges) },
    ...{ host: 'here', pid: 7, instance: 'first', beat_at: hour(2) },
  });
  insert(database, 'account_results', {
    ...{ account, scan: 's1', finished_at: hour(2), result: JSON.stringify(resultOf(account)) },
  });
  for (const [position, state] of ['sent', 'queued', 'sending'].entries())
    insert(database, 'outbox', {
      ...{ id: state, key: state, position: position + 1, platform: 'slack', team: 'T1' },
      ...{ channel: `C${position}`, message: JSON.stringify(message(state)), kind: 'post', state },
      ...{ attempts: 0, not_before: hour(1), created_at: hour(1), changed_at: hour(1) },
    });
  insert(database, 'cards', { platform: 'slack', team: 'T1', channel: 'C0', message: '1', card: 'c' });
  let previous = genesis;
  for (const seq of [1, 2, 3]) {
    const record = { seq, at: hour(seq), actor: scanner, action: 'test', subject: `F-${seq % 2}`, previous };
    const hash = hashOf({ ...record, detail: { n: seq } });
    insert(database, 'audit', { ...record, detail: `{"n":${seq}}`, hash });
    previous = hash;
  }
  insert(database, 'deliveries', { key: 'event', at: hour(1) });
  insert(database, 'slots', { job: 'digest', due_at: hour(9) });
}

describe('a file of the first version', () => {
  const at = inFolder();

  it('is brought up to date with all that it holds', async () => {
    const path = at('bot.db');
    const first = await fileOf(path, 1);
    expect(tablesOf(first)).not.toContain('remediations');
    fill(first);
    first.close();

    const store = await openStore(path);
    const { findings } = await store.findings.find({});
    expect(findings).toMatchObject([{ handle: 'F-7K3QX', because: 'logging is off', status: 'open' }]);
    expect(await store.findings.history(findings[0]?.fingerprint ?? '')).toHaveLength(1);
    expect(await store.scans.latest(9)).toMatchObject([{ id: 's1', calls: 9 }]);
    expect(await store.scans.perAccount()).toHaveLength(1);
    expect((await store.outbox.due(hour(1), 9)).map((item) => item.id)).toEqual(['queued']);
    expect((await store.outbox.inDoubt()).map((item) => item.id)).toEqual(['sending']);
    expect(await store.outbox.cardAt({ ...ref('1'), channel: 'C0' })).toBe('c');
    expect(await store.audit.verify()).toMatchObject({ ok: true, records: 3 });
    expect((await store.audit.about('F-1')).map((record) => record.seq)).toEqual([1, 3]);
    expect(await store.deliveries.claim('event', hour(2))).toBe(false);
    expect(await store.slots.get('digest')).toBe(hour(9));

    expect(await store.freezes.get()).toEqual(neverFrozen);
    expect((await store.remediations.add((id) => remediation({ id }), channel())).id).toBe('R-1');
    await store.findings.apply(sighting(), passed(hour(3)), scanner);
    await store.findings.apply(sighting('arn:other'), failed(hour(3)), scanner);
    await store.close();
    const again = await openStore(path);
    expect((await again.remediations.get('1'))?.state).toBe('proposed');
    await again.close();
  });

  it('is left as it was when the change breaks off', async () => {
    const path = at('bot.db');
    const first = await fileOf(path, 1);
    fill(first);
    // The last table that the change makes is there already.
    first.exec('create table second_factors (person text)');
    first.close();
    await expect(openStore(path)).rejects.toMatchObject({ name: 'StoreError' });
    const raw = new Sqlite(path);
    expect(tablesOf(raw)).not.toContain('remediations');
    expect(raw.prepare('select name from kysely_migration').pluck().all()).toEqual(names.slice(0, 1));
    raw.exec('drop table second_factors');
    raw.close();
    const store = await openStore(path);
    expect(await store.audit.verify()).toMatchObject({ ok: true, records: 3 });
    await store.close();
  });

  it('may be opened by many at once, the first of whom changes it', async () => {
    const path = at('bot.db');
    const first = await fileOf(path, 1);
    fill(first);
    first.close();
    const stores = await Promise.all(Array.from({ length: 8 }, () => openStore(path)));
    for (const store of stores) expect((await store.audit.head()).seq).toBe(3);
    await Promise.all(stores.map((store) => store.close()));
  });
});
