import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { StoreError } from '../domain/errors.ts';

/** SQLite's own waiting blocks the event loop, so it is short; longer waits are ours (`withPatience`). */
const busyTimeoutMs = 25;

/** Made before SQLite does, for nobody else to read; the files that SQLite puts beside it inherit the mode. */
export function makeFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', 0o600));
}

export function connect(path: string, use: 'write' | 'read'): Database {
  const database = new Sqlite(path, { timeout: busyTimeoutMs });
  try {
    const mode = database.pragma('journal_mode = wal', { simple: true });
    if (mode !== 'wal' && !database.memory)
      throw new StoreError(
        `${path} is on a disk that cannot share it (no write-ahead log): use a local disk.`,
      );
    // A commit that was answered survives a power cut.
    database.pragma('synchronous = full');
    database.pragma('foreign_keys = on');
    database.pragma('recursive_triggers = on');
    database.pragma('trusted_schema = off');
    if (use === 'read') database.pragma('query_only = on');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
