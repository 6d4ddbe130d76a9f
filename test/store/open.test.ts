import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { connect } from '../../src/store/connect.ts';
import { openStore } from '../../src/store/open.ts';
import { failed, hour, scanner, sighting } from '../kit/store-samples.ts';
import { inFolder } from './folder.ts';

const modeOf = (path: string) => statSync(path).mode & 0o777;

describe('opening a store', () => {
  const at = inFolder();
  const refusal = (path: string, options?: Parameters<typeof openStore>[1]) =>
    openStore(path, options).then(
      () => 'opened',
      (error) => `${error.name}: ${error.message}`,
    );

  it('makes the folders and the file, for nobody else to read', async () => {
    const path = at('deep/down/bot.db');
    const store = await openStore(path);
    await store.ping();
    expect([modeOf(at('deep')), modeOf(path), modeOf(`${path}-wal`)]).toEqual([0o700, 0o600, 0o600]);
    await store.close();
    expect(existsSync(`${path}-wal`)).toBe(false);
  });

  it('makes commits durable, and its reader unable to write', () => {
    const pragmas = (use: 'write' | 'read') => {
      const database = connect(at('bot.db'), use);
      const names = ['journal_mode', 'synchronous', 'foreign_keys', 'query_only'];
      const values = names.map((name) => database.pragma(name, { simple: true }));
      database.close();
      return values;
    };
    expect(pragmas('write')).toEqual(['wal', 2, 1, 0]);
    expect(pragmas('read')).toEqual(['wal', 2, 1, 1]);
  });

  it('may be done by many at once, the first of whom makes the tables', async () => {
    const stores = await Promise.all(Array.from({ length: 8 }, () => openStore(at('bot.db'))));
    await Promise.all(stores.map((store) => store.ping()));
    await Promise.all(stores.map((store) => store.close()));
  });

  it('refuses a file of a newer version, says what to do, and leaves it alone', async () => {
    const path = at('bot.db');
    await (await openStore(path)).close();
    const raw = new Sqlite(path);
    raw.exec(`insert into kysely_migration values ('0999-from-the-future', '2030-01-01T00:00:00.000Z')`);
    raw.close();
    const before = readFileSync(path);
    expect(await refusal(path)).toBe(
      `StoreError: ${path} was written by a newer version of the bot (0999-from-the-future) and was left as it is: ` +
        'start that version, or put back the backup from before the update.',
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('refuses another program’s database, and leaves it alone', async () => {
    const raw = new Sqlite(at('other.db'));
    raw.exec('create table people (name text)');
    raw.close();
    expect(await refusal(at('other.db'))).toMatch(
      /^StoreError: .*other\.db belongs to another program: name another/,
    );
    const again = new Sqlite(at('other.db'));
    expect(again.prepare('select name from sqlite_master').pluck().all()).toEqual(['people']);
    again.close();
  });

  it('refuses what is no database, no file, or below a file', async () => {
    writeFileSync(at('notes.txt'), 'this is not a database, '.repeat(100));
    mkdirSync(at('folder'));
    expect(await refusal(at('notes.txt'))).toMatch(/notes\.txt is not a database: name another file/);
    expect(await refusal(at('folder'))).toMatch(/folder is a folder: name a file inside it/);
    expect(await refusal(at('notes.txt/bot.db'))).toMatch(/StoreError: A folder on the way to .* is a file/);
  });

  it('refuses a folder it may not write, and says so', async () => {
    const path = at('closed/bot.db');
    mkdirSync(at('closed'));
    chmodSync(at('closed'), 0o555);
    chmodSync(at('.'), 0o755);
    // Root may write anywhere, so this looks at it as nobody.
    const root = process.geteuid?.() === 0;
    if (root) process.seteuid?.(65534);
    try {
      expect(await refusal(path)).toBe(
        `StoreError: ${path} cannot be written: let the user that runs the bot write the file and its folder.`,
      );
    } finally {
      if (root) process.seteuid?.(0);
    }
  });

  it('gives up on another process that does not let go, without hanging or blocking', async () => {
    const path = at('bot.db');
    const store = await openStore(path, { waitMs: 200 });
    const raw = new Sqlite(path);
    raw.exec('begin immediate');
    let ticks = 0;
    const clock = setInterval(() => ticks++, 10);
    await expect(store.ping()).rejects.toMatchObject({
      name: 'StoreError',
      message: `${path} is held by another process: stop that process or let it finish, then try again.`,
      cause: { code: 'SQLITE_BUSY' },
    });
    clearInterval(clock);
    expect(ticks).toBeGreaterThan(2);
    expect(await store.slots.get('digest')).toBeNull();
    const waiting = store.ping();
    raw.exec('rollback');
    await waiting;
    raw.close();
    await store.close();
  });

  it('opens while another process writes', async () => {
    const path = at('bot.db');
    const first = await openStore(path);
    const raw = new Sqlite(path);
    raw.exec('begin immediate');
    const second = await openStore(path, { waitMs: 100 });
    expect((await second.audit.head()).seq).toBe(0);
    raw.exec('rollback');
    raw.close();
    await Promise.all([first.close(), second.close()]);
  });

  it('tells a caller that waits for itself, and one that waits for a transaction without end', async () => {
    const store = await openStore(at('bot.db'), { queueMs: 100 });
    const inside = store.transaction(() => store.slots.set('digest', hour(1)));
    await expect(inside).rejects.toThrow('used inside its own transaction');
    const endless = Promise.withResolvers<void>();
    const stuck = store.transaction(() => endless.promise);
    await expect(store.slots.set('digest', hour(1))).rejects.toThrow('an earlier transaction does not end');
    expect(await store.slots.get('digest')).toBeNull();
    endless.resolve();
    await stuck;
    await store.slots.set('digest', hour(2));
    await store.close();
  });

  it('can live in memory, for as long as it is open', async () => {
    const store = await openStore(':memory:');
    await store.transaction((tx) => tx.findings.apply(sighting(), failed(hour(1)), scanner));
    expect((await store.findings.find({})).total).toBe(1);
    expect(await store.audit.verify()).toMatchObject({ ok: true });
    await store.close();
  });

  it('spends next to nothing on answers for which there is no finding', async () => {
    const store = await openStore(at('bot.db'));
    await store.transaction(async (tx) => {
      for (let n = 0; n < 5000; n++)
        await tx.findings.apply(sighting(`arn:${n}`), failed(hour(1)), scanner, 's1');
    });
    const startedAt = performance.now();
    for (let n = 0; n < 25_000; n++) await store.findings.seen(sighting(`arn:unheard-of-${n}`), 's2');
    expect(performance.now() - startedAt).toBeLessThan(5000);
    await store.close();
  });
});
