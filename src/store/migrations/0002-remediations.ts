import { type Kysely, sql } from 'kysely';

const states = `('proposed', 'approved', 'executing', 'verifying', 'applied', 'unverified', 'failed', 'stale', 'denied',
  'withdrawn', 'expired', 'frozen', 'undone')`;
const unfinished = `state in ('queued', 'sending')`;

const statements = [
  `create table remediations (
    id integer primary key,
    version integer not null check (version >= 1),
    state text not null check (state in ${states}),
    account text not null,
    due_at text,
    unseen integer not null check (unseen in (0, 1)),
    origin text not null,
    plan text not null,
    life text not null
  ) strict`,
  'create index remediations_state on remediations (state)',
  'create index remediations_due on remediations (due_at) where due_at is not null',
  'create index remediations_unseen on remediations (unseen) where unseen = 1',

  `create table remediation_resources (
    arn text not null,
    remediation integer not null references remediations (id),
    primary key (arn, remediation)
  ) strict, without rowid`,
  `create table remediation_findings (
    fingerprint text not null,
    remediation integer not null references remediations (id),
    primary key (fingerprint, remediation)
  ) strict, without rowid`,

  // A key that nobody holds keeps its fence, so that the next holder's is a greater one.
  `create table leases (
    key text primary key,
    fence integer not null check (fence >= 1),
    owner text,
    host text not null,
    pid integer not null,
    instance text not null,
    until text not null
  ) strict, without rowid`,
  'create index leases_owner on leases (owner) where owner is not null',

  `create table freeze (
    id integer primary key check (id = 1),
    version integer not null,
    state text not null
  ) strict`,
  `insert into freeze values (1, 0, '{"on":false,"by":null,"reason":null,"at":null,"restart":null}')`,

  `create table second_factors (
    person text primary key,
    sealed text not null,
    enrolled_at text not null,
    confirmed_at text,
    last_step integer not null,
    failures integer not null,
    locked_until text
  ) strict, without rowid`,

  'alter table outbox add column held_until text',
  // All that the head of a line is chosen by; a message may be long, and what follows it in the row is slow to reach.
  `create index outbox_heads on outbox (platform, team, channel, position, state, held_until) where ${unfinished}`,
  'create index audit_subject on audit (subject)',

  // What was agreed to stays what it was, and what was done stays on record: no mistake in this program can change that.
  `create trigger remediations_agree before update on remediations
    when new.id is not old.id or new.plan is not old.plan or new.account is not old.account
      or new.origin is not old.origin
    begin select raise(abort, 'the plan of a remediation never changes'); end`,
  `create trigger remediations_step before update on remediations
    when new.version is not old.version + 1
    begin select raise(abort, 'a remediation moves on by one version'); end`,
  // Also stops INSERT OR REPLACE, which removes a row without asking the delete trigger.
  `create trigger remediations_follow before insert on remediations
    when new.id is not (select coalesce(max(id), 0) + 1 from remediations)
    begin select raise(abort, 'a remediation has the next free number'); end`,
  `create trigger freeze_steps before update on freeze
    when new.id is not old.id or new.version is not old.version + 1
    begin select raise(abort, 'the kill switch moves on by one version'); end`,
  `create trigger freeze_grows before insert on freeze
    begin select raise(abort, 'there is one kill switch'); end`,
  `create trigger leases_fence before update on leases
    when new.key is not old.key or new.fence < old.fence
    begin select raise(abort, 'a fence never falls'); end`,
  ...['remediation_resources', 'remediation_findings'].map(
    (table) => `create trigger ${table}_keep before update on ${table}
      begin select raise(abort, 'the plan of a remediation never changes'); end`,
  ),
  ...['remediations', 'remediation_resources', 'remediation_findings', 'leases', 'freeze'].map(
    (table) => `create trigger ${table}_stay before delete on ${table}
      begin select raise(abort, 'nothing is removed from ${table}'); end`,
  ),
];

export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
