import { type Kysely, sql } from 'kysely';

const severity = `('critical', 'high', 'medium', 'low')`;
const unfinished = `state in ('queued', 'sending')`;

const statements = [
  `create table findings (
    fingerprint text primary key,
    handle text not null unique,
    provider text not null,
    account text not null,
    region text not null,
    kind text not null,
    check_id text not null,
    service text not null,
    resource text not null,
    severity text not null check (severity in ${severity}),
    rank integer not null generated always as
      (case severity when 'critical' then 0 when 'high' then 1 when 'medium' then 2 else 3 end) virtual,
    because text not null,
    status text not null check (status in ('open', 'resolved')),
    resolution text check ((resolution is null) = (status = 'open')
      and (resolution is null or resolution in ('fixed', 'gone', 'notApplicable'))),
    regressions integer not null,
    triage text not null check (triage in ('untriaged', 'acknowledged', 'accepted')),
    triage_by text,
    triage_reason text,
    triage_control text,
    triage_at text,
    triage_until text check ((triage_until is null) = (triage = 'untriaged')),
    owner text,
    first_seen text not null,
    last_seen text not null,
    opened_at text not null,
    resolved_at text check ((resolved_at is null) = (status = 'open')),
    seen_scan text
  ) strict, without rowid`,
  'create index findings_list on findings (status, rank, opened_at, check_id, resource)',
  'create index findings_scope on findings (account, provider, kind, status)',
  `create index findings_lapsing on findings (triage_until) where triage_until is not null`,

  `create table history (
    id integer primary key,
    fingerprint text not null references findings (fingerprint),
    at text not null,
    actor text not null,
    change text not null,
    because text not null,
    scan text,
    open_before text check (open_before in ${severity}),
    open_after text check (open_after in ${severity})
  ) strict`,
  'create index history_of on history (fingerprint, id)',
  'create index history_at on history (at)',

  `create table scans (
    id text primary key,
    state text not null check (state in ('running', 'finished', 'cancelled', 'interrupted', 'failed')),
    started_at text not null,
    finished_at text,
    by text not null,
    filter text not null,
    accounts text not null,
    calls integer not null,
    changes text not null,
    error text,
    host text not null,
    pid integer not null,
    instance text not null,
    beat_at text not null
  ) strict`,
  `create unique index scans_one_running on scans (state) where state = 'running'`,
  'create index scans_latest on scans (started_at)',

  `create table account_results (
    account text primary key,
    scan text not null references scans (id),
    finished_at text not null,
    result text not null
  ) strict, without rowid`,

  `create table outbox (
    id text primary key,
    key text not null unique,
    position integer not null,
    platform text not null,
    team text not null,
    channel text not null,
    thread text,
    message text not null,
    card text,
    kind text not null check (kind in ('post', 'update')),
    state text not null check (state in ('queued', 'sending', 'sent', 'failed', 'superseded')),
    attempts integer not null,
    not_before text not null,
    created_at text not null,
    changed_at text not null,
    error text
  ) strict`,
  `create unique index outbox_line on outbox (platform, team, channel, position) where ${unfinished}`,
  `create index outbox_cards on outbox (card) where ${unfinished}`,
  'create index outbox_position on outbox (position)',

  `create table cards (
    platform text not null,
    team text not null,
    channel text not null,
    message text not null,
    card text not null,
    primary key (platform, team, channel, message)
  ) strict, without rowid`,
  'create index cards_of on cards (card)',

  `create table audit (
    seq integer primary key,
    at text not null,
    actor text not null,
    action text not null,
    subject text not null,
    detail text not null,
    previous text not null unique,
    hash text not null unique
  ) strict`,

  'create table deliveries (key text primary key, at text not null) strict, without rowid',
  'create index deliveries_at on deliveries (at)',
  'create table slots (job text primary key, due_at text not null) strict, without rowid',
  'create table pulse (id integer primary key check (id = 1), beats integer not null) strict',
  'insert into pulse values (1, 0)',

  // What was recorded stays: even a mistake in this program cannot change or remove it.
  ...['audit', 'history'].flatMap((table) => [
    `create trigger ${table}_keeps before update on ${table}
      begin select raise(abort, 'the ${table} is append-only'); end`,
    `create trigger ${table}_stays before delete on ${table}
      begin select raise(abort, 'the ${table} is append-only'); end`,
  ]),
  // Also stops INSERT OR REPLACE, which removes a row without asking the delete trigger.
  `create trigger history_grows before insert on history
    when exists (select 1 from history where id = new.id)
    begin select raise(abort, 'the history is append-only'); end`,
  `create trigger audit_follows before insert on audit
    when new.seq is not (select coalesce(max(seq), 0) + 1 from audit)
      or new.previous is not coalesce((select hash from audit order by seq desc limit 1), '${'0'.repeat(64)}')
    begin select raise(abort, 'an audit record follows the last one'); end`,
];

export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
