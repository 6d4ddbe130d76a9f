import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { remediation } from '../kit/store-remediation-samples.ts';
import { channel, hour, processMark } from '../kit/store-samples.ts';
import { inFolder } from './folder.ts';

describe('what the file itself refuses, whoever asks', () => {
  const at = inFolder();

  beforeEach(async () => {
    const store = await openStore(at('bot.db'));
    for (let n = 0; n < 2; n++) await store.remediations.add((id) => remediation({ id }), channel());
    await store.leases.take({ key: 'k', owner: 'a', process: processMark, at: hour(1), until: hour(2) });
    await store.close();
  });

  const columns = 'version, state, account, due_at, unseen, origin, plan, life';
  const row = (table: string) => `select * from ${table}`;

  it.each([
    ['another plan', `update remediations set plan = '{}', version = 2`, /plan .* never changes/],
    ['another id', 'update remediations set id = 9, version = 2 where id = 2', /plan .* never changes/],
    ['another account', `update remediations set account = '9', version = 2`, /plan .* never changes/],
    ['another origin', `update remediations set origin = '{}', version = 2`, /plan .* never changes/],
    ['a change without a version', `update remediations set state = 'approved'`, /one version/],
    ['an older version', `update remediations set state = 'approved', version = 0`, /one version/],
    ['a version left out', `update remediations set state = 'approved', version = 3`, /one version/],
    ['a state that there is not', `update remediations set state = 'done', version = 2`, /CHECK/],
    ['removal', 'delete from remediations where id = 2', /nothing is removed/],
    [
      'removal by replacing',
      `insert or replace into remediations select id, ${columns} from remediations where id = 2`,
      /next free number/,
    ],
    [
      'removal by changing another',
      'update or replace remediations set id = 1, version = 2 where id = 2',
      /plan .* never changes/,
    ],
    [
      'a number left out',
      `insert into remediations select 4, ${columns} from remediations where id = 2`,
      /next free number/,
    ],
    ['another resource', `update remediation_resources set arn = 'arn:x'`, /never changes/],
    ['a resource less', 'delete from remediation_resources', /nothing is removed/],
    ['another finding', `update remediation_findings set fingerprint = 'x'`, /never changes/],
    ['a finding less', 'delete from remediation_findings', /nothing is removed/],
    ['a resource of nothing', `insert into remediation_resources values ('arn:x', 9)`, /FOREIGN KEY/],
    ['a kill switch less', 'delete from freeze', /nothing is removed/],
    ['a kill switch more', `insert into freeze values (2, 1, '{}')`, /one kill switch/],
    ['another kill switch', `insert or replace into freeze values (1, 1, '{}')`, /one kill switch/],
    ['a kill switch without a version', `update freeze set state = '{}'`, /one version/],
    ['a kill switch moved', 'update freeze set id = 2, version = 1', /one version/],
    ['a fence that falls', 'update leases set fence = 0', /never falls/],
    ['a fence forgotten', 'delete from leases', /nothing is removed/],
  ])('%s', (_, sql, because) => {
    const raw = new Sqlite(at('bot.db'));
    const tables = ['remediations', 'remediation_resources', 'remediation_findings', 'freeze', 'leases'];
    const everything = () => tables.map((table) => raw.prepare(row(table)).all());
    const before = everything();
    raw.pragma('foreign_keys = on');
    raw.pragma('recursive_triggers = on');
    expect(() => raw.exec(sql)).toThrow(because);
    expect(everything()).toEqual(before);
    raw.close();
  });

  it('the next step of a remediation is taken', () => {
    const raw = new Sqlite(at('bot.db'));
    raw.exec(`update remediations set state = 'approved', version = version + 1`);
    raw.exec(`insert into remediations select 3, ${columns} from remediations where id = 2`);
    raw.exec('update freeze set version = version + 1');
    expect(raw.prepare('select count(*) from remediations').pluck().get()).toBe(3);
    raw.close();
  });
});
