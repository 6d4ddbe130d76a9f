import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { type AuditRecord, hashOf } from '../../src/domain/audit.ts';
import { openStore } from '../../src/store/open.ts';
import { failed, hour, scanner, sighting } from '../kit/store-samples.ts';
import { inFolder } from './folder.ts';

describe('a file somebody else wrote to', () => {
  const at = inFolder();

  beforeEach(async () => {
    const store = await openStore(at('bot.db'));
    await store.findings.apply(sighting(), failed(hour(1)), scanner);
    for (let n = 1; n <= 9; n++)
      await store.audit.append({
        at: hour(n),
        actor: scanner,
        action: 'test',
        subject: `F-${n}`,
        detail: { n },
      });
    await store.close();
  });

  const raw = (sql: string) => {
    const database = new Sqlite(at('bot.db'));
    try {
      database.exec(sql);
    } finally {
      database.close();
    }
  };
  const withoutTriggers = (sql: string) =>
    raw(`drop trigger audit_keeps; drop trigger audit_stays; drop trigger audit_follows; ${sql}`);
  const verify = async (noted?: { seq: number; hash: string }) => {
    const store = await openStore(at('bot.db'));
    const verdict = await store.audit.verify(noted);
    await store.close();
    return verdict;
  };

  it.each([
    ['changing an audit record', `update audit set actor = 'nobody' where seq = 4`],
    ['changing its number', 'update audit set seq = 99 where seq = 9'],
    ['removing an audit record', 'delete from audit where seq = 9'],
    ['removing all', 'delete from audit'],
    ['replacing an audit record', `insert or replace into audit select * from audit where seq = 4`],
    [
      'leaving a gap',
      `insert into audit select 11, at, actor, action, subject, detail, hash, 'x' from audit where seq = 9`,
    ],
    [
      'forking the chain',
      `insert into audit select 10, at, actor, action, subject, detail, previous || 'x', 'x' from audit where seq = 9`,
    ],
    ['changing the history', `update history set actor = 'nobody'`],
    ['removing history', 'delete from history'],
    ['replacing history', 'insert or replace into history select * from history'],
    ['removing a finding that has a history', 'delete from findings'],
  ])('refuses %s', async (_, sql) => {
    expect(() => raw(`pragma foreign_keys = on; ${sql}`)).toThrow(/append-only|follows|FOREIGN KEY/);
    expect(await verify()).toMatchObject({ ok: true, records: 9 });
  });

  it.each([
    ['one byte of the actor', `update audit set actor = 'system:scam' where seq = 4`, 4],
    ['one byte of the detail', `update audit set detail = '{"n":5}' where seq = 4`, 4],
    ['a blank in the detail', `update audit set detail = '{"n": 4}' where seq = 4`, 4],
    ['the detail into rubbish', `update audit set detail = '{' where seq = 4`, 4],
    ['the time', `update audit set at = '2026-03-01T04:00:00.001Z' where seq = 4`, 4],
    ['the hash', `update audit set hash = upper(hash) where seq = 4`, 4],
    ['the first record', `update audit set subject = 'F-0' where seq = 1`, 1],
    ['the last record', `update audit set subject = 'F-0' where seq = 9`, 9],
    ['a record, by removing it', 'delete from audit where seq = 4', 4],
    ['the first, by removing it', 'delete from audit where seq = 1', 1],
    [
      'the order',
      'update audit set seq = -1 where seq = 4; update audit set seq = 4 where seq = 5; update audit set seq = 5 where seq = -1',
      4,
    ],
    [
      'the beginning, by adding one',
      `insert into audit select 0, at, actor, action, subject, detail, 'x', 'y' from audit where seq = 1`,
      0,
    ],
    [
      'the numbers, to close a gap',
      'delete from audit where seq = 4; update audit set seq = seq - 1 where seq > 4',
      4,
    ],
  ])('shows who changed %s', async (_, sql, seq) => {
    withoutTriggers(sql);
    expect(await verify()).toMatchObject({ ok: false, seq });
  });

  it('shows a forger who made the hash fit, at the record that follows', async () => {
    const raw = new Sqlite(at('bot.db'));
    raw.exec('drop trigger audit_keeps');
    const row = raw.prepare('select * from audit where seq = 4').get() as AuditRecord;
    const forged = { ...row, subject: 'F-0', detail: { n: 4 } };
    raw.prepare('update audit set subject = ?, hash = ? where seq = 4').run(forged.subject, hashOf(forged));
    raw.close();
    expect(await verify()).toMatchObject({ ok: false, seq: 5 });
  });

  it('shows an end cut off only to those who noted the head', async () => {
    const store = await openStore(at('bot.db'));
    const head = await store.audit.head();
    await store.close();
    withoutTriggers('delete from audit where seq > 7');
    expect(await verify()).toMatchObject({ ok: true, records: 7 });
    expect(await verify(head)).toEqual({ ok: false, seq: 8, because: 'it is missing' });
  });
});
