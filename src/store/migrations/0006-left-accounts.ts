import { type Kysely, sql } from 'kysely';

/** An account that is not scanned any more keeps its last result: its open findings are told of with that day. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql.raw('alter table account_results add column left_at text').execute(db);
}
