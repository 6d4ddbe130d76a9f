import type { Database, Statement } from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { storeError } from './errors.ts';
import { withPatience } from './patience.ts';

export interface DialectSettings {
  readonly path: string;
  /**
   * `begin immediate` takes the write lock before anything is read. Kysely's own `begin` takes it at the first write,
   * and is refused there when another process wrote in between.
   */
  readonly begin: 'begin immediate' | 'begin';
  /** How long to wait for another process. */
  readonly waitMs: number;
}

const mostStatements = 300;

/** One open connection; prepared statements are kept, because preparing costs more than most queries here. */
function connectionTo(database: Database, { path, waitMs }: DialectSettings): DatabaseConnection {
  const statements = new Map<string, Statement>();

  const prepared = (sql: string): Statement => {
    let statement = statements.get(sql);
    if (!statement) {
      if (statements.size >= mostStatements) statements.clear();
      statement = database.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };

  const execute = ({ sql, parameters }: CompiledQuery) => {
    const statement = prepared(sql);
    if (statement.reader) return { rows: statement.all(parameters) as any[] };
    const { changes, lastInsertRowid } = statement.run(parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  };

  return {
    async executeQuery(query) {
      try {
        // Within a transaction the lock is ours already; waiting there could only hold others up.
        return database.inTransaction ? execute(query) : await withPatience(waitMs, () => execute(query));
      } catch (error) {
        throw storeError(path, error);
      }
    },
    // A cursor would keep the one connection busy for as long as its reader pleases; long reads go page by page.
    // biome-ignore lint/correctness/useYield: it only refuses
    async *streamQuery() {
      throw storeError(path, new Error('streaming is not offered: read page by page'));
    },
  };
}

/** better-sqlite3 under Kysely, with the transactions and the errors this room wants. Whoever opened `database` closes it. */
export function sqliteDialect(database: Database, settings: DialectSettings): Dialect {
  const connection = connectionTo(database, settings);
  const say = (sql: string) => connection.executeQuery(CompiledQuery.raw(sql));
  return {
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createDriver: () => ({
      init: async () => {},
      acquireConnection: async () => connection,
      releaseConnection: async () => {},
      beginTransaction: async () => void (await say(settings.begin)),
      commitTransaction: async () => void (await say('commit')),
      // A full disk makes SQLite roll back by itself; a second rollback would hide the first error.
      rollbackTransaction: async () => void (database.inTransaction && (await say('rollback'))),
      destroy: async () => {},
    }),
  };
}
