import { type Kysely, sql } from 'kysely';

const statements = [
  `create table conversations (
    platform text not null,
    team text not null,
    id text not null,
    person text,
    address text not null,
    at text not null,
    primary key (platform, team, id)
  ) strict, without rowid`,
  `create index conversations_person on conversations (platform, team, person) where person is not null`,

  // On a platform that cannot be asked what was posted: under which id each message arrived, and in which thread.
  `create table posts (
    platform text not null,
    key text not null,
    team text not null,
    channel text not null,
    id text not null,
    thread text,
    at text not null,
    primary key (platform, key)
  ) strict, without rowid`,
  'create index posts_message on posts (platform, channel, id)',
  'create index posts_at on posts (at)',
];

export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
