import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import {
  channel,
  day,
  failed,
  gone,
  hour,
  message,
  passed,
  scanner,
  sighting,
} from '../kit/store-samples.ts';
import { inFolder } from './folder.ts';

const script = fileURLToPath(new URL('child.ts', import.meta.url));

function start(verb: string, path: string, count = 0): { child: ChildProcess; said: Promise<string> } {
  const child = spawn(process.execPath, [script, verb, path, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('no output to read');
  return { child, said: text(child.stdout) };
}

async function run(verb: string, path: string, count: number): Promise<string> {
  const { child, said } = start(verb, path, count);
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  return said;
}

describe('two connections to one file', () => {
  const at = inFolder();
  const both = async () => [await openStore(at('bot.db')), await openStore(at('bot.db'))] as const;

  it('let one of a hundred claims win', async () => {
    const [a, b] = await both();
    await a.outbox.add({ key: 'k', channel: channel(), message: message('a'), at: hour(1) });
    const [item] = await b.outbox.due(hour(1), 1);
    const claims = Array.from({ length: 100 }, (_, i) =>
      (i % 2 ? a : b).outbox.claim(item?.id ?? '', hour(1)),
    );
    expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
    await Promise.all([a.close(), b.close()]);
  });

  it('let one of a hundred transitions win, each with its audit record', async () => {
    const [a, b] = await both();
    const all = async (event: Parameters<typeof a.findings.apply>[1]) => {
      const changes = await Promise.all(
        Array.from({ length: 100 }, (_, i) =>
          (i % 2 ? a : b).transaction(async (tx) => {
            const { change } = await tx.findings.apply(sighting(), event, scanner);
            if (change)
              await tx.audit.append({
                at: event.at,
                actor: scanner,
                action: change,
                subject: '',
                detail: {},
              });
            return change;
          }),
        ),
      );
      return changes.filter((change) => change !== null);
    };
    expect(await all(failed(day(1)))).toEqual(['new']);
    expect(await all(passed(day(2)))).toEqual(['resolved']);
    expect(await all(failed(day(3)))).toEqual(['regressed']);
    expect(await all(gone(day(4)))).toEqual(['gone']);
    expect(await b.audit.verify()).toMatchObject({ ok: true, records: 4 });
    await Promise.all([a.close(), b.close()]);
  });

  it('let one scan begin', async () => {
    const [a, b] = await both();
    const filter = { accounts: [], regions: [], services: [], checks: [] };
    const process = { host: 'here', pid: 1, instance: 'x' };
    const begin = (i: number) =>
      (i % 2 ? a : b).scans.begin({ id: `s${i}`, at: hour(1), by: 'x', filter, process });
    expect((await Promise.all(Array.from({ length: 20 }, (_, i) => begin(i)))).filter(Boolean)).toHaveLength(
      1,
    );
    await Promise.all([a.close(), b.close()]);
  });

  it('see what the other wrote at once', async () => {
    const [a, b] = await both();
    await a.slots.set('digest', hour(1));
    expect(await b.slots.get('digest')).toBe(hour(1));
    await Promise.all([a.close(), b.close()]);
  });
});

describe('several processes on one file', () => {
  const at = inFolder();

  it('never fork the chain, and may make the file together', async () => {
    await Promise.all([run('append', at('bot.db'), 100), run('append', at('bot.db'), 100)]);
    const store = await openStore(at('bot.db'));
    expect(await store.audit.verify()).toMatchObject({ ok: true, records: 200 });
    const writers = new Set<string>();
    for await (const { subject } of store.audit.read()) writers.add(subject);
    expect(writers.size).toBe(2);
    await store.close();
  });

  it('claim each delivery once', async () => {
    const won = await Promise.all([run('claim', at('bot.db'), 100), run('claim', at('bot.db'), 100)]);
    expect(won.map(Number).reduce((a, b) => a + b)).toBe(100);
  });
});

describe('a process killed in the middle', () => {
  const at = inFolder();

  it('leaves a whole file in which every change has its audit record', async () => {
    const path = at('bot.db');
    let before = 0;
    for (const lifeMs of [20, 35, 50, 65, 80, 95]) {
      const { child, said } = start('churn', path);
      if (child.stdout) await once(child.stdout, 'data');
      await pause(lifeMs);
      child.kill('SIGKILL');
      const committed = (await said).trim().split('\n').map(Number);

      const raw = new Sqlite(path);
      expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
      const count = (table: string) => raw.prepare(`select count(*) from ${table}`).pluck().get() as number;
      const unpaired = raw.prepare(`
        select count(*) from audit where action <> 'finding.null' and not exists (
          select 1 from history where history.fingerprint = audit.subject and history.at = audit.at
            and 'finding.' || history.change = audit.action)`);
      expect(unpaired.pluck().get()).toBe(0);
      const told = raw.prepare(`select count(*) from audit where action <> 'finding.null'`).pluck().get();
      expect(count('history')).toBe(told);
      expect(count('audit') % 3).toBe(0);
      // Nothing that was said to be kept is lost; at most one more was kept before it could be said.
      const kept = (count('audit') - before) / 3 - (committed.at(-1) ?? 0);
      expect([0, 1]).toContain(kept);
      before = count('audit');
      raw.close();

      const store = await openStore(path);
      expect(await store.audit.verify()).toMatchObject({ ok: true });
      await store.close();
    }
  });
});
