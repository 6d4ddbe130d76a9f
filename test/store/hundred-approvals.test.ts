import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { plan, remediation } from '../kit/store-remediation-samples.ts';
import { channel } from '../kit/store-samples.ts';
import { inFolder } from './folder.ts';

const script = fileURLToPath(new URL('approvers.ts', import.meta.url));

async function start(path: string, first: number) {
  const child = spawn(process.execPath, [script, path, String(first)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('the process ended early');
    return value as string;
  };
  expect(await next()).toBe('ready');
  return {
    async all(deed: string) {
      child.stdin.write(`${deed}\n`);
      return JSON.parse(await next()) as string[];
    },
    async end() {
      child.stdin.end();
      const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode];
      expect(code).toBe(0);
    },
  };
}

const countsOf = (answers: readonly string[]) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(answers, (answer) => answer)).map(([answer, all]) => [
      answer,
      all?.length ?? 0,
    ]),
  );

describe('a hundred persons, each with a connection, in ten processes on one file', () => {
  const at = inFolder();

  it('give exactly one execution', { timeout: 120_000 }, async () => {
    const path = at('bot.db');
    const store = await openStore(path);
    const two = { name: 'two', quorum: 2, distinctGroups: false, confirm: false, stepUp: false } as const;
    for (const agreed of [plan(), plan(), plan({ tier: two })])
      await store.remediations.add((id) => remediation({ id, plan: agreed }), channel());

    const processes = await Promise.all(Array.from({ length: 10 }, (_, i) => start(path, 10 * i)));
    const all = async (deed: string) =>
      countsOf((await Promise.all(processes.map((process) => process.all(deed)))).flat());

    // Who comes second sees that it is approved.
    expect(await all('approve')).toEqual({ approved: 1, notNow: 99 });
    expect(await store.remediations.get('R-1')).toMatchObject({ state: 'approved', version: 2 });

    // All saw it proposed before the first of them saved: only the version tells who was late.
    expect(await all('look')).toEqual({ looked: 100 });
    expect(await all('approveAsSeen')).toEqual({ approved: 1, tooLate: 99 });
    expect(await store.remediations.get('R-2')).toMatchObject({ state: 'approved', version: 2 });

    expect(await all('approveOfTwo')).toEqual({ proposed: 1, approved: 1, notNow: 98 });
    expect(await store.remediations.get('R-3')).toMatchObject({ state: 'approved', version: 3 });

    expect(await all('take')).toEqual({ 'fence 1': 1, 'fence null': 99 });

    for (const [id, votes] of [
      ['R-1', 1],
      ['R-2', 1],
      ['R-3', 2],
    ] as const) {
      const records = await store.audit.about(id);
      const voters = (await store.remediations.get(id))?.votes.map((v) => v.person);
      expect(voters).toHaveLength(votes);
      expect(records.map((record) => record.actor)).toEqual(voters);
      expect(records.filter((record) => record.action === 'remediation.approved')).toHaveLength(1);
    }
    expect(await store.audit.verify()).toMatchObject({ ok: true, records: 4 });
    await Promise.all(processes.map((process) => process.end()));
    await store.close();
  });
});
