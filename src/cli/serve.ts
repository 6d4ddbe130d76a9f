import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { createSlackAdapter, type SlackAdapter } from '../chat/slack/adapter.ts';
import { unfit } from '../chat/slack/outcome.ts';
import { loadConfig } from '../config.ts';
import { ConfigError } from '../domain/errors.ts';
import type { Log } from '../engine/context.ts';
import type { Symptom } from '../engine/services.ts';
import { createMetrics, serveHealth } from '../health.ts';
import { createLog } from '../log.ts';
import { build } from '../main.ts';
import { terminalDirectory, terminalPeople } from '../terminal-people.ts';
import { split } from './options.ts';
import { slackSettings } from './slack-settings.ts';

const askAgainMs = 5_000;

/** The workspace, without which no channel can be addressed: waits for as long as Slack is down. */
async function teamOf(slack: SlackAdapter, log: Log, ending: AbortSignal): Promise<string | null> {
  while (!ending.aborted) {
    try {
      return await slack.team();
    } catch (error) {
      if (unfit(error))
        throw new ConfigError(['Slack refuses the bot token. `npx hipaa doctor` tells more.'], {
          cause: error,
        });
      log.warn({ err: error }, 'Slack was not reached yet; trying again');
      await wait(askAgainMs, undefined, { signal: ending }).catch(() => {});
    }
  }
  return null;
}

/** The bot: chat, outbox, schedule and health, until it is told to end. */
export async function serve(args: readonly string[]): Promise<number> {
  const { options, words } = split(args);
  if (words.length > 0) throw new ConfigError([`serve takes no argument "${words[0]}"`]);
  const config = loadConfig({ file: options.config, database: options.database, env: process.env });
  const settings = slackSettings(config);
  if (!settings) {
    throw new ConfigError([
      'SLACK_BOT_TOKEN is not set: the bot has no chat to speak in. docs/install.md tells how to create the Slack app.',
      'Without a chat, `npx hipaa scan` scans from the terminal and `npm run demo` shows the bot on a made-up account.',
    ]);
  }
  const log = createLog(options.verbose ? 'debug' : config.log.level);
  const app = await build({ config, log, inventory: options.inventory });
  const slack = createSlackAdapter(settings, { log });
  const examine = async (): Promise<readonly Symptom[]> => [
    slack.healthy()
      ? { area: 'slack', state: 'ok', says: `Slack is connected (${settings.mode} mode).` }
      : {
          area: 'slack',
          state: 'failed',
          says: 'Slack is not connected.',
          remedy: 'Check the tokens and the network.',
        },
  ];
  app.connect(slack, { platform: 'slack', ...slack.people }, examine);
  app.know(terminalDirectory(terminalPeople(config)));
  const metrics = createMetrics(app.engine.store, app.engine.now);
  const health = await serveHealth(config.server, metrics, async () => {
    await app.engine.store.ping();
    return slack.healthy() ? [] : ['slack'];
  });
  const ending = new AbortController();
  const end = (signal: string) => {
    log.info({ signal }, 'ending: what is under way is finished first');
    ending.abort();
  };
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    const team = await teamOf(slack, log, ending.signal);
    if (team === null) return 0;
    await app.start({
      schedule: true,
      carriesOut: true,
      channelOf: (id) => ({ platform: 'slack', team, id }),
    });
    log.info({ mode: settings.mode, health: health.port, config: config.file }, 'the bot is ready');
    if (!process.stderr.isTTY) {
      process.stdout.write(`${JSON.stringify({ ready: true, health: health.port, port: slack.port() })}\n`);
    }
    if (!ending.signal.aborted) await once(ending.signal, 'abort');
    return 0;
  } finally {
    await health.close();
    await app.stop();
  }
}
