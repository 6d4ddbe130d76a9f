import { type Kysely, sql } from 'kysely';

const statements = [
  // One's word is never changed: a later one takes its place.
  `create table attestations (
    seq integer primary key,
    topic text not null,
    "on" text not null,
    until text not null,
    document text,
    note text,
    by text not null,
    by_name text not null,
    at text not null
  ) strict`,
  'create index attestations_topic on attestations (topic, seq)',
];

export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
