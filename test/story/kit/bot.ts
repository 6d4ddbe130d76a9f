import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { loadConfig } from '../../../src/config.ts';
import { everything, type ScanFilter } from '../../../src/domain/scan.ts';
import type { Observed } from '../../../src/engine/reconcile.ts';
import { runScan } from '../../../src/engine/run-scan.ts';
import { type App, build } from '../../../src/main.ts';
import { reportOf } from '../../../src/report/report.ts';
import { awsEnv } from '../../kit/aws/environment.ts';
import { checked, type ScanDocument } from './document.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };

export interface Bot {
  readonly app: App;
  /** One scan by the real engine into the real file, as the document that the program would write. */
  scan(filter?: Partial<ScanFilter>, signal?: AbortSignal): Promise<ScanDocument>;
  refusal(filter: Partial<ScanFilter>): Promise<string>;
  stop(): Promise<void>;
}

/** The whole bot in this process, as `hipaa` wires it: for many scans, where starting a process each would only take time. */
export async function startBot(parts: {
  endpoint: string;
  database: string;
  config?: string;
  env?: Readonly<Record<string, string>>;
}): Promise<Bot> {
  const env = { ...awsEnv(parts.endpoint), ...parts.env };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const config = loadConfig({ env, file: parts.config, database: parts.database });
  const app = await build({ config, log: silent });
  const run = async (filter: Partial<ScanFilter>, signal: AbortSignal) => {
    const observations: Observed[] = [];
    const outcome = await runScan(app.engine, {
      id: `S-${randomUUID().slice(0, 8)}`,
      filter: { ...everything, ...filter },
      by: 'terminal:local:test',
      signal,
      onObserved: (o) => observations.push(o),
    });
    return { outcome, observations };
  };
  return {
    app,
    async scan(filter = {}, signal = new AbortController().signal) {
      const { outcome, observations } = await run(filter, signal);
      if ('refused' in outcome) throw new Error(outcome.refused);
      return checked(JSON.parse(JSON.stringify(reportOf(outcome.scan, observations, true))));
    },
    async refusal(filter) {
      const { outcome } = await run(filter, new AbortController().signal);
      if (!('refused' in outcome)) throw new Error('it was not refused');
      return outcome.refused;
    },
    stop: () => app.stop(),
  };
}
