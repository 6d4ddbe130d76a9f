import { spawn } from 'node:child_process';
import { catalog } from '../src/cloud/catalog.ts';
import type { AnyCatalog } from '../src/domain/catalog.ts';
import { wantedBy } from '../src/engine/wanted.ts';
import { allChecks } from '../src/wiring/rolls.ts';
import type { AccountSize } from '../test/kit/aws/seed-account.ts';
import { commonRows, printTable, startBot } from './bot.ts';

interface Told {
  readonly calls: number;
  readonly retries: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly repeated: readonly (readonly [string, number])[];
  readonly mostInFlight: number;
  readonly misses: number;
}

/** Every kind's listing in every region, a call per resource and fact that takes one, and shared answers once per region. */
export function mostCalls(resources: Readonly<Record<string, number>>, regions: number): number {
  const checks = allChecks.filter(({ optIn }) => optIn === undefined);
  let most = 0;
  for (const { kind, definition, facts } of wantedBy(catalog as AnyCatalog, checks)) {
    const places = definition.scope === 'global' ? 1 : regions;
    most += places * Math.max(1, definition.permissions.length);
    for (const name of facts) {
      const { from, permissions } = definition.facts[name] ?? { from: 'listing', permissions: [] };
      const each = permissions.length;
      if (from === 'account') most += each * places;
      else if (from !== 'listing') most += each * (resources[kind] ?? 0);
    }
  }
  return most;
}

/** A whole account of moderate size, every check, several regions. */
export async function benchAccount(options: {
  size: AccountSize;
  latencyMs: number;
  concurrency: number;
}): Promise<void> {
  const { size, latencyMs, concurrency } = options;
  const cloud = spawn(process.execPath, ['bench/account-cloud.ts', JSON.stringify({ size, latencyMs })], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const { endpoint, control } = await new Promise<{ endpoint: string; control: string }>(
    (resolve, reject) => {
      cloud.once('exit', (code) => reject(new Error(`the cloud ended with ${code}`)));
      cloud.stdout.once('data', (line) => resolve(JSON.parse(String(line))));
    },
  );
  const ask = async (path: string): Promise<Told> =>
    (await (await fetch(`${control}${path}`)).json()) as Told;
  const bot = await startBot(endpoint, { regions: size.regions, concurrency });
  try {
    // The first scan teaches the replay its answers; the second is measured.
    await bot.scan();
    const { misses } = await ask('/reset');
    const measured = await bot.scan();
    const told = await ask('/stats');
    const [account] = measured.scan.accounts;
    if (!account) throw new Error('no account was scanned');
    const most = mostCalls(await bot.resources(), size.regions.length);
    const idealMs = (Math.max(...Object.values(perService(told.counts))) * latencyMs) / concurrency;
    printTable(
      `${size.users} users, ${size.buckets} buckets, ${size.groups} security groups, ${size.instances} instances, ${size.databases} databases, ${size.regions.length} regions; ${latencyMs} ms added to every call`,
      [
        ['checks, resources', `${allChecks.length}, ${account.resources}`],
        ['questions answered', `${account.tally.pass + account.tally.fail + account.tally.notApplicable}`],
        ['not assessed (what the emulator does not answer)', String(account.tally.unknown)],
        ['API calls', String(told.calls)],
        ['kinds × regions + one per resource and call-fact, at most', String(most)],
        ['calls / that (goal ≤ 1)', (told.calls / most).toFixed(2)],
        ['asked twice (goal 0)', String(told.repeated.length)],
        ['answered by the emulator itself', String(told.misses - misses)],
        ['calls in flight, most seen', String(told.mostInFlight)],
        ['wall time', `${(measured.wallMs / 1000).toFixed(1)} s`],
        ['wall / ideal of the busiest service', (measured.wallMs / idealMs).toFixed(2)],
        ...commonRows(measured),
      ],
    );
    for (const [question, times] of told.repeated) console.log(`asked ${times} times: ${question}`);
  } finally {
    await bot.stop();
    cloud.stdin.end();
  }
}

function perService(counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const out: Record<string, number> = {};
  for (const [name, n] of Object.entries(counts)) {
    const service = name.split(':')[0] ?? '';
    out[service] = (out[service] ?? 0) + n;
  }
  return out;
}
