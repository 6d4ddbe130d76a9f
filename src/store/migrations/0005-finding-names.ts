import { type Kysely, sql } from 'kysely';

/** An ARN that ends in `i-0abc…` tells nobody what it is. Names come with the next scan. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql.raw('alter table findings add column name text').execute(db);
}
