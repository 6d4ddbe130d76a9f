import { randomUUID } from 'node:crypto';
import { loadConfig } from '../config.ts';
import { controlOf } from '../domain/check.ts';
import { signature } from '../domain/people.ts';
import type { Observed } from '../engine/reconcile.ts';
import { runScan } from '../engine/run-scan.ts';
import { createLog } from '../log.ts';
import { build } from '../main.ts';
import { csvOf } from '../report/csv.ts';
import { ocsfOf } from '../report/ocsf.ts';
import type { Recorder } from '../report/recorder.ts';
import { exitCodeOf, type Report, reportOf } from '../report/report.ts';
import { tableOf } from '../report/table.ts';
import { operator } from '../terminal-people.ts';
import { version } from '../version.ts';
import { allChecks } from '../wiring/rolls.ts';
import type { Format, ScanOptions } from './options.ts';
import { progressBar } from './progress.ts';
import { say, write } from './streams.ts';

const titles = new Map(allChecks.map((c) => [c.id, c.title]));

const writers: Readonly<Record<Format, (report: Report) => string>> = {
  table: (report) => tableOf(report, process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined),
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  csv: csvOf,
  ocsf: (report) => ocsfOf(report, (id) => ({ title: titles.get(id) ?? controlOf({ id }) }), version),
};

/**
 * Scans in the foreground and writes one document to standard output; progress and log go to standard error.
 * Exits 0, 1 (a failure at or above `--fail-on`) or 2 (could not run, no account could be opened, or no
 * question got an answer).
 */
export async function scanOnce(options: ScanOptions, recorder?: Recorder): Promise<number> {
  const config = loadConfig({
    file: options.config,
    database: options.database,
    env: process.env,
    withoutKey: true,
  });
  const log = createLog(options.verbose ? 'debug' : 'warn');
  const app = await build({ config, log, inventory: options.inventory });
  const cancel = new AbortController();
  const interrupt = () => {
    if (cancel.signal.aborted) process.exit(2);
    say('Cancelling; press again to leave at once.');
    cancel.abort();
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const bar = progressBar(process.stderr);
  const observations: Observed[] = [];
  try {
    const outcome = await runScan(app.engine, {
      id: `S-${randomUUID().slice(0, 8)}`,
      filter: options.filter,
      by: signature(operator()),
      signal: cancel.signal,
      onObserved: (o) => {
        if (options.all || o.status === 'fail' || o.status === 'unknown') observations.push(o);
      },
      onSight: (sight) => recorder?.saw(sight),
      onProgress: (progress) => bar.show(progress),
    });
    bar.clear();
    if ('refused' in outcome) {
      say(outcome.refused);
      return 2;
    }
    const { scan } = outcome;
    const report = reportOf(scan, observations, options.all);
    if (!recorder) await write(writers[options.format](report));
    if (scan.state !== 'finished') {
      say(scan.error ?? 'The scan was cancelled before its end.');
      return 2;
    }
    if (scan.accounts.every((a) => a.refused !== undefined)) {
      for (const a of scan.accounts) say(`Account ${a.name} could not be opened: ${a.refused}.`);
      say('Nothing was assessed. `hipaa doctor` tells what is missing.');
      return 2;
    }
    if (report.coverage.assessed === 0) {
      const why =
        report.coverage.notAssessed.length > 0
          ? 'no question got an answer'
          : 'there was nothing to ask about';
      say(`Nothing was assessed: ${why}. \`hipaa doctor\` tells what is missing.`);
      return 2;
    }
    if (recorder) return 0;
    const { findings: accepted } = await app.services.findings.find({ status: 'open', triage: 'accepted' });
    return exitCodeOf(report, options.failOn, new Set(accepted.map((f) => f.handle)));
  } finally {
    await app.stop();
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}
