import type { Database } from 'better-sqlite3';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { StoreError } from '../domain/errors.ts';
import { sqliteDialect } from './dialect.ts';
import { storeError } from './errors.ts';
import { migrations } from './migrations/index.ts';
import { withPatience } from './patience.ts';

/** Marks a file as ours ("HIPA" in ASCII), so that another program's database is not migrated by mistake. */
const applicationId = 0x48495041;

const names = Object.keys(migrations);

/** Migrations that the file has had; refuses a file that is not ours or that a newer version wrote. */
function applied(database: Database, path: string): readonly string[] {
  const tables = database.prepare(`select name from sqlite_master where type = 'table'`).pluck().all();
  if (tables.length === 0) return [];
  if (database.pragma('application_id', { simple: true }) !== applicationId)
    throw new StoreError(`${path} belongs to another program: name another file.`);
  const done = database.prepare('select name from kysely_migration order by name').pluck().all() as string[];
  const newer = done.filter((name) => !names.includes(name));
  if (newer.length > 0)
    throw new StoreError(
      `${path} was written by a newer version of the bot (${newer.join(', ')}) and was left as it is: ` +
        'start that version, or put back the backup from before the update.',
    );
  return done;
}

/**
 * Brings the file up to date in one transaction: a crash leaves it as it was, and of two processes that start at once
 * the second finds the work done.
 */
export async function migrate(database: Database, path: string, waitMs: number): Promise<void> {
  if (applied(database, path).length === names.length) return;
  await withPatience(waitMs, () => database.exec('begin immediate'));
  try {
    applied(database, path);
    const db = new Kysely<any>({ dialect: sqliteDialect(database, { path, begin: 'begin', waitMs }) });
    const { error } = await new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
    }).migrateToLatest();
    if (error) throw storeError(path, error);
    database.pragma(`application_id = ${applicationId}`);
    database.exec('commit');
  } catch (error) {
    if (database.inTransaction) database.exec('rollback');
    throw error;
  }
}
