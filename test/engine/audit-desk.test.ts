import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAuditDesk } from '#src/engine/audit-desk';
import { openStore } from '#src/store/open';
import type { Store } from '../../src/domain/store.ts';
import { failed, hour, sighting } from '../kit/store-samples.ts';

let folder: string;
let file: string;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hipaa-audit-'));
  file = join(folder, 'hipaa.db');
  store = await openStore(file);
  for (const n of [1, 2, 3]) {
    await store.transaction(async (tx) => {
      const at = hour(n);
      const { finding } = await tx.findings.apply(sighting(`arn:${n}`), failed(at), 'system:scan', 's1');
      const subject = finding?.handle ?? '';
      await tx.audit.append({ at, actor: 'system:scan', action: 'finding.new', subject, detail: {} });
    });
  }
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Somebody with the file, and no respect for its triggers. */
function tamper(sql: string): void {
  const raw = new Sqlite(file);
  for (const { name } of raw.prepare("select name from sqlite_master where type = 'trigger'").all() as {
    name: string;
  }[])
    raw.exec(`drop trigger "${name}"`);
  raw.exec(sql);
  raw.close();
}

const verdict = () => createAuditDesk(store).verify();

test('a whole log', async () => {
  expect(await verdict()).toMatchObject({ ok: true, records: 3 });
});

test.each([
  ['its end cut off', 'delete from audit where seq = 3', 3, /1 change of a finding has no record/],
  ['emptied', 'delete from audit', 1, /3 changes of findings have no record/],
  ['one record changed', "update audit set actor = 'x' where seq = 2", 2, /changed/],
  ['one record taken out', 'delete from audit where seq = 2', 2, /missing/],
])('%s', async (_what, sql, seq, because) => {
  tamper(sql);
  expect(await verdict()).toMatchObject({ ok: false, seq, because: expect.stringMatching(because) });
});
